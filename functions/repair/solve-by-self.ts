import { solveBySelf } from '../../contract/repair'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { catalogOf, reportable } from './catalog'

export default keeper(solveBySelf, async ({ categoryId }, asked) => {
  const { db, orgId, now, person } = asked
  if (!reportable(await catalogOf(asked), categoryId)) return refuse('NO_SUCH_CATEGORY')
  await db
    .insertInto('selfHelp')
    .values({ orgId, selfHelpId: newId(now), categoryId, personId: person.personId, at: new Date(now) })
    .execute()
  const { solved } = await db
    .selectFrom('selfHelp')
    .select((is) => is.fn.countAll<number>().as('solved'))
    .where('orgId', '=', orgId)
    .where('categoryId', '=', categoryId)
    .executeTakeFirstOrThrow()
  return { solved }
})
