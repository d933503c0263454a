import { sql } from 'kysely'
import type { Price } from '../../contract/canteen'
import type { MenuRow } from '../../contract/canteen-files'
import { type MealWord, mealWords } from '../../contract/canteen-words'
import type { Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { MenuDraft } from './menu-drafts'

type Row = Pick<MenuRow, 'day' | 'meal' | 'window' | 'dish' | 'prices' | 'hasHalf' | 'notes'>

/** The menu of some days, by day and meal, as files carry it. */
export interface MenuOfDays {
  rows: Row[]
  closedDays: { day: Day; note: string }[]
  /** Of days that are open. */
  dayNotes: { day: Day; note: string }[]
}

interface Span {
  orgId: number
  canteenId: string
  from: Day
  until: Day
}

interface DayRow {
  day: Day
  isClosed: boolean
  note: string
  draft: MenuDraft
  isPublished: boolean
}

async function daysOf(db: Db, { orgId, canteenId, from, until }: Span): Promise<DayRow[]> {
  const rows = await db
    .selectFrom('menuDay')
    .select(['day', 'draft', 'isClosed', 'note', 'publishedAt'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .execute()
  return rows.map(({ draft, publishedAt, ...rest }) => ({
    ...rest,
    draft: draft as unknown as MenuDraft,
    isPublished: publishedAt !== null,
  }))
}

function menuOf(days: readonly { day: Day; isClosed: boolean; note: string }[], rows: Row[]): MenuOfDays {
  const order = (meal: MealWord) => mealWords.indexOf(meal)
  return {
    rows: rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : order(a.meal) - order(b.meal))),
    closedDays: days.filter(({ isClosed }) => isClosed).map(({ day, note }) => ({ day, note })),
    dayNotes: days.filter(({ isClosed, note }) => !isClosed && note !== '').map(({ day, note }) => ({ day, note })),
  }
}

async function publishedRows(db: Db, { orgId, canteenId, from, until }: Span): Promise<Row[]> {
  const { rows } = await sql<Omit<Row, 'prices'> & { prices: Price[] }>`
    SELECT to_char(s.day, 'YYYY-MM-DD') AS day, t.meal, w.name AS window, d.name AS dish, s.has_half, s.notes,
      CASE WHEN s.prices = '[]' THEN d.prices ELSE s.prices END AS prices
    FROM serving s
    JOIN sitting t ON t.org_id = s.org_id AND t.sitting_id = s.sitting_id
    JOIN menu_day m ON m.org_id = s.org_id AND m.canteen_id = s.canteen_id AND m.day = s.day
    JOIN canteen_window w ON w.org_id = s.org_id AND w.window_id = s.window_id
    JOIN dish d ON d.org_id = s.org_id AND d.dish_id = s.dish_id
    WHERE s.org_id = ${orgId} AND s.canteen_id = ${canteenId} AND s.day BETWEEN ${from} AND ${until}
      AND s.removed_at IS NULL AND t.removed_at IS NULL AND m.published_at IS NOT NULL AND NOT m.is_closed
    ORDER BY s.day, s.sort_order, s.serving_id`.execute(db)
  return rows
}

/** What is published of some days, as people read it. */
export async function publishedMenu(db: Db, span: Span): Promise<MenuOfDays> {
  const days = (await daysOf(db, span)).filter(({ isPublished }) => isPublished)
  return menuOf(days, await publishedRows(db, span))
}

async function namesOf(db: Db, orgId: number, drafts: readonly MenuDraft[]) {
  const lines = drafts.flatMap((draft) => draft.lines)
  const [dishIds, windowIds] = [
    [...new Set(lines.map((line) => line.dishId))],
    [...new Set(lines.map((line) => line.windowId))],
  ]
  if (lines.length === 0) return { dishes: new Map(), windows: new Map() }
  const dishes = await db
    .selectFrom('dish')
    .select(['dishId', 'name', 'prices'])
    .where('orgId', '=', orgId)
    .where('dishId', 'in', dishIds)
    .execute()
  const windows = await db
    .selectFrom('canteenWindow')
    .select(['windowId', 'name'])
    .where('orgId', '=', orgId)
    .where('windowId', 'in', windowIds)
    .execute()
  return {
    dishes: new Map(dishes.map(({ dishId, name, prices }) => [dishId, { name, prices: prices as unknown as Price[] }])),
    windows: new Map(windows.map(({ windowId, name }) => [windowId, name])),
  }
}

/** What the kitchen works on. Where a line has no prices the dish's own hold. */
export async function draftMenu(db: Db, span: Span): Promise<MenuOfDays> {
  const days = await daysOf(db, span)
  const { dishes, windows } = await namesOf(
    db,
    span.orgId,
    days.map(({ draft }) => draft),
  )
  const rows = days.flatMap(({ day, draft }) =>
    (draft.isClosed ? [] : draft.lines).map(({ meal, windowId, dishId, prices, hasHalf, notes }): Row => {
      const dish = dishes.get(dishId)
      return {
        ...{ day, meal, window: windows.get(windowId) ?? '', dish: dish?.name ?? '', hasHalf, notes },
        prices: prices.length > 0 ? prices : (dish?.prices ?? []),
      }
    }),
  )
  return menuOf(
    days.map(({ day, draft: { isClosed, note } }) => ({ day, isClosed, note })),
    rows,
  )
}

/** Days that are over as they were published, and the others as the kitchen works on them. */
export async function kitchenMenu(db: Db, span: Span, today: Day): Promise<MenuOfDays> {
  const drafts = await draftMenu(db, span)
  if (span.from >= today) return drafts
  const published = await publishedMenu(db, span)
  const over = new Set(
    (await daysOf(db, span)).filter(({ day, isPublished }) => day < today && isPublished).map(({ day }) => day),
  )
  const joined = (key: 'closedDays' | 'dayNotes') => [
    ...published[key].filter(({ day }) => over.has(day)),
    ...drafts[key].filter(({ day }) => !over.has(day)),
  ]
  const rows = [
    ...published.rows.filter(({ day }) => over.has(day)),
    ...drafts.rows.filter(({ day }) => !over.has(day)),
  ]
  return { rows: menuOf([], rows).rows, closedDays: joined('closedDays'), dayNotes: joined('dayNotes') }
}
