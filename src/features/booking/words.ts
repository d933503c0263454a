import type { Booking, Equipment, Layout, Room, Way } from '../../../contract/booking'
import { dayOf, formatClock, formatDayNear, parseInstant } from '../../../contract/zone'

export const equipmentNames: Record<Equipment, string> = {
  projector: '投影',
  television: '电视',
  whiteboard: '白板',
  videoConference: '视频会议',
  sound: '音响',
  microphone: '话筒',
  interpretation: '同传',
  computer: '电脑',
}

export const layoutNames: Record<Layout, string> = { classroom: '课桌式', square: '回字形', theatre: '剧院式' }

export const wayNames: Record<Way['kind'], string> = {
  otherRoom: '换个房间',
  shorter: '缩短时间',
  otherTime: '换个时间',
  thisRoom: '就用这间',
}

/** A minute of a day as a clock shows it, 09:30; the day's end is 24:00. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** 09:00–10:30, from minutes of a day. */
export const rangeText = (from: number, to: number): string => `${clockOf(from)}–${clockOf(to)}`

/** How long, in words: 30 分钟, 1 小时, 1.5 小时, 1 小时 20 分. */
export function lengthText(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes % 30 === 0) return `${minutes / 60} 小时`
  return `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}

/** 今天 周六 09:00–10:00, from two instants on the wire. */
export function spanText(span: { startsAt: string; endsAt: string }, now: number, zone: string): string {
  const [from, to] = [parseInstant(span.startsAt) ?? 0, parseInstant(span.endsAt) ?? 0]
  const end =
    dayOf(to - 1, zone) === dayOf(from, zone) && formatClock(to, zone) === '00:00' ? '24:00' : formatClock(to, zone)
  return `${formatDayNear(dayOf(from, zone), now, zone)} ${formatClock(from, zone)}–${end}`
}

/** Where a room is: 综合楼 3层. */
export const placeOf = (room: Pick<Room, 'building' | 'floor'>): string =>
  [room.building, room.floor].filter(Boolean).join(' ')

/** A room in one line: 综合楼 3层 · 12 人 · 投影、白板; of long lists the first three. */
export function factsOf(room: Room): string {
  const names = room.equipment.slice(0, 3).map((word) => equipmentNames[word])
  const rest = room.equipment.length > 3 ? '等' : ''
  return [placeOf(room), `${room.rules.capacity} 人`, names.join('、') + rest].filter(Boolean).join(' · ')
}

/** What the organizer wants prepared, in one line: 回字形 · 茶水 · 投影; empty when nothing. */
export function wishesOf(booking: Pick<Booking, 'layout' | 'tea' | 'equipment'>): string {
  return [
    booking.layout ? layoutNames[booking.layout] : '',
    booking.tea ? '茶水' : '',
    booking.equipment.map((word) => equipmentNames[word]).join('、'),
  ]
    .filter(Boolean)
    .join(' · ')
}
