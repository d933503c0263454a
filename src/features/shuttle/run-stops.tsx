import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ManifestSeat } from '../../../contract/shuttle-fleet'
import { Button } from '../../ui/button'
import { InGroups } from '../../ui/in-groups'
import { sure } from '../../ui/say'
import type { Manifest, useRun } from './use-run'
import { clockOf, dotted, movedBy } from './words'
import './run-stops.scss'

/** So many names are a first screen. */
const shownAtFirst = 30

interface RunStopsProps {
  run: ReturnType<typeof useRun>
  manifest: Manifest
}

const listed = ({ status }: ManifestSeat) => status === 'reserved' || status === 'boarded' || status === 'noShow'
const stateWords = { boarded: '✓ 已上车', noShow: '没来' } as const

/** One rider: a tap lets on, another one takes that back. */
function RiderRow({ seat, run, isOpen }: { seat: ManifestSeat; run: RunStopsProps['run']; isOpen: boolean }) {
  const { rider, department, isGuest, kind, toStopId, status, reservationId } = seat
  const hasBoarded = status === 'boarded'
  const tap = async () => {
    if (!isOpen) return
    if (!hasBoarded) await run.board({ reservationId })
    else if (await sure(`撤销 ${rider} 的上车记录吗？`, '撤销')) await run.unboard(seat)
  }
  return (
    <View
      className={hasBoarded ? 'rider rider-on' : 'rider'}
      hoverClass={isOpen ? 'rider-pressed' : 'none'}
      onClick={tap}
      role='checkbox'
      aria-checked={hasBoarded}
    >
      <View className='rider-words'>
        {`${rider}\n${dotted(`到 ${run.nameOfStop(toStopId)}`, isGuest ? '访客' : department, kind === 'wheelchair' && '轮椅位')}`}
      </View>
      <View className='rider-state'>{stateWords[status as keyof typeof stateWords] ?? (isOpen ? '点名上车' : '')}</View>
    </View>
  )
}

/** Those who get on at a stop: a first screen of them, the rest on a tap. */
function Riders({
  riders,
  run,
  isOpen,
}: {
  riders: readonly ManifestSeat[]
  run: RunStopsProps['run']
  isOpen: boolean
}) {
  const [isWhole, setWhole] = useState(false)
  const rowsOf = (some: readonly ManifestSeat[]) => (
    <InGroups items={some} keyOf={({ reservationId }) => reservationId}>
      {(seat) => <RiderRow key={seat.reservationId} seat={seat} run={run} isOpen={isOpen} />}
    </InGroups>
  )
  const rest = riders.length - shownAtFirst
  return (
    <View>
      {rowsOf(riders.slice(0, shownAtFirst))}
      <View>{isWhole ? rowsOf(riders.slice(shownAtFirst)) : null}</View>
      <View>
        {rest > 0 && !isWhole ? (
          <Button kind='link' onTap={() => setWhole(true)}>
            {`还有 ${rest} 人`}
          </Button>
        ) : null}
      </View>
    </View>
  )
}

/** The stops of the trip with how many get on and off; below the one the bus is at, its riders by name. */
export function RunStops({ run, manifest }: RunStopsProps) {
  const { stops, seats, run: trip } = manifest
  const isOpen = !trip.isClosed && !trip.isCancelled
  return (
    <View className='run-stops'>
      {stops.map(({ stopId, name, departsAt, boards, alights, free }, at) => {
        const riders = seats.filter((seat) => seat.fromStopId === stopId && listed(seat))
        const on = riders.filter(({ status }) => status === 'boarded').length
        const isHere = at === run.stopAt
        return (
          <View key={`${stopId} ${departsAt}`} className='run-stop'>
            <View
              className={isHere ? 'run-stop-head run-stop-here' : 'run-stop-head'}
              hoverClass='run-stop-pressed'
              onClick={() => run.setStop(at)}
              role='button'
            >
              <View className='run-stop-time'>{clockOf(movedBy(departsAt, trip.delayMinutes))}</View>
              <View className='run-stop-words'>
                <View>{name}</View>
                <View className='run-stop-soft'>
                  {dotted(
                    boards > 0 && `上 ${on} / ${boards}`,
                    alights > 0 && `下 ${alights}`,
                    at < stops.length - 1 && trip.isReservable && `往后空 ${free} 座`,
                  )}
                </View>
              </View>
            </View>
            <View className='run-riders'>
              {isHere ? <Riders key={stopId} riders={riders} run={run} isOpen={isOpen} /> : null}
            </View>
          </View>
        )
      })}
    </View>
  )
}
