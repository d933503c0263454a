import type { Db } from '../../database/connect'
import { pinyinOf } from '../../functions/documents/pinyin'
import type { Chance } from './chance'
import type { Outline } from './institution'
import { namesOf } from './names'

/** Writes the department tree; gives the ids by name. */
export async function writeDepartments(db: Db, orgId: number, outline: Outline): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const rows = Object.entries(outline.departments).flatMap(([parent, children]) => {
    const parentId = crypto.randomUUID()
    ids.set(parent, parentId)
    const below = children.map((name) => {
      const departmentId = crypto.randomUUID()
      ids.set(name, departmentId)
      return { orgId, departmentId, parentId, name, path: [parent, name], pathIds: [parentId, departmentId] }
    })
    return [
      { orgId, departmentId: parentId, parentId: null, name: parent, path: [parent], pathIds: [parentId] },
      ...below,
    ]
  })
  await db.insertInto('department').values(rows).execute()
  return ids
}

const kinds = ['在编', '在编', '在编', '合同制', '合同制', '博士后', '劳务派遣']

/** Writes the roster: the personas first, then as many others as the outline wants. */
export async function writePeople(
  db: Db,
  place: { orgId: number; outline: Outline; departmentIds: Map<string, string>; siteIds: readonly string[] },
  chance: Chance,
): Promise<void> {
  const { orgId, outline, departmentIds, siteIds } = place
  const { personas, letter, people } = outline
  const leaves = Object.entries(outline.departments).flatMap(([parent, children]) =>
    children.length > 0 ? children : [parent],
  )
  const names = namesOf(
    chance,
    people - personas.length,
    personas.map((persona) => persona.name),
  )
  const everyone = [...personas, ...names.map((name) => ({ name, department: chance.pick(leaves), duties: [] }))]
  await db
    .insertInto('person')
    .values(
      everyone.map(({ name, department, duties }, i) => {
        const number = String(i + 1).padStart(4, '0')
        // nobody with a part to play is away
        const isOrdinary = i >= personas.length
        return {
          orgId,
          staffNumber: letter + number,
          name,
          ...pinyinOf(name),
          departmentId: departmentIds.get(department) ?? '',
          siteId: siteIds[isOrdinary && chance.happens(0.35) ? siteIds.length - 1 : 0] ?? null,
          phone: `${letter === 'D' ? '1380000' : '1390000'}${number}`,
          office: `${chance.whole(1, 9)}${String(chance.whole(1, 30)).padStart(2, '0')} 室`,
          kind: chance.pick(kinds),
          duties: [...duties],
          status:
            isOrdinary && chance.happens(0.02) ? 'onLeave' : isOrdinary && chance.happens(0.01) ? 'left' : 'active',
        }
      }),
    )
    .execute()
}
