import { cleanText } from '../contract/fields'
import { holidaysPublishedThrough, publicHolidays } from '../contract/holidays'
import type { Db } from '../database/connect'
import { pinyinOf } from '../functions/documents/pinyin'
import { makeDepartments } from '../functions/people/make-departments'
import { readStaffNumber } from '../functions/people/read-staff-number'
import { WrongSetting } from '../functions/platform/settings'
import { newId } from '../functions/secrets'
import { writeAudit } from '../functions/write-audit'
import { runOnDatabase } from './open-database'
import { writeCategories } from './starter/write-categories'

const usage = '用法：npm run new:institution -- <单位代号> <单位名称> <管理员工号> <管理员姓名>'
const undefinedTable = '42P01'

/** What the command was given, checked. */
interface Wish {
  slug: string
  name: string
  staffNumber: string
  adminName: string
}

function nameOf(given: string, max: number, what: string): string {
  const name = cleanText(given)
  if (name === '' || [...name].length > max) throw new WrongSetting(`${what}须为 1 到 ${max} 个字。\n${usage}`)
  return name
}

function readWish(words: readonly string[]): Wish {
  const [slug, name, staffNumber, adminName, ...rest] = words
  if (!slug || !name || !staffNumber || !adminName || rest.length > 0) throw new WrongSetting(usage)
  if (!/^[a-z0-9-]{2,40}$/.test(slug)) {
    throw new WrongSetting(`单位代号须为 2 到 40 个小写字母、数字或短横线，例如 xinghe；现在是“${slug}”。`)
  }
  const number = readStaffNumber(staffNumber)
  if (number === undefined) throw new WrongSetting(`“${staffNumber}”不能作工号。\n${usage}`)
  return { slug, name: nameOf(name, 40, '单位名称'), staffNumber: number, adminName: nameOf(adminName, 30, '姓名') }
}

/** Writes the institution and the one person who can let in all others. Gives nothing when the slug is taken. */
async function writeInstitution(db: Db, now: number, wish: Wish): Promise<boolean> {
  const { slug, name, staffNumber, adminName } = wish
  // numbers are given out by hand, so that tokens can name their institution in a letter or two
  const last = await db.selectFrom('org').select('orgId').orderBy('orgId', 'desc').limit(1).executeTakeFirst()
  const orgId = (last?.orgId ?? 0) + 1
  const made = await db
    .insertInto('org')
    .values({ orgId, slug, name })
    .onConflict((taken) => taken.column('slug').doNothing())
    .returning('orgId')
    .executeTakeFirst()
  if (!made) return false
  await db.insertInto('roomDirectory').values({ orgId }).execute()
  await db
    .insertInto('specialDay')
    .values(publicHolidays.map((day) => ({ orgId, ...day })))
    .execute()
  await writeCategories(db, orgId, now)
  const departmentId = (await makeDepartments({ db, orgId, now }, [[name]]))([name])
  const personId = newId(now)
  await db
    .insertInto('person')
    .values({
      orgId,
      personId,
      staffNumber,
      name: adminName,
      ...pinyinOf(adminName),
      departmentId,
      duties: ['admin'],
    })
    .execute()
  await writeAudit(db, { orgId, now }, 'people.makeInstitution', 'write', { slug, name, personId })
  return true
}

/**
 * Makes an institution with its public holidays, a starter tree of categories, a root department and the first
 * administrator. All of it or nothing.
 */
runOnDatabase(async ({ db }) => {
  const wish = readWish(process.argv.slice(2))
  try {
    const isMade = await db.transaction().execute((inside) => writeInstitution(inside, Date.now(), wish))
    if (!isMade) throw new WrongSetting(`单位代号 ${wish.slug} 已经有了，请换一个。`)
  } catch (cause) {
    if ((cause as { code?: string }).code !== undefinedTable) throw cause
    throw new WrongSetting('这个数据库里还没有表：请先启动一次服务，它会建好。', { cause })
  }
  process.stdout.write(
    [
      `${wish.name}（${wish.slug}）已建好，管理员 ${wish.adminName}（${wish.staffNumber}），${holidaysPublishedThrough} 年为止的节假日已录入。`,
      '下一步，给管理员一个登录链接：',
      `  npm run sign-in-link -- ${wish.staffNumber} ${wish.slug}`,
      '',
    ].join('\n'),
  )
  return 0
})
