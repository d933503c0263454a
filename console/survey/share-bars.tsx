import type { ResultCell } from '../../contract/survey-results'
import { countText, nothing } from '../ui/report/figures'
import { shareText } from './words'

const hiddenText = '人数少于 5，或能推算出少于 5 的数，不显示'

/** 18.2%–27.5% */
const rangeText = ({ low, high }: { low: number; high: number }) => `${shareText(low)}–${shareText(high)}`

/** One bar for each option with its 95 % interval as a whisker, and the same numbers beside it. */
export function ShareBars({ label, cells }: { label: string; cells: readonly ResultCell[] }) {
  return (
    <table className='share-bars' aria-label={label}>
      <thead className='sr-only'>
        <tr>
          <th>选项</th>
          <th>图</th>
          <th>占比</th>
          <th>人数</th>
          <th>95% 区间</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ code, text, count, share, interval }) => (
          <tr key={code}>
            <th scope='row'>{text}</th>
            <td className='share-track'>
              {share !== undefined && <i style={{ width: `${share * 100}%` }} />}
              {interval && (
                <u style={{ left: `${interval.low * 100}%`, width: `${(interval.high - interval.low) * 100}%` }} />
              )}
            </td>
            {count === undefined ? (
              <td colSpan={3} className='quiet' title={hiddenText}>
                不显示
              </td>
            ) : (
              <>
                <td className='share-number'>{share === undefined ? nothing : shareText(share)}</td>
                <td className='share-number quiet'>{countText(count)} 人</td>
                <td className='share-number quiet'>{interval ? rangeText(interval) : ''}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
