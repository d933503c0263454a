import { parseInstant } from '../../contract/zone'
import { WrongInput } from '../keeper'

/** Days before and after are looked at too, and days are known from 1970 to 2100 only. */
const [earliest, latest] = [Date.UTC(1971, 0, 1), Date.UTC(2100, 0, 1)]

/** From when on departures are asked for, epoch ms: an instant as it was written, else now. */
export function momentOf(from: string | undefined, now: number): number {
  const moment = from === undefined ? now : (parseInstant(from) ?? now)
  if (moment < earliest || moment > latest) throw new WrongInput('from', '只能查 1971 年到 2099 年的班车，请换一个时间')
  return moment
}
