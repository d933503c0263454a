import { openStatuses } from '../../contract/repair-lifecycle'
import { classifyTicket } from '../../contract/repair-work'
import { keeper, refuse } from '../keeper'
import { catalogOf, categoryName, reportable } from './catalog'
import { record, statusOf } from './hold-ticket'
import { holdToAmend } from './hold-to-amend'

export default keeper(classifyTicket, async ({ ticketId, categoryId, urgency }, asked) => {
  const held = await holdToAmend(asked, ticketId, openStatuses)
  if ('refusal' in held) return held
  const catalog = await catalogOf(asked)
  const { row } = held
  const answer = { ticketId, status: statusOf(row) }
  // what it already is keeps the limits it was reported under
  if (row.categoryId === categoryId && row.urgency === urgency) return answer
  const category = reportable(catalog, categoryId)
  if (!category) return refuse('NO_SUCH_CATEGORY')
  const [from, to] = [row.categoryId, categoryId].map((each) => categoryName(catalog, each))
  await record(
    asked,
    held,
    { kind: 'classified', data: { from, to, urgency, limits: category.limits[urgency] } },
    { categoryId, urgency, kind: category.kind },
  )
  asked.note({ ticketId, from, to, urgency })
  return answer
})
