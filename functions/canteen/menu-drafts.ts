import { sql } from 'kysely'
import type * as v from 'valibot'
import { priceRoles } from '../../contract/canteen'
import type { DraftLine, draftDay } from '../../contract/canteen-menus'
import { type MealWord, mealWords } from '../../contract/canteen-words'
import type { Db } from '../../database/connect'

/** What the kitchen works on: one day, with its lines in the order in which they are shown. */
export interface MenuDraft extends Pick<v.InferOutput<typeof draftDay>, 'isClosed' | 'note' | 'mealPlaces'> {
  lines: readonly DraftLine[]
}

/** A day's draft as it is stored, and what of it is published. */
export interface StoredDraft extends MenuDraft {
  day: string
  revision: number
  hasChanges: boolean
  /** The draft as it was last published; absent when the day is not published. */
  published?: MenuDraft
  publishedAt?: Date
  changedAt?: Date
}

interface Where {
  orgId: number
  canteenId: string
}

/** What makes a line the same dish at the same place, whatever else is said about it. */
export function lineKey({ meal, windowId, dishId }: Pick<DraftLine, 'meal' | 'windowId' | 'dishId'>): string {
  return `${meal} ${windowId} ${dishId}`
}

/** Holds a canteen's menus until the transaction ends; undefined when there is no such canteen, or no longer. */
export async function holdCanteen(db: Db, orgId: number, canteenId: string): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('canteen')
    .select('name')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .where('isRetired', '=', false)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** The drafts of some days by day; days without one are not among them. */
export async function readDrafts(
  db: Db,
  orgId: number,
  canteenId: string,
  days: readonly string[],
): Promise<Map<string, StoredDraft>> {
  if (days.length === 0) return new Map()
  const rows = await db
    .selectFrom('menuDay')
    .select(['day', 'draft', 'published', 'revision', 'hasChanges', 'publishedAt', 'changedAt'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .where('day', 'in', days)
    .execute()
  return new Map(
    rows.map(({ day, draft, published, publishedAt, changedAt, ...rest }) => [
      day,
      {
        ...(draft as unknown as MenuDraft),
        day,
        ...rest,
        ...(published ? { published: published as unknown as MenuDraft } : {}),
        ...(publishedAt ? { publishedAt } : {}),
        ...(changedAt ? { changedAt } : {}),
      },
    ]),
  )
}

const byMeal = (a: { meal: MealWord }, b: { meal: MealWord }) => mealWords.indexOf(a.meal) - mealWords.indexOf(b.meal)

/** The line with every field said, so that equal lines are equal as JSON. */
function normalLine({ meal, windowId, dishId, prices, hasHalf, places, notes }: DraftLine): DraftLine {
  const ordered = priceRoles.flatMap((role) => prices.filter((price) => price.role === role))
  return { meal, windowId, dishId, prices: ordered, hasHalf, notes, ...(places === undefined ? {} : { places }) }
}

/**
 * A draft in the one form in which drafts are compared: lines by meal, prices by role, and each line with the id of the
 * published serving that it means: the same dish at the same window, else the one it names when that is the same dish at
 * the same meal.
 */
export function normalDraft(draft: MenuDraft, published: MenuDraft | undefined): MenuDraft {
  const known = new Map(
    published?.lines.flatMap((line) => (line.servingId ? [[line.servingId, line] as const] : [])) ?? [],
  )
  const atPlace = new Map([...known].map(([servingId, line]) => [lineKey(line), servingId]))
  const taken = new Set(draft.lines.flatMap((line) => atPlace.get(lineKey(line)) ?? []))
  const moved = ({ servingId = '', meal, dishId }: DraftLine) => {
    const was = known.get(servingId)
    // two lines cannot be one serving
    if (was?.meal !== meal || was.dishId !== dishId || taken.has(servingId)) return undefined
    taken.add(servingId)
    return servingId
  }
  const lines = [...draft.lines].sort(byMeal).map((line) => {
    const servingId = atPlace.get(lineKey(line)) ?? moved(line)
    return { ...normalLine(line), ...(servingId ? { servingId } : {}) }
  })
  return { isClosed: draft.isClosed, note: draft.note, mealPlaces: [...draft.mealPlaces].sort(byMeal), lines }
}

/**
 * Writes drafts of some days; one that says what the stored one says keeps its revision. Whether a day then differs from
 * what is published the database tells (`has_changes`). The caller holds the canteen (`holdCanteen`) and has looked at
 * its days: past ones are not to be written.
 */
export async function writeDrafts(
  db: Db,
  { orgId, canteenId }: Where,
  drafts: ReadonlyMap<string, MenuDraft>,
): Promise<void> {
  const stored = await readDrafts(db, orgId, canteenId, [...drafts.keys()])
  const rows = [...drafts].map(([day, draft]) => ({ day, draft: normalDraft(draft, stored.get(day)?.published) }))
  await sql`
    INSERT INTO menu_day (org_id, canteen_id, day, draft)
    SELECT ${orgId}::integer, ${canteenId}::uuid, d.day, d.draft
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS d(day date, draft jsonb)
    ON CONFLICT (org_id, canteen_id, day) DO UPDATE SET draft = EXCLUDED.draft, revision = menu_day.revision + 1
      WHERE menu_day.draft IS DISTINCT FROM EXCLUDED.draft`.execute(db)
}
