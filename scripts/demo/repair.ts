import { workingMinutesBetween } from '../../contract/working-time'
import type { Db } from '../../database/connect'
import { type Catalog, catalogOf } from '../../functions/repair/catalog'
import { writeCategories } from '../starter/write-categories'
import { chanceOf } from './chance'
import { demo, type Outline } from './institution'
import { pastStories } from './repair-past'
import { writePlaces } from './repair-places'
import { writeTechnicians } from './repair-technicians'
import { type Scene, writeTickets } from './repair-tickets'
import { underway } from './repair-underway'
import { waiting } from './repair-waiting'

/** Three weeks, in milliseconds. */
const threeWeeks = 21 * 86_400_000

async function readPeople(db: Db, orgId: number) {
  return db
    .selectFrom('person')
    .select(['personId', 'phone', 'duties'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'active')
    .orderBy('staffNumber')
    .execute()
}

/**
 * Gives an institution of the demo its repair service, once: categories, places, assets with codes, technicians and the
 * tickets of the last three weeks before `now` (epoch ms). Gives how many tickets were written.
 */
export async function writeRepair(db: Db, orgId: number, outline: Outline, now: number): Promise<number> {
  const known = await db.selectFrom('category').select('categoryId').where('orgId', '=', orgId).limit(1).execute()
  if (known.length > 0) return 0
  const categoryIds = await writeCategories(db, orgId, now)
  const { places, assets } = await writePlaces(db, orgId, now, categoryIds)
  const isLarge = outline === demo
  await db
    .updateTable('repairSetting')
    .set({ dutyPhone: isLarge ? '010-55501234' : '0571-55505678', dispatch: 'auto' })
    .where('orgId', '=', orgId)
    .execute()
  const technicians = await writeTechnicians(db, orgId, isLarge ? '物业科' : '所办公室', isLarge ? 5 : 1)
  if (!isLarge) return 0

  const { calendar, categoryOf }: Catalog = await catalogOf({ cloud: { db }, db, orgId })
  const people = await readPeople(db, orgId)
  const deskId = people.find(({ duties }) => duties.includes('dispatcher'))?.personId
  if (!deskId || technicians.length === 0) return 0
  const scene: Scene = { orgId, now, calendar, categoryIds, categoryOf, places, assets, technicians, people, deskId }
  const chance = chanceOf(`tickets of ${outline.slug}`)
  const buildings = Object.values(outline.sites).flat()
  const past = pastStories(52, 700, workingMinutesBetween(calendar, now - threeWeeks, now), buildings, chance)
  return writeTickets(db, scene, [...past, ...waiting, ...underway], chance)
}
