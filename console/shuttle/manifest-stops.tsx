import { Button, Empty, Tag } from 'antd'
import type { ValueOf } from '../../contract/procedure'
import { boardRider, type getManifest, type ManifestSeat, unboardRider } from '../../contract/shuttle-fleet'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { boardSentences, unboardSentences } from './sentences'
import { clockOf } from './words'

export type Manifest = ValueOf<typeof getManifest>

const states: Partial<Record<ManifestSeat['status'], { word: string; colour?: string }>> = {
  boarded: { word: '已上车', colour: 'green' },
  noShow: { word: '没有乘车', colour: 'red' },
  cancelled: { word: '已取消' },
  waiting: { word: '候补', colour: 'orange' },
  offered: { word: '候补到，待确认', colour: 'orange' },
}

/** Who has, or had, a place of their own: those who wait are counted only. */
export const placed = (seats: readonly ManifestSeat[]): ManifestSeat[] =>
  seats.filter(
    ({ status }) => status === 'reserved' || status === 'boarded' || status === 'noShow' || status === 'offered',
  )

interface Props {
  manifest: Manifest
  onChanged: () => void
}

/** The riders at each stop where somebody gets on or off. */
export function ManifestStops({ manifest, onChanged }: Props) {
  const { stops, seats, run } = manifest
  const board = useTask(boardRider, boardSentences)
  const unboard = useTask(unboardRider, unboardSentences)
  const names = new Map(stops.map(({ stopId, name }) => [stopId, name]))
  const riders = placed(seats)
  const { tripId, day } = run

  async function letOn({ reservationId }: ManifestSeat) {
    unboard.clear()
    await board.run({ tripId, day, reservationId })
    onChanged()
  }
  async function takeBack({ reservationId }: ManifestSeat) {
    board.clear()
    await unboard.run({ tripId, day, reservationId })
    onChanged()
  }

  if (riders.length === 0) {
    const description = run.isReservable ? '这一班还没有人预约' : '这条线不用预约，没有名单'
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={description} />
  }
  return (
    <>
      <TroubleNote trouble={board.trouble ?? unboard.trouble} />
      <ol className='manifest' aria-label='按站的名单'>
        {stops.map((stop, at) => {
          const here = riders.filter(({ fromStopId }) => fromStopId === stop.stopId)
          const isLast = at === stops.length - 1
          return (
            <li key={stop.stopId} className={here.length > 0 || stop.alights > 0 ? undefined : 'manifest-bare'}>
              <div className='manifest-stop'>
                <b>{clockOf(stop.departsAt)}</b>
                <span>{stop.name}</span>
                <span className='quiet'>
                  {[
                    stop.boards > 0 && `上 ${stop.boards}`,
                    stop.alights > 0 && `下 ${stop.alights}`,
                    !isLast && `余 ${stop.free} 座`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {here.length > 0 && (
                <ul>
                  {here.map((seat) => {
                    const state = states[seat.status]
                    return (
                      <li key={seat.reservationId}>
                        <span>
                          {seat.rider}
                          {seat.isGuest && <Tag style={{ marginInlineStart: 6 }}>访客</Tag>}
                          {seat.kind === 'wheelchair' && (
                            <Tag color='blue' style={{ marginInlineStart: 6 }}>
                              轮椅位
                            </Tag>
                          )}
                        </span>
                        <span className='quiet'>{seat.department}</span>
                        <span className='quiet'>到 {names.get(seat.toStopId)}</span>
                        <span className='manifest-act'>
                          {state && <Tag color={state.colour}>{state.word}</Tag>}
                          {seat.boardedAt && <span className='quiet'>{clockOf(seat.boardedAt)}</span>}
                          {seat.status === 'reserved' && !run.isClosed && (
                            <Button size='small' aria-label={`${seat.rider}上车`} onClick={() => letOn(seat)}>
                              上车
                            </Button>
                          )}
                          {seat.status === 'boarded' && !run.isClosed && (
                            <Button
                              type='link'
                              size='small'
                              aria-label={`撤销${seat.rider}上车`}
                              onClick={() => takeBack(seat)}
                            >
                              撤销
                            </Button>
                          )}
                        </span>
                      </li>
                    )
                  })}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
