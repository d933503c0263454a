import type { Layout } from '../../contract/booking'
import {
  isOpenTo,
  keptFromWisher,
  type MinuteRange,
  openingOn,
  type RoomRules,
  type SpecialDay,
} from '../../contract/booking-rules'
import { instantAt } from '../../contract/zone'
import type { Chance } from './chance'

/** A room that meetings are put into. */
export interface DemoRoom {
  roomId: string
  rules: RoomRules
  layouts: readonly string[]
}

/** Somebody who may hold meetings. */
export interface DemoPerson {
  personId: string
  department: string
  departmentIds: readonly string[]
  isProxy: boolean
}

/** A meeting as the demo makes it up; minutes of the day. */
export interface Meeting {
  room: DemoRoom
  from: number
  to: number
  organizer: DemoPerson
  purpose: string
  attendeeCount: number
}

const regular = ['%周例会', '%组会', '%月度小结', '%工作碰头会', '%业务学习', '%预算沟通']
const others = [
  '项目评审',
  '课题开题',
  '中期检查',
  '论文研讨',
  '招聘面试',
  '设备采购论证',
  '安全培训',
  '新员工培训',
  '供应商交流',
  '合作洽谈',
  '党支部学习',
  '职工代表座谈',
  '数据平台需求讨论',
  '专利撰写交流',
  '实验方案讨论',
  '年度计划讨论',
  '来访接待',
  '合同评议',
]
const large = ['学术报告', '专题讲座', '全院大会', '政策宣讲', '消防安全培训', '青年论坛', '继续教育课程']

/** How likely a meeting begins at a free minute: busy mornings, a quiet noon, a second rise after two. */
function eagerness(minute: number): number {
  const hour = minute / 60
  if (hour < 9) return 0.35
  if (hour < 11) return 0.72
  if (hour < 13.5) return 0.12
  if (hour < 16) return 0.55
  if (hour < 18) return 0.28
  return 0.05
}

const lengths = [30, 30, 45, 60, 60, 60, 90, 90, 120, 180]

function isIn(ranges: readonly MinuteRange[], from: number, to: number): boolean {
  return ranges.some(([a, b]) => from < b && a < to)
}

function purposeOf(room: DemoRoom, organizer: DemoPerson, chance: Chance): string {
  if (room.rules.capacity >= 40) return chance.pick(large)
  return chance.happens(0.5) ? chance.pick(regular).replace('%', organizer.department) : chance.pick(others)
}

/** Somebody whom the room's rules would admit, or nobody after a few tries. */
function organizerFor(
  room: DemoRoom,
  day: string,
  from: number,
  to: number,
  people: readonly DemoPerson[],
  chance: Chance,
) {
  for (let tries = 0; tries < 12; tries++) {
    const person = chance.pick(people)
    const wisher = { departmentIds: person.departmentIds, isSteward: false }
    if (isOpenTo(room.rules, wisher) && !isIn(keptFromWisher(room.rules, wisher, day), from, to)) return person
  }
  return undefined
}

/**
 * The meetings of one room on one day, none overlapping (turnover counted), around those it already has. `rush` is how
 * crowded the day is: 1 for a working day.
 */
export function meetingsOn(
  day: string,
  room: DemoRoom,
  given: readonly MinuteRange[],
  people: readonly DemoPerson[],
  specialDays: readonly SpecialDay[],
  rush: number,
  chance: Chance,
): Meeting[] {
  const meetings: Meeting[] = []
  const { rules } = room
  if (!rules.isBookable) return meetings
  for (const [opens, closes] of openingOn(rules, day, specialDays)) {
    for (let at = opens; at < closes; ) {
      const length = Math.min(Math.max(chance.pick(lengths), rules.minMinutes), rules.maxMinutes)
      const to = at + length
      const isFree = to <= closes && !isIn(given, at, to + rules.turnoverMinutes)
      const organizer =
        isFree && chance.happens(eagerness(at) * rush) ? organizerFor(room, day, at, to, people, chance) : undefined
      if (organizer) {
        const attendeeCount = Math.max(2, Math.round(rules.capacity * (0.3 + 0.7 * chance.next())))
        meetings.push({ room, from: at, to, organizer, purpose: purposeOf(room, organizer, chance), attendeeCount })
        at = Math.ceil((to + rules.turnoverMinutes) / 30) * 30
      } else {
        at += 30
      }
    }
  }
  return meetings
}

/** A meeting as a row of `booking`. `now` in epoch ms; what lies before it has mostly been checked in. */
export function rowOf(
  orgId: number,
  day: string,
  zone: string,
  meeting: Meeting,
  proxies: readonly DemoPerson[],
  now: number,
  chance: Chance,
) {
  const { room, organizer } = meeting
  const startsAt = instantAt(day, meeting.from, zone)
  const endsAt = instantAt(day, meeting.to, zone)
  const createdAt = Math.min(startsAt - chance.whole(2, 9 * 24) * 3_600_000, now - chance.whole(10, 600) * 60_000)
  const isBookedByProxy = proxies.length > 0 && chance.happens(0.08)
  const isCancelled = chance.happens(0.04)
  return {
    orgId,
    bookingId: crypto.randomUUID(),
    roomId: room.roomId,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    freeAt: new Date(endsAt + room.rules.turnoverMinutes * 60_000),
    organizerId: organizer.personId,
    bookedById: isBookedByProxy ? chance.pick(proxies).personId : organizer.personId,
    purpose: meeting.purpose,
    attendeeCount: meeting.attendeeCount,
    layout: room.layouts.length > 0 ? chance.pick(room.layouts as Layout[]) : null,
    tea: room.rules.capacity >= 16 && chance.happens(0.25),
    status: isCancelled ? 'cancelled' : 'confirmed',
    cancelReason: isCancelled ? chance.pick(['议题推迟', '主讲人出差', '改为线上', '与其他会议合并']) : '',
    checkedInAt:
      !isCancelled && startsAt < now && chance.happens(0.85)
        ? new Date(startsAt - chance.whole(-5, 10) * 60_000)
        : null,
    createdAt: new Date(createdAt),
  }
}
