import type { Equipment, Way } from '../../contract/booking'
import {
  bookableHours,
  checkWish,
  type Setting,
  type Wish,
  type Wisher,
  withoutRanges,
} from '../../contract/booking-rules'
import { addDays, dayOf, formatInstant, instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { type Taken, takenBetween } from './busy'
import { allRoomIds, placeOf, type RoomDirectory, type RoomEntry } from './room-directory'

/** A wish that could not be had, with all that is needed to look for something near it. */
export interface Missed extends Wish {
  /** The room wished for; absent when any room would do. */
  room?: RoomEntry
  equipment: readonly Equipment[]
  siteId?: string
  /** A booking that is being moved does not stand in its own way. */
  exceptBookingId?: string
}

interface Around {
  directory: RoomDirectory
  wisher: Wisher
  setting: Setting
}

const minuteMs = 60_000
/** Other times are looked for this many days on. */
const daysOn = 7
/** Other times begin on the quarter of an hour, or where a meeting ends. */
const stepMinutes = 15
const mostWays = 3
const longestTurnoverMs = 240 * minuteMs

/** The rooms that a wish fits, the smallest that suffices first, those in the wished building before others. */
export function fittingRooms(
  missed: Missed,
  { directory, wisher, setting }: Around,
  taken: readonly Taken[],
): RoomEntry[] {
  const isTaken = (room: RoomEntry) => {
    const until = missed.endsAt + room.rules.turnoverMinutes * minuteMs
    return taken.some((t) => t.roomId === room.roomId && t.startsAt < until && missed.startsAt < t.freeAt)
  }
  const strangeness = (room: RoomEntry) =>
    (missed.room && room.siteId !== missed.room.siteId ? 2 : 0) +
    (missed.room && room.buildingId !== missed.room.buildingId ? 1 : 0)
  return directory.rooms
    .filter(
      (room) =>
        (!missed.siteId || room.siteId === missed.siteId) &&
        missed.equipment.every((word) => room.equipment.includes(word)) &&
        checkWish(room.rules, wisher, missed, setting) === undefined &&
        !isTaken(room),
    )
    .sort(
      (a, b) =>
        strangeness(a) - strangeness(b) ||
        a.rules.capacity - b.rules.capacity ||
        a.equipment.length - b.equipment.length,
    )
}

/** The stretches of a day that this person could have this room for, in epoch ms, turnovers kept on both sides. */
function freeStretches(
  room: RoomEntry,
  day: string,
  { wisher, setting }: Around,
  taken: readonly Taken[],
): [number, number][] {
  const midnight = instantAt(day, 0, setting.zone)
  const open = bookableHours(room.rules, wisher, day, setting).map(
    ([from, to]) => [midnight + from * minuteMs, midnight + to * minuteMs] as const,
  )
  const cuts = taken
    .filter((t) => t.roomId === room.roomId)
    .map((t) => [t.startsAt - room.rules.turnoverMinutes * minuteMs, t.freeAt] as const)
  const past = [0, Math.ceil(setting.now / minuteMs) * minuteMs] as const
  return withoutRanges(open, [...cuts, past]).map(([from, to]) => [from, to])
}

function shorterWay(
  missed: Missed,
  room: RoomEntry,
  around: Around,
  taken: readonly Taken[],
): [number, number] | undefined {
  const day = dayOf(missed.startsAt, around.setting.zone)
  return freeStretches(room, day, around, taken)
    .map(([from, to]): [number, number] => [Math.max(from, missed.startsAt), Math.min(to, missed.endsAt)])
    .filter(
      ([from, to]) => to - from >= room.rules.minMinutes * minuteMs && to - from < missed.endsAt - missed.startsAt,
    )
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
}

/** The nearest start in one free stretch: the wished one, or the stretch's own ends, or the next quarter of an hour. */
function nearestStart([from, to]: [number, number], wished: number, length: number): number | undefined {
  const last = to - length
  if (last < from) return undefined
  const start = Math.min(Math.max(wished, from), last)
  const step = stepMinutes * minuteMs
  const rounded = start === from ? Math.ceil(start / step) * step : Math.floor(start / step) * step
  return rounded >= from && rounded <= last ? rounded : start
}

/** The nearest times of the same length in one room, one in each free stretch, at most three. */
function otherTimes(missed: Missed, room: RoomEntry, around: Around, taken: readonly Taken[]): [number, number][] {
  const length = missed.endsAt - missed.startsAt
  const today = dayOf(missed.startsAt, around.setting.zone)
  const starts: number[] = []
  for (let on = 0; on < daysOn && starts.length < mostWays; on++) {
    for (const stretch of freeStretches(room, addDays(today, on), around, taken)) {
      const start = nearestStart(stretch, missed.startsAt, length)
      if (start === undefined) continue
      const wish = { ...missed, startsAt: start, endsAt: start + length }
      if (checkWish(room.rules, around.wisher, wish, around.setting) === undefined) starts.push(start)
    }
  }
  return starts
    .sort((a, b) => Math.abs(a - missed.startsAt) - Math.abs(b - missed.startsAt))
    .slice(0, mostWays)
    .map((start) => [start, start + length])
}

/** Up to three ways that would work where a wish did not: another room, a shorter meeting, another time. */
export async function nearestWays(
  asked: Pick<AskedByPerson, 'db' | 'orgId'>,
  missed: Missed,
  around: Around,
): Promise<Way[]> {
  const { zone } = around.setting
  const isOther = (t: Taken) => t.bookingId !== missed.exceptBookingId
  const takenThen = await takenBetween(
    asked,
    missed.startsAt,
    missed.endsAt + longestTurnoverMs,
    allRoomIds(around.directory),
  )
  const others = fittingRooms(missed, around, takenThen.filter(isOther)).filter((r) => r.roomId !== missed.room?.roomId)
  const rooms = missed.room ? [missed.room] : roomsByFit(missed, around.directory)
  const today = dayOf(missed.startsAt, zone)
  const week = [instantAt(today, 0, zone), instantAt(addDays(today, daysOn), 0, zone)] as const
  const taken = (
    await takenBetween(
      asked,
      ...week,
      rooms.map((room) => room.roomId),
    )
  ).filter(isOther)

  const way = (kind: Way['kind'], room: RoomEntry, [startsAt, endsAt]: [number, number]): Way => ({
    kind,
    roomId: room.roomId,
    roomName: room.name,
    place: placeOf(room),
    startsAt: formatInstant(startsAt, zone),
    endsAt: formatInstant(endsAt, zone),
  })
  const inOther = others.slice(0, mostWays).map((room) => way('otherRoom', room, [missed.startsAt, missed.endsAt]))
  const shorter = firstOf(rooms, (room) => {
    const time = shorterWay(missed, room, around, taken)
    return time && way('shorter', room, time)
  })
  const later = firstOf(rooms, (room) => {
    const times = otherTimes(missed, room, around, taken).map((time) => way('otherTime', room, time))
    return times.length > 0 ? times : undefined
  })
  // one of each kind first, then more of what there is
  const [otherRoom, ...moreRooms] = inOther
  const [otherTime, ...moreTimes] = later ?? []
  return [otherRoom, shorter, otherTime, ...moreRooms, ...moreTimes]
    .filter((w): w is Way => w !== undefined)
    .slice(0, mostWays)
}

function roomsByFit(missed: Missed, directory: RoomDirectory): RoomEntry[] {
  return directory.rooms
    .filter(
      (room) =>
        (!missed.siteId || room.siteId === missed.siteId) &&
        room.rules.capacity >= missed.attendeeCount &&
        missed.equipment.every((word) => room.equipment.includes(word)),
    )
    .sort((a, b) => a.rules.capacity - b.rules.capacity)
    .slice(0, 20)
}

function firstOf<T>(rooms: readonly RoomEntry[], find: (room: RoomEntry) => T | undefined): T | undefined {
  for (const room of rooms) {
    const found = find(room)
    if (found !== undefined) return found
  }
  return undefined
}
