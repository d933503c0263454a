import type { Db } from '../database/connect'
import { makeSignInLink } from '../functions/people/sign-in-link'
import { plainStaffNumber } from '../functions/people/staff-number'
import { WrongSetting } from '../functions/platform/settings'
import { runOnDatabase } from './open-database'

const usage = '用法：npm run sign-in-link -- <工号> [单位代号]'

async function findPeople(db: Db, staffNumber: string, slug: string | undefined) {
  let people = db
    .selectFrom('person as p')
    .innerJoin('org as o', 'o.orgId', 'p.orgId')
    .select(['p.orgId', 'p.personId', 'p.name', 'p.staffNumber', 'o.slug', 'o.name as institution'])
    .where((is) => is(is.fn('upper', ['p.staffNumber']), '=', plainStaffNumber(staffNumber)))
    .where('p.status', '<>', 'left')
  if (slug) people = people.where('o.slug', '=', slug)
  return people.orderBy('o.slug').execute()
}

/** Prints a one-time sign-in link of 15 minutes for somebody: how the first administrator gets into a bare server. */
runOnDatabase(async ({ db, settings }) => {
  const [staffNumber, slug] = process.argv.slice(2)
  if (!staffNumber) throw new WrongSetting(usage)
  const people = await findPeople(db, staffNumber, slug)
  const [person] = people
  if (!person)
    throw new WrongSetting(`没有工号为 ${staffNumber} 的在职人员${slug ? `(单位代号 ${slug})` : ''}。\n${usage}`)
  if (people.length > 1) {
    const choices = people.map((one) => `${one.slug}(${one.institution},${one.name})`).join('、')
    throw new WrongSetting(`多个单位都有工号 ${staffNumber},请在后面写上单位代号：${choices}。`)
  }
  const link = await makeSignInLink(db, Date.now(), { orgId: person.orgId, personId: person.personId })
  process.stdout.write(
    [
      `${person.institution} ${person.name}(${person.staffNumber})的登录链接，15 分钟内有效，只能用一次:`,
      `  手机页面  ${settings.publicUrl}/#/features/people/sign-in?link=${link}`,
      `  管理后台  ${settings.publicUrl}/console/?link=${link}`,
      '',
    ].join('\n'),
  )
  return 0
})
