import { sql } from 'kysely'
import { documentsOf } from '../documents/documents'
import { floorLevelOf } from '../floor-level'
import type { AskedByPerson } from '../keeper'
import { makeSites } from '../make-sites'
import { giveDoorCode } from '../new-door-code'
import { newId } from '../secrets'
import type { RoomFacts } from './compare-rooms'
import { lockRooms } from './lock-rooms'

type Where = Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'cloud'>

/** Ids of buildings by site and name; sites and buildings that are not there yet are made. */
async function makeBuildings(
  { db, orgId, now }: Where,
  rooms: readonly RoomFacts[],
): Promise<(room: RoomFacts) => string> {
  const siteIds = await makeSites(
    { db, orgId, now },
    rooms.map(({ site }) => site),
  )
  const rows = await db
    .selectFrom('building')
    .select(['siteId', 'name', 'buildingId'])
    .where('orgId', '=', orgId)
    .execute()
  const keyOf = (siteId: string, name: string) => `${siteId} ${name}`
  const idOf = new Map(rows.map(({ siteId, name, buildingId }) => [keyOf(siteId, name), buildingId]))
  const made = []
  for (const { site, building } of rooms) {
    const siteId = siteIds.get(site)
    if (siteId === undefined) throw new Error('a site just made is not there')
    if (idOf.has(keyOf(siteId, building))) continue
    const buildingId = newId(now)
    idOf.set(keyOf(siteId, building), buildingId)
    made.push({ orgId, buildingId, siteId, name: building })
  }
  if (made.length > 0) await db.insertInto('building').values(made).execute()
  return ({ site, building }) => idOf.get(keyOf(siteIds.get(site) ?? '', building)) ?? ''
}

/** Adds rooms with the usual rules for what a sheet does not say, and gives each a code for its door. */
export async function addRooms(where: Where, rooms: readonly RoomFacts[]): Promise<void> {
  if (rooms.length === 0) return
  const { db, orgId, now, cloud } = where
  const buildingId = await makeBuildings(where, rooms)
  const { pinyinOf } = documentsOf(cloud)
  const made = rooms.map((room) => ({
    orgId,
    roomId: newId(now),
    buildingId: buildingId(room),
    floor: room.floor,
    floorLevel: floorLevelOf(room.floor),
    name: room.name,
    ...pinyinOf(room.name),
    equipment: [...room.equipment],
    notice: room.notice,
    turnoverMinutes: 0,
    rules: JSON.stringify({
      isBookable: room.isBookable,
      capacity: room.capacity,
      opening: room.opening,
      openToDepartmentIds: [],
      windows: [],
      minMinutes: 15,
      maxMinutes: 480,
      daysAhead: 30,
      turnoverMinutes: 0,
      cancelUntilMinutes: 30,
    }),
  }))
  // a statement takes at most 65,535 values
  for (let i = 0; i < made.length; i += 2000)
    await db
      .insertInto('room')
      .values(made.slice(i, i + 2000))
      .execute()
  for (const { roomId } of made) await giveDoorCode(where, roomId)
}

/** Changes what sheets say of rooms; rules that they do not speak of stay. Nobody reserves these rooms meanwhile. */
export async function changeRooms(where: Where, rooms: readonly (RoomFacts & { roomId: string })[]): Promise<void> {
  if (rooms.length === 0) return
  await lockRooms(
    where,
    rooms.map(({ roomId }) => roomId),
  )
  const rows = rooms.map(({ roomId, floor, equipment, notice, capacity, opening, isBookable }) => ({
    roomId,
    floor,
    floorLevel: floorLevelOf(floor),
    equipment,
    notice,
    rules: { capacity, opening, isBookable },
  }))
  await sql`UPDATE room SET floor = x.floor, floor_level = x."floorLevel", equipment = x.equipment, notice = x.notice,
      rules = room.rules || x.rules, revision = room.revision + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x("roomId" uuid, floor text, "floorLevel" integer, equipment text[], notice text, rules jsonb)
    WHERE room.org_id = ${where.orgId} AND room.room_id = x."roomId"`.execute(where.db)
}
