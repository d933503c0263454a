import { saveLineRule } from '../../contract/shuttle-vehicles'
import { keeper, refuse } from '../keeper'
import { resizeRuns } from './resize-runs'
import { readLineRules } from './setting-rows'

export default keeper(saveLineRule, async (input, asked) => {
  const lines = await readLineRules(asked)
  if (!lines.some(({ route }) => route.routeId === input.routeId)) return refuse('NO_SUCH_LINE')
  const { routeId, ...rule } = input
  await asked.db
    .insertInto('shuttleLine')
    .values({ orgId: asked.orgId, routeId, ...rule })
    .onConflict((line) => line.columns(['orgId', 'routeId']).doUpdateSet(rule))
    .execute()
  return (await resizeRuns(asked)) ?? input
})
