import type { DraftDay } from '../../contract/canteen-menus'
import { type Day, dayOf, formatInstant } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { blockedDishes, type CanteenWindow, judgeDishes } from './label-problems'
import { readDrafts } from './menu-drafts'

/** A canteen's windows by id, the retired too. */
export async function readWindows(db: Db, orgId: number, canteenId: string): Promise<Map<string, CanteenWindow>> {
  const rows = await db
    .selectFrom('canteenWindow')
    .select(['windowId', 'name', 'isRetired'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .execute()
  return new Map(rows.map(({ windowId, ...window }) => [windowId, window]))
}

/** Some days as the kitchen works on them, each with what stands against publishing it. */
export async function showDraftDays(
  { db, orgId, person, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'person' | 'now'>,
  canteenId: string,
  days: readonly Day[],
): Promise<DraftDay[]> {
  const drafts = await readDrafts(db, orgId, canteenId, days)
  const windows = await readWindows(db, orgId, canteenId)
  const dishIds = [...drafts.values()].flatMap(({ lines }) => lines.map(({ dishId }) => dishId))
  const judged = await judgeDishes(db, orgId, dishIds)
  const today = dayOf(now, person.zone)
  const on = (at: Date) => formatInstant(at.getTime(), person.zone)
  return days.map((day) => {
    const draft = drafts.get(day)
    const isPast = day < today
    if (!draft) {
      const empty = { isClosed: false, note: '', mealPlaces: [], lines: [], problems: [] }
      return { day, ...empty, revision: 0, hasChanges: false, isPast }
    }
    const { publishedAt, changedAt, isClosed, note, mealPlaces, lines, revision, hasChanges } = draft
    return {
      day,
      isClosed,
      note,
      mealPlaces,
      lines: lines.map((line) => ({
        ...line,
        dish: judged.get(line.dishId)?.name ?? '',
        window: windows.get(line.windowId)?.name ?? '',
      })),
      revision,
      hasChanges,
      ...(publishedAt ? { publishedAt: on(publishedAt) } : {}),
      ...(changedAt ? { changedAt: on(changedAt) } : {}),
      problems: isClosed || isPast ? [] : blockedDishes(lines, judged, windows),
      isPast,
    }
  })
}
