import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { documentsOf } from '../documents/documents'
import type { AskedByPerson } from '../keeper'
import type { Facts } from './compare-roster'

type Where = Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'cloud'>

/** One record to be written, with the ids its department and site have. */
export interface Written extends Omit<Facts, 'departmentPath' | 'site'> {
  personId: string
  departmentId: string
  siteId: string | null
}

/** Pinyin of many names; other calls get their turn in between. */
async function withPinyin({ cloud }: Where, people: readonly Written[]) {
  const { pinyinOf } = documentsOf(cloud)
  const known = new Map<string, { pinyin: string; initials: string }>()
  const result = []
  for (const [i, person] of people.entries()) {
    const pinyin = known.get(person.name) ?? pinyinOf(person.name)
    known.set(person.name, pinyin)
    result.push({ ...person, ...pinyin })
    if (i % 500 === 499) await setImmediate()
  }
  return result
}

const columns =
  sql.raw(`"personId" uuid, "staffNumber" text, name text, pinyin text, initials text, "departmentId" uuid,
  "siteId" uuid, phone text, office text, kind text, duties text[], status text, note text`)
const values = sql.raw(
  'x.name, x.pinyin, x.initials, x."departmentId", x."siteId", x.phone, x.office, x.kind, x.duties, x.status, x.note',
)
const fields = sql.raw('name, pinyin, initials, department_id, site_id, phone, office, kind, duties, status, note')

/** Adds people, all in one statement. */
export async function addPeople(where: Where, people: readonly Written[]): Promise<void> {
  if (people.length === 0) return
  const rows = JSON.stringify(await withPinyin(where, people))
  await sql`INSERT INTO person (org_id, person_id, staff_number, created_at, ${fields})
    SELECT ${where.orgId}, x."personId", x."staffNumber", ${new Date(where.now)}, ${values}
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(${columns})`.execute(where.db)
}

/** Changes people, all in one statement. */
export async function changePeople(where: Where, people: readonly Written[]): Promise<void> {
  if (people.length === 0) return
  const rows = JSON.stringify(await withPinyin(where, people))
  await sql`UPDATE person SET (${fields}) = ROW(${values})
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(${columns})
    WHERE person.org_id = ${where.orgId} AND person.person_id = x."personId"`.execute(where.db)
}
