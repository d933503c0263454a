import { ticketKinds } from '../../contract/repair-lifecycle'
import type { Db } from '../../database/connect'
import { newId } from '../../functions/secrets'
import { starterTree } from './categories'
import { usualLimits } from './limits'

const bare = { skill: '', questions: '[]', selfHelp: '', limits: JSON.stringify(usualLimits.none) }

/** Writes the starter tree of an institution that has no categories yet; gives the ids by 空调 and 空调/不制冷. */
export async function writeCategories(db: Db, orgId: number, now: number): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const rows = ticketKinds.flatMap((kind) =>
    Object.entries(starterTree[kind]).flatMap(([group, leaves]) => {
      const parentId = newId(now)
      ids.set(group, parentId)
      const own = leaves.map(({ name, limits, skill = '', questions = [], selfHelp = '' }) => {
        const categoryId = newId(now)
        ids.set(`${group}/${name}`, categoryId)
        const asked = questions.map(([question, ...choices]) => ({ question, choices }))
        const rules = { skill, questions: JSON.stringify(asked), selfHelp, limits: JSON.stringify(usualLimits[limits]) }
        return { orgId, categoryId, parentId, kind, name, ...rules }
      })
      return [{ orgId, categoryId: parentId, parentId: null, kind, name: group, ...bare }, ...own]
    }),
  )
  await db
    .insertInto('category')
    .values(rows.map((row, i) => ({ ...row, sortOrder: (i + 1) * 10 })))
    .execute()
  return ids
}
