import type { Price } from '../../contract/canteen'
import type { AllergenCode } from '../../contract/canteen-allergens'
import type { MenuRow } from '../../contract/canteen-files'
import type { DraftLine } from '../../contract/canteen-menus'
import type { Db } from '../../database/connect'
import { nameKey } from './collect-menu'
import { readDrafts, type StoredDraft } from './menu-drafts'

export interface KnownDish {
  dishId: string
  name: string
  prices: Price[]
  hasHalf: boolean
  contains: AllergenCode[]
  isRetired: boolean
}
export interface KnownWindow {
  windowId: string
  name: string
  isRetired: boolean
}

/** What a canteen's menu is compared with: its windows, the institution's dishes, and drafts of some days. */
export interface KnownMenu {
  drafts: ReadonlyMap<string, StoredDraft>
  windows: readonly KnownWindow[]
  /** By its name, or one that differs in signs and spaces only; never by a part of it. */
  findDish(name: string): KnownDish | undefined
  findWindow(name: string): KnownWindow | undefined
  dishOf(dishId: string): KnownDish | undefined
  windowOf(windowId: string): KnownWindow | undefined
}

function finder<T extends { name: string; isRetired: boolean }>(all: readonly T[]): (name: string) => T | undefined {
  const exact = new Map<string, T>()
  const loose = new Map<string, T[]>()
  for (const one of all) {
    if (one.isRetired) continue
    exact.set(one.name, one)
    const key = nameKey(one.name)
    loose.set(key, [...(loose.get(key) ?? []), one])
  }
  return (name) => {
    const alike = exact.has(name) ? [] : (loose.get(nameKey(name)) ?? [])
    // of several that differ in signs nobody can tell which is meant
    return exact.get(name) ?? (alike.length === 1 ? alike[0] : undefined)
  }
}

export async function knownMenu(db: Db, orgId: number, canteenId: string, days: readonly string[]): Promise<KnownMenu> {
  const dishes = (
    await db
      .selectFrom('dish')
      .select(['dishId', 'name', 'prices', 'hasHalf', 'labels', 'isRetired'])
      .where('orgId', '=', orgId)
      .execute()
  ).map(({ prices, labels, ...dish }) => ({
    ...dish,
    prices: prices as unknown as Price[],
    contains: (labels as unknown as { contains: AllergenCode[] }).contains,
  }))
  const windows = await db
    .selectFrom('canteenWindow')
    .select(['windowId', 'name', 'isRetired'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .orderBy('sortOrder')
    .orderBy('windowId')
    .execute()
  const dishById = new Map(dishes.map((dish) => [dish.dishId, dish]))
  const windowById = new Map(windows.map((window) => [window.windowId, window]))
  return {
    drafts: await readDrafts(db, orgId, canteenId, days),
    windows,
    findDish: finder(dishes),
    findWindow: finder(windows),
    dishOf: (dishId) => dishById.get(dishId),
    windowOf: (windowId) => windowById.get(windowId),
  }
}

/** The lines of a day's draft as a file would say them; a closed day has none. */
export function draftLines(known: KnownMenu, day: string): { line: DraftLine; window: string; dish: string }[] {
  const draft = known.drafts.get(day)
  return (draft && !draft.isClosed ? draft.lines : []).map((line) => ({
    line,
    window: known.windowOf(line.windowId)?.name ?? '',
    dish: known.dishOf(line.dishId)?.name ?? '',
  }))
}

/** What a row says otherwise than the line of the draft. Prices that are the dish's own say nothing new. */
export function changedLineFields(
  line: DraftLine,
  row: Pick<MenuRow, 'prices' | 'hasHalf' | 'notes'>,
  dish: Pick<KnownDish, 'prices'> | undefined,
): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const plain = (prices: readonly Price[]) =>
    prices
      .map(({ role, fen, halfFen }) => [role, fen, halfFen ?? -1])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  const isOwn = line.prices.length === 0 && same(plain(row.prices), plain(dish?.prices ?? []))
  return [
    ...(isOwn || same(plain(row.prices), plain(line.prices)) ? [] : ['prices']),
    ...(row.hasHalf === line.hasHalf ? [] : ['hasHalf']),
    ...(same(row.notes, line.notes) ? [] : ['notes']),
  ]
}
