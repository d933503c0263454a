import { equipmentWords } from '../../contract/booking'
import type { RoomRow } from '../../contract/booking-rooms'
import type { RoomRules } from '../../contract/booking-rules'
import type { Db } from '../../database/connect'
import { readFloor } from './read-floor'
import type { ReadRoom } from './read-rooms'
import { type RoomRecordRow, roomRecordOf, roomRecordRows } from './room-records'

/** What a sheet can say of a room. */
export type RoomFacts = Omit<RoomRow, 'line' | 'sheet'>
export interface KnownRoom extends RoomFacts {
  roomId: string
  rules: RoomRules
}

/** Weekdays 8:00–18:00, for a room whose hours nobody wrote down. */
export const usualOpening: RoomRow['opening'] = [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [[480, 1080]] : []))

function knownRoom(row: RoomRecordRow): KnownRoom {
  const { roomId, site, building, floor, name, equipment, notice, rules } = roomRecordOf(row)
  const { capacity, isBookable } = rules
  const opening = rules.opening.map((ranges) => ranges.map(([from, to]): [number, number] => [from, to]))
  return { roomId, site, building, floor, name, capacity, equipment, opening, isBookable, notice, rules }
}

const plain = (text: string) => text.replace(/\s/g, '').toLowerCase()
const nameKey = ({ building, name }: { building: string; name: string }) => `${plain(building)}\u0000${plain(name)}`

/** The rooms in use, found by where they are and what they are called. */
export interface KnownRooms {
  all: readonly KnownRoom[]
  /** The room a row means; a row that names no site or no floor means the only room it can. */
  find(row: Pick<RoomRow, 'site' | 'building' | 'floor' | 'name'>): KnownRoom | undefined
  /** The one site that has a building of this name, or undefined when none or several have. */
  siteOf(building: string): string | undefined
}

/** The rooms of an institution that are not retired. */
export async function knownRooms(db: Db, orgId: number): Promise<KnownRooms> {
  const rows = await roomRecordRows(db).where('r.orgId', '=', orgId).where('r.isRetired', '=', false).execute()
  const buildings = await db
    .selectFrom('building as b')
    .innerJoin('site as s', (on) => on.onRef('s.orgId', '=', 'b.orgId').onRef('s.siteId', '=', 'b.siteId'))
    .select(['b.name as building', 's.name as site'])
    .where('b.orgId', '=', orgId)
    .execute()
  const sites = await db.selectFrom('site').select('name').where('orgId', '=', orgId).limit(2).execute()
  const all = rows.map(knownRoom)
  const byName = new Map<string, KnownRoom[]>()
  for (const room of all) byName.set(nameKey(room), [...(byName.get(nameKey(room)) ?? []), room])
  return {
    all,
    find({ site, floor, ...row }) {
      const named = (byName.get(nameKey(row)) ?? []).filter((room) => site === '' || room.site === site)
      const exact = named.filter((room) => readFloor(room.floor) === readFloor(floor))
      if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined
      const loose = named.filter((room) => room.floor === '' || floor === '')
      return loose.length === 1 ? loose[0] : undefined
    },
    siteOf(building) {
      const names = new Set(
        buildings.filter((known) => plain(known.building) === plain(building)).map(({ site }) => site),
      )
      if (names.size === 0 && sites.length === 1) return sites[0]?.name
      return names.size === 1 ? [...names][0] : undefined
    },
  }
}

/** What the record will say after a row is imported: what the row leaves empty stays as it is. */
export function roomAfter(known: KnownRoom | undefined, row: ReadRoom | RoomRow): RoomFacts {
  const equipment = equipmentWords.filter((word) => row.equipment.includes(word))
  return {
    site: known?.site ?? row.site,
    building: known?.building ?? row.building,
    floor:
      known && (row.floor === '' || readFloor(known.floor) === readFloor(row.floor))
        ? known.floor
        : readFloor(row.floor),
    name: known?.name ?? row.name,
    capacity: row.capacity,
    equipment: equipment.length > 0 ? equipment : [...(known?.equipment ?? [])],
    opening: row.opening ?? known?.opening ?? usualOpening,
    isBookable: row.isBookable ?? known?.isBookable ?? true,
    notice: row.notice || (known?.notice ?? ''),
  }
}

/** The fields that differ, by their names in the contract. */
export function changedRoomFields(known: KnownRoom, after: RoomFacts): string[] {
  const sorted = (facts: RoomFacts) => ({ ...facts, equipment: [...facts.equipment].sort() })
  const [a, b] = [sorted(known), sorted(after)]
  return (Object.keys(after) as (keyof RoomFacts)[]).filter(
    (field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  )
}
