import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'
import { newId } from '../secrets'
import type { DayPlan, PlannedSitting } from './planned-menu'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'person' | 'now'>

const text = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

async function writeSittings({ db, orgId }: By, canteenId: string, sittings: readonly PlannedSitting[]): Promise<void> {
  const rows = sittings.map((sitting) => ({
    ...sitting,
    opensAt: text(sitting.opensAt),
    closesAt: text(sitting.closesAt),
    cutoffAt: text(sitting.cutoffAt),
  }))
  await sql`
    INSERT INTO sitting (org_id, sitting_id, canteen_id, day, meal, opens_at, closes_at, cutoff_at, places, taken)
    SELECT ${orgId}::integer, s."sittingId", ${canteenId}::uuid, s.day, s.meal, s."opensAt", s."closesAt", s."cutoffAt",
      s.places, s.taken
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s("sittingId" uuid, day date, meal text,
      "opensAt" timestamptz, "closesAt" timestamptz, "cutoffAt" timestamptz, places integer, taken integer)
    ON CONFLICT (org_id, sitting_id) DO UPDATE SET opens_at = EXCLUDED.opens_at, closes_at = EXCLUDED.closes_at,
      cutoff_at = EXCLUDED.cutoff_at, places = EXCLUDED.places, taken = EXCLUDED.taken, removed_at = NULL`.execute(db)
}

async function writeServings({ db, orgId, now }: By, canteenId: string, plans: readonly DayPlan[]): Promise<void> {
  const rows = plans.flatMap(({ day, servings }) => servings.map((serving) => ({ ...serving, day })))
  // what comes back was not sold out today
  await sql`
    INSERT INTO serving AS v (org_id, serving_id, sitting_id, canteen_id, day, window_id, dish_id, sort_order, prices,
      has_half, notes, places, taken, created_at)
    SELECT ${orgId}::integer, s."servingId", s."sittingId", ${canteenId}::uuid, s.day, s."windowId", s."dishId",
      s."sortOrder", s.prices, s."hasHalf", s.notes, s.places, s.taken, ${new Date(now)}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s("servingId" uuid, "sittingId" uuid, day date,
      "windowId" uuid, "dishId" uuid, "sortOrder" integer, prices jsonb, "hasHalf" boolean, notes text[], places integer,
      taken integer)
    ON CONFLICT (org_id, serving_id) DO UPDATE SET window_id = EXCLUDED.window_id, sort_order = EXCLUDED.sort_order,
      prices = EXCLUDED.prices, has_half = EXCLUDED.has_half, notes = EXCLUDED.notes, places = EXCLUDED.places,
      taken = EXCLUDED.taken, removed_at = NULL,
      sold_out_at = CASE WHEN v.removed_at IS NULL THEN v.sold_out_at END`.execute(db)
}

/** What is taken off stays in the tables: it may have been rated, and it may come back. */
async function removeParts({ db, orgId, now }: By, plans: readonly DayPlan[]): Promise<void> {
  const servingIds = plans.flatMap(({ removedServings }) => removedServings.map(({ servingId }) => servingId))
  const sittingIds = plans.flatMap(({ removedSittings }) => removedSittings.map(({ sittingId }) => sittingId))
  await sql`UPDATE serving SET removed_at = ${new Date(now)}
    WHERE org_id = ${orgId} AND serving_id = ANY (${servingIds}::uuid[])`.execute(db)
  await sql`UPDATE sitting SET removed_at = ${new Date(now)}
    WHERE org_id = ${orgId} AND sitting_id = ANY (${sittingIds}::uuid[])`.execute(db)
}

/** The days themselves. One that has become empty is nothing anybody knows of any more. */
async function writeDays({ db, orgId, now }: By, canteenId: string, plans: readonly DayPlan[]): Promise<void> {
  const rows = plans.map(({ day, draft, changes, wasPublished }) => ({
    day,
    draft,
    isClosed: draft.isClosed,
    note: draft.note,
    isEmpty: !draft.isClosed && draft.lines.length === 0,
    isChanged: wasPublished && changes.length > 0,
  }))
  const at = sql`${new Date(now)}::timestamptz`
  await sql`
    UPDATE menu_day d SET draft = p.draft, published = p.draft, is_closed = p."isClosed", note = p.note,
      published_at = CASE WHEN NOT p."isEmpty" THEN coalesce(d.published_at, ${at}) END,
      changed_at = CASE WHEN p."isChanged" THEN ${at} ELSE d.changed_at END
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS p(day date, draft jsonb, "isClosed" boolean, note text, "isEmpty" boolean, "isChanged" boolean)
    WHERE d.org_id = ${orgId} AND d.canteen_id = ${canteenId} AND d.day = p.day`.execute(db)
}

/** Changes of days that people had seen. */
async function writeChanges(by: By, canteenId: string, plans: readonly DayPlan[]): Promise<void> {
  const { db, orgId, person, now } = by
  const rows = plans
    .filter(({ wasPublished }) => wasPublished)
    .flatMap(({ day, changes }) => changes.map((change) => ({ changeId: newId(now), day, ...change })))
  if (rows.length === 0) return
  await sql`
    INSERT INTO menu_change (org_id, change_id, canteen_id, day, meal, dish_id, serving_id, kind, fields, at, by_id)
    SELECT ${orgId}::integer, c."changeId", ${canteenId}::uuid, c.day, c.meal, c."dishId", c."servingId", c.kind, c.fields,
      ${new Date(now)}::timestamptz, ${person.personId}::uuid
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("changeId" uuid, day date, meal text, "dishId" uuid,
      "servingId" uuid, kind text, fields text[])`.execute(db)
}

/** Writes what planned days come to. What leaves a place goes first, so that what comes there finds it free. */
export async function writeMenu(by: By, canteenId: string, plans: readonly DayPlan[]): Promise<void> {
  await removeParts(by, plans)
  await writeSittings(
    by,
    canteenId,
    plans.flatMap(({ sittings }) => sittings),
  )
  await writeServings(by, canteenId, plans)
  await writeDays(by, canteenId, plans)
  await writeChanges(by, canteenId, plans)
}
