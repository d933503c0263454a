import { listRuns } from '../../contract/shuttle-fleet'
import { dayOf } from '../../contract/zone'
import { keeper } from '../keeper'
import { readRuns } from './run-rows'
import { dayIn, formatLocal } from './service-clock'
import { timezoneInForce } from './services-of-day'

export default keeper(listRuns, async (input, asked) => {
  const timezone = await timezoneInForce(asked)
  const { now, person } = asked
  const day = input.day ?? (timezone ? dayIn(now, timezone) : dayOf(now, person.zone))
  const found = await readRuns(asked, day)
  const runs = found.map(({ run }) => run).filter(({ isMine }) => isMine || !input.mine)
  return { now: formatLocal(now, timezone ?? 'UTC'), day, runs }
})
