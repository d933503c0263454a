import { suggest } from '../../contract/survey-actions'
import { dayOf, instantAt } from '../../contract/zone'
import { keeper, refuse } from '../keeper'

const mostADay = 5
const quarterMs = 15 * 60_000

// Not one of the writes: a command or an audit entry would say whose suggestion it is.
export default keeper(suggest, async ({ need }, { db, orgId, now, person }) => {
  const { personId, zone } = person
  return db.transaction().execute(async (inTransaction) => {
    // one after the other, so that six at the same moment are not five
    await inTransaction
      .selectFrom('person')
      .select('personId')
      .where('orgId', '=', orgId)
      .where('personId', '=', personId)
      .forNoKeyUpdate()
      .execute()
    const ownToday = await inTransaction
      .selectFrom('surveyAction')
      .select(['actionId', 'need'])
      .where('orgId', '=', orgId)
      .where('suggestedBy', '=', personId)
      .where('createdAt', '>=', new Date(instantAt(dayOf(now, zone), 0, zone)))
      .execute()
    const again = ownToday.find((own) => own.need === need)
    if (again) return { actionId: again.actionId }
    if (ownToday.length >= mostADay) return refuse('TOO_MANY_TODAY')
    // a random id, and no minute: when it was would tell who was there
    const actionId = crypto.randomUUID()
    const at = new Date(now - (now % quarterMs))
    await inTransaction
      .insertInto('surveyAction')
      .values({ orgId, actionId, need, isSuggestion: true, suggestedBy: personId, createdAt: at, changedAt: at })
      .execute()
    return { actionId }
  })
})
