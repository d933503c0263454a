import * as v from 'valibot'
import { instant } from '../../contract/fields'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'

const clashes = v.object({ pairs: v.array(v.object({ endsAt: instant, nextStartsAt: instant })) })

/** The meetings that a longer turnover would push into the next one; nothing when the answer names none. */
export function ClashList({ detail }: { detail?: Record<string, unknown> }) {
  const zone = useZone()
  const read = v.safeParse(clashes, detail)
  if (!read.success) return null
  return (
    <ul>
      {read.output.pairs.map(({ endsAt, nextStartsAt }) => (
        <li key={endsAt}>
          {showInstant(endsAt, zone)} 结束的会议，与 {showInstant(nextStartsAt, zone)} 开始的会议之间时间不够
        </li>
      ))}
    </ul>
  )
}
