import { saveCanteenSetting } from '../../contract/canteen-feedback'
import { openingProblem } from '../../contract/opening-hours'
import { keeper, refuse } from '../keeper'
import { holdsOneOf } from './holds-one-of'
import { readCanteenSetting } from './setting-rows'

export default keeper(saveCanteenSetting, async (input, asked) => {
  const { weekly, publishedThrough, answerMinutes, dutyManagerId, hygieneWords } = input
  // without any service hours no answer would ever be due
  const isClosed = weekly.every((ranges) => ranges.length === 0)
  const problem = openingProblem(weekly, '服务') ?? (isClosed ? '一周中至少要有一段服务时间' : undefined)
  if (problem) return refuse('HOURS_INVALID', { problem })
  if (dutyManagerId && !(await holdsOneOf(asked, dutyManagerId, ['manager', 'kitchen', 'admin'])))
    return refuse('NO_SUCH_PERSON')
  await asked.db
    .updateTable('canteenSetting')
    .set({
      weekly: JSON.stringify(weekly.map((ranges) => [...ranges].sort((a, b) => a[0] - b[0]))),
      publishedThrough,
      answerMinutes,
      dutyManagerId: dutyManagerId ?? null,
      hygieneWords: [...new Set(hygieneWords)],
    })
    .where('orgId', '=', asked.orgId)
    .execute()
  const saved = await readCanteenSetting(asked)
  const { weekly: hours, ...plain } = saved
  asked.note({ ...plain, hours: { weekly: hours } })
  return saved
})
