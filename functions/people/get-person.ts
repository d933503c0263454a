import { getPerson } from '../../contract/people'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { rosterPersonOf, selectRoster } from './roster-person'

export default keeper(getPerson, async ({ personId }, { db, orgId, person }) => {
  const row = await selectRoster(db, orgId).where('p.personId', '=', personId).executeTakeFirst()
  if (!row) return refuse('NO_SUCH_PERSON')
  const identities = await db
    .selectFrom('identity')
    .select(['provider', 'boundAt'])
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .orderBy('provider')
    .execute()
  return {
    ...rosterPersonOf(row),
    identities: identities.map(({ provider, boundAt }) => ({
      provider,
      boundAt: formatInstant(boundAt.getTime(), person.zone),
    })),
  }
})
