import type { Insertable } from 'kysely'
import type { Db } from '../../database/connect'
import type { DB } from '../../database/types'
import { batchesOf, type MenuRows } from './canteen-menu'
import type { Chance } from './chance'

type Answer = Insertable<DB['mealAnswer']>
type SittingRow = MenuRows['sittings'][number]

/** A sitting with how much of the people eats there. */
export interface Table {
  sitting: SittingRow
  share: number
}

/** Of those who will eat so many have said so before the last hours. */
const earlyShare = 0.35

/**
 * Who answered to the meals, one answer for each person, day and meal; with it the rows of the sittings get what was
 * taken and served. The first person is the one who shows the demo: they had lunch, and have not answered to what is to
 * come.
 */
export function answerRows(
  orgId: number,
  tables: readonly Table[],
  people: readonly string[],
  now: number,
  chance: Chance,
): Answer[] {
  const meals = new Map<string, Table[]>()
  for (const table of tables) {
    const key = `${table.sitting.day} ${table.sitting.meal}`
    meals.set(key, [...(meals.get(key) ?? []), table])
  }
  const rows: Answer[] = []
  for (const choices of meals.values()) {
    for (const [i, personId] of people.entries()) {
      const chosen = i === 0 ? firstChoice(choices, now) : choiceOf(choices, now, chance)
      if (!chosen) continue
      const { sittingId, day, meal, cutoffAt, places, taken = 0 } = chosen.sitting
      const skips = i > 0 && chance.happens(0.05)
      if (!skips && places && taken >= places) continue
      if (!skips) chosen.sitting.taken = taken + 1
      const latest = Math.min(now, new Date(cutoffAt ?? now).getTime())
      rows.push({
        orgId,
        personId,
        day,
        meal,
        sittingId,
        answer: skips ? 'skips' : 'eats',
        portion: !skips && chance.happens(0.15) ? 'half' : 'full',
        byId: personId,
        answeredAt: new Date(latest - chance.whole(10, 600) * 60_000),
      })
    }
    for (const { sitting } of choices) serve(sitting, now, chance)
  }
  return rows
}

/** The first person eats in the first canteen at noon; what is still open they have not answered. */
function firstChoice(choices: readonly Table[], now: number): Table | undefined {
  const [first] = choices
  const isPast = first && new Date(first.sitting.cutoffAt ?? 0).getTime() <= now
  return isPast && first.sitting.meal === 'lunch' ? first : undefined
}

function choiceOf(choices: readonly Table[], now: number, chance: Chance): Table | undefined {
  let luck = chance.next()
  for (const table of choices) {
    const isOpen = new Date(table.sitting.cutoffAt ?? 0).getTime() > now
    // places that are few are taken early
    const share = isOpen && !table.sitting.places ? table.share * earlyShare : table.share
    if (luck < share) return table
    luck -= share
  }
  return undefined
}

/** What the kitchen counted afterwards; where places are not limited nobody counts those taken. */
function serve(sitting: SittingRow, now: number, chance: Chance): void {
  const eaters = sitting.taken ?? 0
  if (sitting.closesAt.getTime() < now) {
    sitting.served = Math.round(eaters * (1.05 + chance.next() * 0.15))
    sitting.leftoverKg = Math.round(eaters * chance.next() * 0.6) / 10
  }
  if (!sitting.places) sitting.taken = 0
}

/** Writes answers; one that is there already stays. */
export async function writeAnswers(db: Db, rows: readonly Answer[]): Promise<void> {
  for (const some of batchesOf(rows))
    await db
      .insertInto('mealAnswer')
      .values(some)
      .onConflict((c) => c.doNothing())
      .execute()
}
