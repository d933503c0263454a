import type { AskedByPerson } from './keeper'
import { newId } from './secrets'
import { touchDirectory } from './touch-directory'

/** Ids of sites by name; those that are not there yet are made. */
export async function makeSites(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('site').select(['name', 'siteId']).where('orgId', '=', orgId).execute()
  const idOf = new Map(rows.map(({ name, siteId }) => [name, siteId]))
  const made = [...new Set(names)].filter((name) => name !== '' && !idOf.has(name))
  const values = made.map((name) => ({ orgId, siteId: newId(now), name }))
  if (values.length > 0) {
    await db.insertInto('site').values(values).execute()
    await touchDirectory(db, orgId)
  }
  for (const { name, siteId } of values) idOf.set(name, siteId)
  return idOf
}
