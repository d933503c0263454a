import type { Room } from '../../contract/booking'
import { isRoomKeeper, type Setting, type SpecialDay, type Wisher } from '../../contract/booking-rules'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import type { Person } from '../person'
import { storedRules } from './stored-rules'

/** A room as kept in memory, with what sorting, searching and reserving need besides what is shown. */
export interface RoomEntry extends Room {
  revision: number
  buildingId: string
  pinyin: string
  initials: string
}

/** All rooms of an institution, in the order people look for them, and its special days. */
export interface RoomDirectory {
  revision: number
  rooms: readonly RoomEntry[]
  byId: ReadonlyMap<string, RoomEntry>
  sites: readonly { siteId: string; name: string }[]
  specialDays: readonly (SpecialDay & { name: string })[]
}

// One kept directory per database and institution; a small read of its revision tells whether it is still right.
const kept = new WeakMap<Db, Map<number, RoomDirectory>>()

async function revisionOf(db: Db, orgId: number): Promise<number> {
  const row = await db.selectFrom('roomDirectory').select('revision').where('orgId', '=', orgId).executeTakeFirst()
  return row?.revision ?? 0
}

async function readDirectory(db: Db, orgId: number): Promise<RoomDirectory> {
  // first the revision, then the rooms: a change in between is then seen as newer, never missed
  const revision = await revisionOf(db, orgId)
  const rows = await db
    .selectFrom('room as r')
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'r.orgId').onRef('b.buildingId', '=', 'r.buildingId'))
    .innerJoin('site as s', (on) => on.onRef('s.orgId', '=', 'b.orgId').onRef('s.siteId', '=', 'b.siteId'))
    .selectAll('r')
    .select(['b.name as building', 's.name as site', 's.siteId'])
    .where('r.orgId', '=', orgId)
    .where('r.isRetired', '=', false)
    .orderBy('s.name')
    .orderBy('b.name')
    .orderBy('r.floorLevel')
    .orderBy('r.name')
    .execute()
  const rooms = rows.map(
    (r): RoomEntry => ({
      roomId: r.roomId,
      name: r.name,
      siteId: r.siteId,
      site: r.site,
      building: r.building,
      floor: r.floor,
      equipment: r.equipment as Room['equipment'],
      layouts: r.layouts as Room['layouts'],
      photo: r.photoId ? `/photo/${r.photoId}` : '',
      notice: r.notice,
      rules: storedRules(r),
      revision: r.revision,
      buildingId: r.buildingId,
      pinyin: r.pinyin,
      initials: r.initials,
    }),
  )
  const specialDays = await db
    .selectFrom('specialDay')
    .select(['day', 'isOffDay', 'name'])
    .where('orgId', '=', orgId)
    .orderBy('day')
    .execute()
  const sites = await db
    .selectFrom('site')
    .select(['siteId', 'name'])
    .where('orgId', '=', orgId)
    .orderBy('name')
    .execute()
  return {
    revision,
    rooms,
    byId: new Map(rooms.map((r) => [r.roomId, r])),
    sites,
    specialDays: specialDays.map((d) => ({ ...d, day: String(d.day) })),
  }
}

function mapOf(db: Db): Map<number, RoomDirectory> {
  const known = kept.get(db) ?? new Map<number, RoomDirectory>()
  kept.set(db, known)
  return known
}

/** The directory as it is now. In a transaction it must be read before the directory is touched, never after. */
export async function roomDirectory({
  cloud,
  db,
  orgId,
}: Pick<AskedByPerson, 'cloud' | 'db' | 'orgId'>): Promise<RoomDirectory> {
  const known = mapOf(cloud.db).get(orgId)
  if (known && known.revision === (await revisionOf(db, orgId))) return known
  const read = await readDirectory(db, orgId)
  mapOf(cloud.db).set(orgId, read)
  return read
}

/** The directory as last read, for a statement that itself notices when a room has changed since. */
export async function keptRoomDirectory(asked: Pick<AskedByPerson, 'cloud' | 'db' | 'orgId'>): Promise<RoomDirectory> {
  return mapOf(asked.cloud.db).get(asked.orgId) ?? roomDirectory(asked)
}

/** The ids of all rooms. */
export function allRoomIds(directory: RoomDirectory): string[] {
  return directory.rooms.map((room) => room.roomId)
}

/** What clients see of a room. */
export function shownRoom({ revision, buildingId, pinyin, initials, ...room }: RoomEntry): Room {
  return room
}

/** The place of a room in words: 综合楼 3层. */
export function placeOf(room: Pick<Room, 'building' | 'floor'>): string {
  return [room.building, room.floor].filter(Boolean).join(' ')
}

/** The person as the room rules see them. */
export function wisherOf(person: Pick<Person, 'departmentIds' | 'duties'>): Wisher {
  return { departmentIds: person.departmentIds, isSteward: isRoomKeeper(person.duties) }
}

/** Zone, special days and present, as the room rules want them. */
export function settingOf(directory: RoomDirectory, person: Pick<Person, 'zone'>, now: number): Setting {
  return { zone: person.zone, specialDays: directory.specialDays, now }
}

/** Rooms whose name, pinyin, initials, building or floor contains the query (any letter case). */
export function matchingRooms(
  rooms: readonly RoomEntry[],
  wish: { query?: string; siteId?: string; attendeeCount?: number; equipment?: readonly string[] },
): RoomEntry[] {
  const query = (wish.query ?? '').toLowerCase().replace(/\s+/g, '')
  return rooms.filter(
    (room) =>
      (!wish.siteId || room.siteId === wish.siteId) &&
      (!wish.attendeeCount || room.rules.capacity >= wish.attendeeCount) &&
      (wish.equipment ?? []).every((word) => room.equipment.some((has) => has === word)) &&
      (query === '' ||
        `${room.building}${room.floor}${room.name}`.toLowerCase().replace(/\s+/g, '').includes(query) ||
        room.pinyin.includes(query) ||
        room.initials.includes(query)),
  )
}

/** One page of a list that is whole in memory; the cursor is the id of the last item of the page before. */
export function pageOfRooms<T extends { roomId: string }>(
  rooms: readonly T[],
  { cursor, limit }: { cursor?: string; limit: number },
): { items: T[]; nextCursor?: string } {
  const start = cursor ? rooms.findIndex((room) => room.roomId === cursor) + 1 : 0
  const items = rooms.slice(start, start + limit)
  const last = items.at(-1)
  return start + limit < rooms.length && last ? { items, nextCursor: last.roomId } : { items }
}
