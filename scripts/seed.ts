import { sql } from 'kysely'
import { publicHolidays } from '../contract/holidays'
import { type Address, connect, type Db } from '../database/connect'
import { startEmbedded } from '../database/embedded'
import { readSettings } from '../functions/platform/settings'
import { startTrouble } from '../functions/platform/start-trouble'
import { writeBookings } from './demo/bookings'
import { writeCanteen } from './demo/canteen'
import { chanceOf } from './demo/chance'
import { demo, type Outline, second } from './demo/institution'
import { writeDepartments, writePeople } from './demo/people'
import { writeRepair } from './demo/repair'
import { writeRooms } from './demo/rooms'
import { writeShuttle } from './demo/shuttle'
import { writeSurveys } from './demo/survey'

const outlines = [demo, second]

/** Writes one institution of the demo, without bookings. */
async function writeInstitution(db: Db, orgId: number, outline: Outline): Promise<void> {
  const chance = chanceOf(outline.slug)
  await db.insertInto('org').values({ orgId, slug: outline.slug, name: outline.name }).execute()
  await db
    .insertInto('specialDay')
    .values(publicHolidays.map((day) => ({ orgId, ...day })))
    .execute()
  const departmentIds = await writeDepartments(db, orgId, outline)
  const siteIds = await writeRooms(db, { orgId, outline, departmentIds }, chance)
  await writePeople(db, { orgId, outline, departmentIds, siteIds }, chance)
}

/** A greeting in the inbox of everyone with a part to play. */
async function writeNotices(db: Db, orgId: number, now: number): Promise<void> {
  const rows = await db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', orgId)
    .orderBy('staffNumber')
    .limit(9)
    .execute()
  await db
    .insertInto('notice')
    .values(
      rows.map(({ personId }) => ({
        orgId,
        personId,
        title: '欢迎使用管家',
        body: '这里是演示单位。您可以预订会议室、查看和取消自己的预订；改动不会影响任何真实的单位。',
        createdAt: new Date(now - 3_600_000),
      })),
    )
    .execute()
}

/**
 * Makes the demo in an empty database; in a demo that was left alone for some days, fills the days that have come
 * near. Any other database is left as it is. All of it or nothing.
 */
export async function seedWhenEmpty(address: Address, tell: (sentence: string) => void): Promise<void> {
  const { db, close } = connect(address, 2)
  const startedAt = Date.now()
  try {
    const written = await db.transaction().execute(async (inside) => {
      const orgs = await inside.selectFrom('org').select(['orgId', 'slug']).orderBy('orgId').execute()
      if (orgs.length === 0) {
        tell('数据库是空的，正在写入演示单位……')
        for (const [i, outline] of outlines.entries()) {
          await writeInstitution(inside, i + 1, outline)
          orgs.push({ orgId: i + 1, slug: outline.slug })
        }
        await writeNotices(inside, 1, startedAt)
      }
      let bookings = 0
      let tickets = 0
      let servings = 0
      let seats = 0
      let answers = 0
      for (const { orgId, slug } of orgs) {
        const outline = outlines.find((each) => each.slug === slug)
        if (!outline) continue
        bookings += await writeBookings(inside, orgId, startedAt)
        tickets += await writeRepair(inside, orgId, outline, startedAt)
        servings += await writeCanteen(inside, orgId, outline, startedAt)
        seats += await writeShuttle(inside, orgId, outline, startedAt)
        answers += await writeSurveys(inside, orgId, startedAt)
      }
      return { bookings, tickets, servings, seats, answers }
    })
    if (Object.values(written).every((n) => n === 0)) return
    // the planner knows nothing of rows that came all at once, and would walk them one by one
    await sql`ANALYZE`.execute(db)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    const { bookings, tickets, servings, seats, answers } = written
    tell(
      `  演示单位有了 ${bookings} 条新预订、${tickets} 张新工单、菜单上的 ${servings} 道菜、班车上的 ${seats} 个座位、${answers} 份答卷，用时 ${seconds} 秒。`,
    )
  } finally {
    await close()
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const tell = (sentence: string) => process.stdout.write(`${sentence}\n`)
  if (settings.databaseUrl) return seedWhenEmpty({ connectionString: settings.databaseUrl }, tell)
  const server = await startEmbedded(settings.dataDir)
  await seedWhenEmpty(server.address('guanjia'), tell).finally(() => server.stop())
}

if (require.main === module) {
  main().catch((cause: unknown) => {
    process.stderr.write(`${startTrouble(cause)}\n`)
    process.exitCode = 1
  })
}
