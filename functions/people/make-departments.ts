import type { AskedByPerson } from '../keeper'
import { newId } from '../secrets'

type Where = Pick<AskedByPerson, 'db' | 'orgId' | 'now'>

const keyOf = (path: readonly string[]) => path.join('\u0000')

/** Ids of departments by path, root first; those that are not there yet are made, with all above them. */
export async function makeDepartments(
  { db, orgId, now }: Where,
  paths: readonly (readonly string[])[],
): Promise<(path: readonly string[]) => string> {
  const rows = await db.selectFrom('department').select(['path', 'pathIds']).where('orgId', '=', orgId).execute()
  const idsOf = new Map(rows.map(({ path, pathIds }) => [keyOf(path), pathIds]))
  const made: {
    orgId: number
    departmentId: string
    parentId: string | null
    name: string
    path: string[]
    pathIds: string[]
  }[] = []
  for (const whole of paths) {
    for (const [i, name] of whole.entries()) {
      const path = whole.slice(0, i + 1)
      if (idsOf.has(keyOf(path))) continue
      const above = idsOf.get(keyOf(whole.slice(0, i))) ?? []
      const departmentId = newId(now)
      const pathIds = [...above, departmentId]
      idsOf.set(keyOf(path), pathIds)
      made.push({ orgId, departmentId, parentId: above.at(-1) ?? null, name, path, pathIds })
    }
  }
  for (let i = 0; i < made.length; i += 2000) {
    await db
      .insertInto('department')
      .values(made.slice(i, i + 2000))
      .execute()
  }
  return (path) => {
    const departmentId = idsOf.get(keyOf(path))?.at(-1)
    if (departmentId === undefined) throw new Error('a department just made is not there')
    return departmentId
  }
}
