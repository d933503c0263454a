import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { RatingChip } from '../../contract/canteen-ratings'
import { addWorkingMinutes } from '../../contract/working-time'
import type { DB } from '../../database/types'
import { type FeedbackSetting, noClock, startClock } from '../../functions/canteen/feedback-clock'
import { isUrgent, wantsAnswer } from '../../functions/canteen/judge-rating'
import type { MenuRows } from './canteen-menu'
import { overlooked, ownVoices, type Voice, voices, waiting } from './canteen-voices'
import type { Chance } from './chance'

type Rating = Insertable<DB['rating']>
type Message = Insertable<DB['ratingMessage']>

/** What ratings are made of. */
export interface Scene {
  orgId: number
  now: number
  setting: FeedbackSetting
  menu: MenuRows
  /** Who ate at each sitting; the one who shows the demo is `firstId`. */
  eaters: ReadonlyMap<string, readonly string[]>
  firstId: string
  keeperId: string
  ownerId: string | null
  managerId: string
  chance: Chance
}

export interface RatingRows {
  ratings: Rating[]
  messages: Message[]
  /** One that a corrective action came of. */
  complaint?: { ratingId: string; dishId: string; canteenId: string }
}

const minute = 60_000
const sorry = '抱歉这次没让您满意。方便的话请告诉我们哪里不好，我们马上改。'

const usualStars = [5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 5, 4, 5, 4, 3, 2, 5]
const usualChips: readonly (readonly RatingChip[])[] = [[], [], [], ['taste'], ['taste', 'portion'], ['service']]

function opinionOf(chance: Chance): Voice {
  if (chance.happens(0.3)) return chance.pick(voices)
  return { stars: chance.pick(usualStars), chips: chance.pick(usualChips), words: '', reply: sorry }
}

type Served = MenuRows['servings'][number]

/** A rating with its thread; `isLeft`: nobody answers, whatever time it is. */
function rowsOf(
  { orgId, now, setting, keeperId, ownerId, managerId, chance }: Scene,
  { servingId, dishId, canteenId, day }: Served,
  personId: string,
  { stars, chips, words, reply }: Voice,
  ratedAt: number,
  isLeft = false,
): { rating: Rating; messages: Message[] } {
  const ratingId = randomUUID()
  const opinion = { stars, chips, words }
  const urgent = isUrgent(opinion, setting.hygieneWords)
  const isAsked = wantsAnswer(opinion, setting.hygieneWords, 0)
  const clock = isAsked ? startClock(setting, ratedAt) : noClock
  const answered = addWorkingMinutes(setting.calendar, ratedAt, chance.whole(8, 110)).dueAt
  const isAnswered = isAsked && !isLeft && answered <= now
  const said = { orgId, ratingId, servingId, dishId, canteenId, day, personId, stars, chips: [...chips], words }
  const rating: Rating = {
    ...said,
    ratedAt: new Date(ratedAt),
    moderation: words === '' ? 'none' : isAsked && !isAnswered ? 'pending' : 'passed',
    moderatedBy: words !== '' && isAnswered ? managerId : null,
    isUrgent: urgent,
    ownerId: isAsked ? (urgent ? managerId : ownerId) : null,
    ...clock,
    ...(isAnswered ? { answeredAt: new Date(answered), nextDueAt: null } : stepsOf(clock, now)),
  }
  const answer = {
    orgId,
    ratingId,
    messageNumber: 1,
    at: new Date(answered),
    byId: keeperId,
    side: 'kitchen',
    words: reply,
  }
  return { rating, messages: isAnswered ? [answer] : [] }
}

/** What time has done already to a clock that runs. */
function stepsOf({ warnAt, dueAt }: { warnAt: Date | null; dueAt: Date | null }, now: number) {
  if (!warnAt || !dueAt) return {}
  if (dueAt.getTime() <= now) return { warnedAt: warnAt, escalatedAt: dueAt, nextDueAt: null }
  return warnAt.getTime() <= now ? { warnedAt: warnAt, nextDueAt: dueAt } : { nextDueAt: warnAt }
}

/** How many rate at a meal. */
const usualRaters: Readonly<Record<string, number>> = { breakfast: 4, lunch: 9, dinner: 4, overtime: 2 }

/** The ratings of the menu's past meals: hundreds, most of them silent; a few wait, and the first person has some. */
export function ratingRows(scene: Scene): RatingRows {
  const { menu, now, chance, firstId, eaters, keeperId, orgId } = scene
  const past = menu.sittings
    .filter(({ opensAt }) => opensAt.getTime() + 40 * minute < now)
    .sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime())
  const servingsOf = new Map<string, Served[]>()
  for (const serving of menu.servings)
    servingsOf.set(serving.sittingId, [...(servingsOf.get(serving.sittingId) ?? []), serving])
  const done = new Set<string>()
  const out: RatingRows = { ratings: [], messages: [] }
  const add = (sittingId: string, personId: string, voice: Voice, ratedAt: number, isLeft = false) => {
    const choices = (servingsOf.get(sittingId) ?? []).filter(({ servingId }) => !done.has(`${servingId} ${personId}`))
    if (choices.length === 0 || ratedAt > now) return undefined
    const serving = chance.pick(choices)
    done.add(`${serving.servingId} ${personId}`)
    const made = rowsOf(scene, serving, personId, voice, ratedAt, isLeft)
    out.ratings.push(made.rating)
    out.messages.push(...made.messages)
    return made
  }

  const guestsOf = (sittingId: string) => (eaters.get(sittingId) ?? []).filter((one) => one !== firstId)
  for (const { sittingId, meal, opensAt } of past) {
    const guests = guestsOf(sittingId)
    for (let i = 0; i < Math.min(usualRaters[meal] ?? 0, Math.ceil(guests.length / 4)); i++)
      add(sittingId, chance.pick(guests), opinionOf(chance), opensAt.getTime() + chance.whole(20, 150) * minute)
  }

  const [newest] = past
  const guests = newest ? guestsOf(newest.sittingId) : []
  for (const [i, { minutesAgo, ...voice }] of waiting.entries()) {
    const guest = guests[i * 2]
    if (!newest || !guest) continue
    const earliest = newest.opensAt.getTime() + 5 * minute
    add(newest.sittingId, guest, voice, Math.max(earliest, now - minutesAgo * minute), true)
  }
  const old = past.find(({ opensAt, meal }) => meal === 'lunch' && now - opensAt.getTime() > 4 * 86_400_000)
  const guest = old && guestsOf(old.sittingId)[0]
  if (old && guest) add(old.sittingId, guest, overlooked, old.opensAt.getTime() + 50 * minute, true)

  const mine = past.filter(({ sittingId }) => eaters.get(sittingId)?.includes(firstId))
  for (const { daysAgo, further, answer, ...voice } of ownVoices) {
    const sitting = mine[daysAgo - 1]
    const made = sitting && add(sitting.sittingId, firstId, voice, sitting.opensAt.getTime() + 45 * minute)
    const [first] = made?.messages ?? []
    if (!made || !first || !further || !answer) continue
    const { ratingId, dishId, canteenId } = made.rating
    out.complaint = { ratingId, dishId, canteenId }
    const later = (minutes: number) => new Date(Math.min(now - minute, new Date(first.at).getTime() + minutes * minute))
    out.messages.push(
      { orgId, ratingId, messageNumber: 2, at: later(12), byId: firstId, side: 'diner', words: further },
      { orgId, ratingId, messageNumber: 3, at: later(31), byId: keeperId, side: 'kitchen', words: answer },
    )
  }
  return out
}
