import type { AllergenCode } from '../../contract/canteen-allergens'
import { documentsOf } from '../documents/documents'
import type { AskedByPerson } from '../keeper'
import { newId } from '../secrets'
import { judgeDish } from './judge-dish'

/** A dish that a menu names and nobody knows yet. */
export interface NamedDish {
  name: string
  /** As the menu's notes say. */
  contains: readonly AllergenCode[]
}

const atOnce = 1000

/**
 * Makes dishes with their history's first entry; ids by name. They want labels before they can be published: a menu says
 * at most what is in them, never what is not. Somebody who makes the same dish at the same moment made it for both.
 */
export async function makeDishes(
  { db, orgId, now, person, cloud }: Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person' | 'cloud'>,
  dishes: readonly NamedDish[],
): Promise<ReadonlyMap<string, string>> {
  const { pinyinOf } = documentsOf(cloud)
  const idOf = new Map<string, string>()
  // in one order, so that two who make the same dishes wait for each other and not in a circle
  const sorted = [...dishes].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (let at = 0; at < sorted.length; at += atOnce) {
    const made = sorted.slice(at, at + atOnce).map(({ name, contains }) => {
      const evidence = { name, ingredients: [], isNameFigurative: false, contains: [...contains], free: [], diets: [] }
      const row = { orgId, dishId: newId(now), ...evidence, ...pinyinOf(name), createdAt: new Date(now) }
      return { evidence, row: { ...row, ...judgeDish({ ...evidence, isConfirmed: false }) } }
    })
    const written = await db
      .insertInto('dish')
      .values(made.map(({ row }) => row))
      .onConflict((c) => c.columns(['orgId', 'name']).where('isRetired', '=', false).doNothing())
      .returning(['dishId', 'name'])
      .execute()
    for (const { dishId, name } of written) idOf.set(name, dishId)
    const events = made
      .filter(({ row }) => idOf.get(row.name) === row.dishId)
      .map(({ row, evidence }) => ({
        ...{ orgId, dishId: row.dishId, eventNumber: 1, at: new Date(now), byId: person.personId },
        ...{ kind: 'imported', data: JSON.stringify(evidence) },
      }))
    if (events.length > 0) await db.insertInto('dishLabelEvent').values(events).execute()
  }
  const others = sorted.map(({ name }) => name).filter((name) => !idOf.has(name))
  if (others.length === 0) return idOf
  const known = await db
    .selectFrom('dish')
    .select(['dishId', 'name'])
    .where('orgId', '=', orgId)
    .where('name', 'in', others)
    .where('isRetired', '=', false)
    .execute()
  for (const { dishId, name } of known) idOf.set(name, dishId)
  return idOf
}
