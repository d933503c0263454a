import type { ValueOf } from '../../contract/procedure'
import type { getStopBoard } from '../../contract/shuttle'
import { QrPicture } from '../ui/qr-picture'
import { LineBadge } from './line-badge'
import { serviceClock } from './service-time'
import { everyText } from './words'

type Board = ValueOf<typeof getStopBoard>

interface Props {
  board: Board
  title: string
  hasCode: boolean
  printedOn: string
}

const two = (n: number) => String(n).padStart(2, '0')

/** Departures by the hour of the service day: 25 is 1 o'clock of the day after. */
function hoursOf(departures: readonly number[]): [hour: number, minutes: number[]][] {
  const hours = new Map<number, number[]>()
  for (const seconds of departures) {
    const hour = Math.floor(seconds / 3600)
    hours.set(hour, [...(hours.get(hour) ?? []), Math.floor(seconds / 60) % 60])
  }
  return [...hours]
}

/** A pole's board: for each line and direction the hours with their minutes, large enough to be read in the rain. */
export function PoleBoard({ board: { stop, boards, timetable }, title, hasCode, printedOn }: Props) {
  const link = `${window.location.origin}/#/features/shuttle/departures?stopId=${encodeURIComponent(stop.stopId)}`
  return (
    <article className='pole' aria-label={`${stop.name}的站牌`}>
      <header>
        <div>
          <h2>{stop.name}</h2>
          <p>
            {stop.code && `${stop.code} · `}
            {title}时刻表
          </p>
        </div>
        {hasCode && (
          <figure>
            <QrPicture text={link} size={104} label='扫码看下一班' />
            <figcaption>扫码看下一班</figcaption>
          </figure>
        )}
      </header>
      {boards.map(({ route, headsign, departures, headways }) => (
        <section key={`${route.routeId} ${headsign}`}>
          <h3>
            <LineBadge route={route} /> 开往 {headsign}
          </h3>
          {headways.map(({ seconds, from, until }) => (
            <p key={from} className='pole-headway'>
              {serviceClock(from)} – {serviceClock(until)}　约{everyText(seconds)}一班
            </p>
          ))}
          {departures.length > 0 && (
            <table>
              <tbody>
                {hoursOf(departures).map(([hour, minutes]) => (
                  <tr key={hour}>
                    <th scope='row'>
                      {hour >= 24 && <small>次日 </small>}
                      {hour % 24} 时
                    </th>
                    <td>
                      {minutes.map((minute, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: two buses may leave in one minute
                        <span key={at}>{two(minute)}</span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
      <footer>
        {timetable}，{printedOn} 打印。节假日和临时变动以手机上的为准。
      </footer>
    </article>
  )
}
