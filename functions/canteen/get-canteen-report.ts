import { getCanteenReport } from '../../contract/canteen-feedback'
import { keeper } from '../keeper'
import { countCanteenReport, reportScope } from './count-canteen-report'

export default keeper(getCanteenReport, async (range, asked) => {
  const scope = await reportScope(asked, range)
  return 'refusal' in scope ? scope : countCanteenReport(scope)
})
