import type { LimitsByUrgency } from '../../contract/repair-clocks'
import type { TicketKind } from '../../contract/repair-lifecycle'
import { newId } from '../../functions/secrets'
import type { GivenOrg } from './given'
import type { TestCloud } from './start-cloud'

let made = 0

/** A category that can be reported, in a group of its own; its limits hold for both urgencies. */
export async function givenCategory(
  { cloud }: TestCloud,
  { orgId }: Pick<GivenOrg, 'orgId'>,
  {
    kind = 'repair',
    name = `类别${++made}`,
    skill = '',
    limits = {},
  }: Partial<{
    kind: TicketKind
    name: string
    skill: string
    limits: LimitsByUrgency['normal']
  }> = {},
): Promise<string> {
  const group = { orgId, categoryId: newId(cloud.clock()), kind, name: `${name}组` }
  const categoryId = newId(cloud.clock())
  const own = { orgId, categoryId, kind, name, skill, limits: JSON.stringify({ normal: limits, urgent: limits }) }
  await cloud.db.insertInto('category').values(group).execute()
  await cloud.db
    .insertInto('category')
    .values({ ...own, parentId: group.categoryId })
    .execute()
  return categoryId
}
