import { openingProblem } from '../../contract/opening-hours'
import { saveRepairSetting } from '../../contract/repair-catalog'
import { keeper, refuse } from '../keeper'

export default keeper(saveRepairSetting, async (input, asked) => {
  const { weekly, escalation, ...plain } = input
  // without any service hours no deadline could ever be computed
  const isClosed = weekly.every((ranges) => ranges.length === 0)
  const problem = openingProblem(weekly, '服务') ?? (isClosed ? '一周中至少要有一段服务时间' : undefined)
  if (problem) return refuse('HOURS_INVALID', { problem })
  const setting = {
    ...plain,
    weekly: weekly.map((ranges) => [...ranges].sort((a, b) => a[0] - b[0])),
    escalation,
  }
  await asked.db
    .updateTable('repairSetting')
    .set((is) => ({
      ...plain,
      weekly: JSON.stringify(setting.weekly),
      escalation: JSON.stringify(escalation),
      // kept copies are read anew, and open deadlines computed anew
      revision: is('revision', '+', 1),
    }))
    .where('orgId', '=', asked.orgId)
    .execute()
  asked.note(setting)
  return setting
})
