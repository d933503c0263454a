import { getRepairReport } from '../../contract/repair-report'
import { keeper, refuse } from '../keeper'
import { catalogOf } from './catalog'
import { countReport } from './count-report'
import { scopeOf } from './report-scope'

export default keeper(getRepairReport, async (input, asked) => {
  const catalog = await catalogOf(asked)
  const scope = scopeOf(input, asked, catalog)
  return scope ? countReport(scope, catalog) : refuse('ENDS_BEFORE_START')
})
