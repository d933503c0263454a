import { sql } from 'kysely'
import type { Audience } from '../../contract/survey'
import type { Db } from '../../database/connect'

type Place = { db: Db; orgId: number }

const serviceWords = { booking: '订过会议室', repair: '报修过', canteen: '用过食堂', shuttle: '坐过班车' }
const mostNamed = 3

async function namesOf({ db, orgId }: Place, audience: Audience): Promise<string[]> {
  if (audience.kind !== 'departments' && audience.kind !== 'sites') return []
  const { rows } = await (audience.kind === 'departments'
    ? sql<{ name: string }>`SELECT name FROM department WHERE org_id = ${orgId}
        AND department_id = ANY (${audience.departmentIds}::uuid[]) ORDER BY path`
    : sql<{ name: string }>`SELECT name FROM site WHERE org_id = ${orgId}
        AND site_id = ANY (${audience.siteIds}::uuid[]) ORDER BY name`
  ).execute(db)
  return rows.map(({ name }) => name)
}

/** Whether every department or site that an audience names is there. */
export async function isKnownAudience(place: Place, audience: Audience): Promise<boolean> {
  if (audience.kind === 'departments')
    return (await namesOf(place, audience)).length === new Set(audience.departmentIds).size
  if (audience.kind === 'sites') return (await namesOf(place, audience)).length === new Set(audience.siteIds).size
  return true
}

/** An audience in a few words, without its number: 后勤处、院办公室等 5 个部门（含下级部门）. */
export async function audienceWords(place: Place, audience: Audience): Promise<string> {
  if (audience.kind === 'everyone') return '本单位全体职工'
  if (audience.kind === 'users') return `最近 ${audience.days} 天${serviceWords[audience.service]}的职工`
  const names = await namesOf(place, audience)
  const said = names.slice(0, mostNamed).join('、')
  const isDepartments = audience.kind === 'departments'
  const more = names.length > mostNamed ? `等 ${names.length} 个${isDepartments ? '部门' : '院区'}` : ''
  return `${said}${more}${isDepartments ? '（含下级部门）' : ''}`
}
