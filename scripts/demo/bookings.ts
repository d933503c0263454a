import { type MinuteRange, openingOn, type RoomRules, type SpecialDay } from '../../contract/booking-rules'
import { addDays, type Day, dayOf, minuteOfDay, weekdayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { chanceOf } from './chance'
import { type DemoPerson, type DemoRoom, type Meeting, meetingsOn, rowOf } from './meetings'

const zone = '+08:00'
/** Three weeks: today, ten days before it and ten after it. */
const daysAround = 10

interface Cast {
  rooms: DemoRoom[]
  people: DemoPerson[]
  specialDays: SpecialDay[]
}

async function readCast(db: Db, orgId: number): Promise<Cast> {
  const rooms = await db
    .selectFrom('room')
    .select(['roomId', 'rules', 'layouts'])
    .where('orgId', '=', orgId)
    .orderBy('roomId')
    .execute()
  const people = await db
    .selectFrom('person as p')
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select(['p.personId', 'd.name as department', 'd.pathIds as departmentIds', 'p.duties'])
    .where('p.orgId', '=', orgId)
    .where('p.status', '=', 'active')
    .orderBy('p.staffNumber')
    .execute()
  const specialDays = await db.selectFrom('specialDay').select(['day', 'isOffDay']).where('orgId', '=', orgId).execute()
  return {
    rooms: rooms.map((room) => ({ ...room, rules: room.rules as unknown as RoomRules })),
    people: people.map(({ duties, ...person }) => ({ ...person, isProxy: duties.includes('proxy') })),
    specialDays: specialDays.map(({ day, isOffDay }) => ({ day: String(day), isOffDay })),
  }
}

/** What the first persona has coming up; a minute of the day, or the next half hour at which a room is open. */
const coming: readonly (readonly [inDays: number, from: number | 'soon', minutes: number, purpose: string])[] = [
  [0, 'soon', 60, '与信息研究所对接数据接口'],
  [1, 600, 60, '材料研究所组会'],
  [2, 840, 90, '高熵合金项目评审'],
  [3, 570, 60, '实验方案讨论'],
  [5, 900, 60, '论文研讨'],
]

/** The first room for everyone, not too large, that is open then. */
function smallRoomOpen(cast: Cast, day: Day, from: number, to: number): DemoRoom | undefined {
  return cast.rooms.find(
    ({ rules }) =>
      rules.isBookable &&
      rules.openToDepartmentIds.length === 0 &&
      rules.windows.length === 0 &&
      rules.capacity <= 20 &&
      rules.minMinutes <= to - from &&
      to - from <= rules.maxMinutes &&
      openingOn(rules, day, cast.specialDays).some(([a, b]) => a <= from && to <= b),
  )
}

/** The first persona's meetings by day, as far as rooms are open then. */
function personaMeetings(cast: Cast, now: number): Map<Day, Meeting[]> {
  const found = new Map<Day, Meeting[]>()
  const [staff] = cast.people
  if (!staff) return found
  const soon = Math.ceil((minuteOfDay(now, zone) + 20) / 30) * 30
  for (const [inDays, at, minutes, purpose] of coming) {
    const day = addDays(dayOf(now, zone), inDays)
    const begins = at === 'soon' ? Array.from({ length: 48 }, (_, i) => soon + i * 30) : [at]
    for (const from of begins) {
      const room = smallRoomOpen(cast, day, from, from + minutes)
      if (!room) continue
      const attendeeCount = Math.min(6, room.rules.capacity)
      found.set(day, [{ room, from, to: from + minutes, organizer: staff, purpose, attendeeCount }])
      break
    }
  }
  return found
}

/** Today is always well filled, so that the first look shows something, on a Sunday too. */
function rushOf(day: Day, today: Day, specialDays: readonly SpecialDay[]): number {
  if (day === today) return 1
  const special = specialDays.find((each) => each.day === day)
  if (special) return special.isOffDay ? 0.05 : 0.8
  return weekdayOf(day) >= 6 ? 0.25 : 1
}

/**
 * Fills the days of the three weeks around now (epoch ms) that have no bookings yet; a demo that was left alone for a
 * month is alive again at its next start. Gives how many bookings were written.
 */
export async function writeBookings(db: Db, orgId: number, now: number): Promise<number> {
  const today = dayOf(now, zone)
  const { last } = await db
    .selectFrom('booking')
    .select((is) => is.fn.max('startsAt').as('last'))
    .where('orgId', '=', orgId)
    .executeTakeFirstOrThrow()
  const filledUntil = last ? dayOf(last.getTime(), zone) : ''
  const days = Array.from({ length: 2 * daysAround + 1 }, (_, i) => addDays(today, i - daysAround)).filter(
    (day) => day > filledUntil,
  )
  if (days.length < (last ? 4 : 1)) return 0

  const cast = await readCast(db, orgId)
  const proxies = cast.people.filter((person) => person.isProxy)
  const planned = personaMeetings(cast, now)
  const rows = days.flatMap((day) => {
    const chance = chanceOf(`${orgId} ${day}`)
    const own = planned.get(day) ?? []
    const ownRows = own.map((meeting) => ({
      ...rowOf(orgId, day, zone, meeting, [], now, chance),
      status: 'confirmed',
      cancelReason: '',
    }))
    const others = cast.rooms.flatMap((room) => {
      const given = own
        .filter((meeting) => meeting.room === room)
        .map(({ from, to }): MinuteRange => [from, to + room.rules.turnoverMinutes])
      return meetingsOn(day, room, given, cast.people, cast.specialDays, rushOf(day, today, cast.specialDays), chance)
    })
    return [...ownRows, ...others.map((meeting) => rowOf(orgId, day, zone, meeting, proxies, now, chance))]
  })
  for (let i = 0; i < rows.length; i += 1000) {
    await db
      .insertInto('booking')
      .values(rows.slice(i, i + 1000))
      .onConflict((c) => c.doNothing())
      .execute()
  }
  return rows.length
}
