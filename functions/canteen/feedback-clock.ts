import type { Week } from '../../contract/opening-hours'
import {
  addWallMinutes,
  addWorkingMinutes,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../../contract/working-time'
import type { Db } from '../../database/connect'
import { readCalendar } from '../working-calendar'

/** What comments of an institution are answered by. */
export interface FeedbackSetting {
  calendar: WorkingCalendar
  answerMinutes: number
  hygieneWords: readonly string[]
  /** Absent also when they have left. */
  dutyManagerId?: string
}

/** The setting and the calendar as they are now. */
export async function readFeedbackSetting(db: Db, orgId: number): Promise<FeedbackSetting> {
  const row = await db
    .selectFrom('canteenSetting as s')
    .leftJoin('person as p', (on) =>
      on.onRef('p.orgId', '=', 's.orgId').onRef('p.personId', '=', 's.dutyManagerId').on('p.status', '<>', 'left'),
    )
    .select(['s.weekly', 's.publishedThrough', 's.answerMinutes', 's.hygieneWords', 'p.personId as dutyManagerId'])
    .where('s.orgId', '=', orgId)
    .executeTakeFirstOrThrow()
  const { answerMinutes, hygieneWords, dutyManagerId, publishedThrough } = row
  const weekly = row.weekly as unknown as Week
  return {
    calendar: await readCalendar(db, orgId, { weekly, publishedThrough }),
    answerMinutes,
    hygieneWords,
    ...(dutyManagerId ? { dutyManagerId } : {}),
  }
}

const isServed = ({ weekly }: WorkingCalendar) => Object.values(weekly).some((hours) => hours.length > 0)

/** Part of the time for an answer after which its owner is warned. */
const warnedAfter = 0.75

/**
 * When a question asked at an instant (epoch ms) is warned of and due: so many minutes of service hours later. Where
 * there are no service hours at all, the minutes are those of the clock on the wall: nothing waits for ever.
 */
export function dueTimes({ calendar, answerMinutes }: FeedbackSetting, askedMs: number): { warnAt: Date; dueAt: Date } {
  const after = (minutes: number) =>
    new Date(
      isServed(calendar) ? addWorkingMinutes(calendar, askedMs, minutes).dueAt : addWallMinutes(askedMs, minutes),
    )
  return { warnAt: after(answerMinutes * warnedAfter), dueAt: after(answerMinutes) }
}

/** The clock of a rating that begins to run at an instant (epoch ms), as its row keeps it. */
export function startClock(setting: FeedbackSetting, askedMs: number) {
  const { warnAt, dueAt } = dueTimes(setting, askedMs)
  const none = { answeredAt: null, warnedAt: null, escalatedAt: null }
  return { askedAt: new Date(askedMs), warnAt, dueAt, nextDueAt: warnAt, ...none }
}

/** No clock: nothing is to be answered. */
export const noClock = {
  askedAt: null,
  warnAt: null,
  dueAt: null,
  nextDueAt: null,
  answeredAt: null,
  warnedAt: null,
  escalatedAt: null,
}

/** Minutes of service hours between a question and its answer (epoch ms), as its limit was counted. */
export function minutesTaken({ calendar }: FeedbackSetting, askedMs: number, answeredMs: number): number {
  if (isServed(calendar)) return workingMinutesBetween(calendar, askedMs, answeredMs)
  return Math.max(0, answeredMs - askedMs) / 60_000
}
