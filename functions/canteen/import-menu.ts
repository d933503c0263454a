import { sql } from 'kysely'
import { importMenu, type MenuRow } from '../../contract/canteen-files'
import type { DraftLine } from '../../contract/canteen-menus'
import { dayOf } from '../../contract/zone'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse, WrongInput } from '../keeper'
import { newId } from '../secrets'
import { changedLineFields, draftLines, type KnownMenu, knownMenu } from './known-menu'
import { makeDishes } from './make-dishes'
import { holdCanteen, lineKey, type MenuDraft, writeDrafts } from './menu-drafts'
import { allergensOfNotes } from './note-allergens'
import { mostOfDay } from './settle-menu'

/** Of two imports at once the second waits, and then finds what the first wrote: dishes and windows are made once. */
async function holdImports({ db, orgId }: AskedByPerson): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('import_menu'), ${orgId})`.execute(db)
}

/** Ids of windows by name; those that are not there yet are made, behind the others. */
async function makeWindows(
  { db, orgId, now }: AskedByPerson,
  canteenId: string,
  known: KnownMenu,
  names: readonly string[],
) {
  const made = [...new Set(names)].filter((name) => !known.findWindow(name))
  const { last } = await db
    .selectFrom('canteenWindow')
    .select((is) => is.fn.coalesce(is.fn.max('sortOrder'), sql<number>`-1`).as('last'))
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .executeTakeFirstOrThrow()
  const values = made.map((name, i) => ({ orgId, canteenId, windowId: newId(now), name, sortOrder: last + 1 + i }))
  if (values.length > 0) await db.insertInto('canteenWindow').values(values).execute()
  return { made: made.length, idOf: new Map(values.map(({ name, windowId }) => [name, windowId])) }
}

/** Ids of dishes by name; a new one contains what the notes of its rows say. */
async function makeNamed(asked: AskedByPerson, known: KnownMenu, rows: readonly MenuRow[]) {
  const notes = new Map<string, string[]>()
  for (const row of rows) {
    if (known.findDish(row.dish)) continue
    notes.set(row.dish, [...(notes.get(row.dish) ?? []), ...row.notes])
  }
  const named = [...notes].map(([name, said]) => ({ name, contains: allergensOfNotes([...new Set(said)]) }))
  return { made: named.length, idOf: await makeDishes(asked, named) }
}

function doubledLines(rows: readonly MenuRow[], known: KnownMenu): number[] {
  const seen = new Set<string>()
  return rows
    .filter(({ day, meal, window, dish }) => {
      const names = [known.findWindow(window)?.name ?? window, known.findDish(dish)?.name ?? dish]
      return seen.size === seen.add(JSON.stringify([day, meal, ...names])).size
    })
    .map(({ line }) => line)
}

type Counts = Record<'added' | 'changed' | 'removed' | 'same', number>

/** A day's draft as its rows say, each line being the serving that it was. */
function openDraft(
  known: KnownMenu,
  day: string,
  rows: readonly { row: MenuRow; windowId: string; dishId: string }[],
  counts: Counts,
): Pick<MenuDraft, 'isClosed' | 'mealPlaces' | 'lines'> {
  const before = known.drafts.get(day)
  const lineOf = new Map(draftLines(known, day).map(({ line }) => [lineKey(line), line]))
  const lines = rows.map(({ row, windowId, dishId }): DraftLine => {
    const { meal, prices, hasHalf, notes } = row
    const key = lineKey({ meal, windowId, dishId })
    const line = lineOf.get(key)
    lineOf.delete(key)
    const said = { meal, windowId, dishId, prices, hasHalf, notes }
    const changed = line ? changedLineFields(line, row, known.dishOf(dishId)) : []
    counts[!line ? 'added' : changed.length > 0 ? 'changed' : 'same']++
    return line ? { ...line, ...said, prices: changed.includes('prices') ? prices : line.prices } : said
  })
  counts.removed += lineOf.size
  const meals = new Set(lines.map(({ meal }) => meal))
  return { isClosed: false, mealPlaces: before?.mealPlaces.filter(({ meal }) => meals.has(meal)) ?? [], lines }
}

function closedDraft(known: KnownMenu, day: string, note: string, counts: Counts): MenuDraft {
  const before = known.drafts.get(day)
  const wasClosed = before?.isClosed ?? false
  const kept = wasClosed && note === '' ? (before?.note ?? '') : note
  counts.removed += draftLines(known, day).length
  counts[
    wasClosed && kept === before?.note ? 'same' : before && (wasClosed || before.lines.length > 0) ? 'changed' : 'added'
  ]++
  return { isClosed: true, note: kept, mealPlaces: [], lines: wasClosed ? (before?.lines ?? []) : [] }
}

export default keeper(importMenu, async ({ canteenId, ...file }, asked) => {
  const { db, orgId, now, person } = asked
  documentsOf(asked.cloud)
  if (file.rows.length + file.closedDays.length === 0) return refuse('NOTHING_TO_IMPORT')
  await holdImports(asked)
  if (!(await holdCanteen(db, orgId, canteenId))) return refuse('NO_SUCH_CANTEEN')
  const today = dayOf(now, person.zone)
  const allDays = [...new Set([...file.rows, ...file.closedDays].map(({ day }) => day))].sort()
  const days = allDays.filter((day) => day >= today)
  const known = await knownMenu(db, orgId, canteenId, days)
  const rows = file.rows.filter(({ day }) => day >= today)
  const doubled = doubledLines(file.rows, known)
  if (doubled.length > 0) return refuse('DOUBLED_DISH', { lines: doubled })
  const open = new Set(file.rows.map(({ day }) => day))
  const both = [...new Set(file.closedDays.map(({ day }) => day))].filter((day) => open.has(day))
  if (both.length > 0) return refuse('CLOSED_AND_OPEN', { days: both })
  const full = days.find((day) => rows.filter((row) => row.day === day).length > mostOfDay)
  if (full) throw new WrongInput('rows', `${full} 超过 ${mostOfDay} 道菜，请分开或减少后再导入`)

  const windows = await makeWindows(
    asked,
    canteenId,
    known,
    rows.map(({ window }) => window),
  )
  const dishes = await makeNamed(asked, known, rows)
  const placed = rows.map((row) => {
    const windowId = known.findWindow(row.window)?.windowId ?? windows.idOf.get(row.window)
    const dishId = known.findDish(row.dish)?.dishId ?? dishes.idOf.get(row.dish)
    if (windowId === undefined || dishId === undefined) throw new Error('a window or a dish just made is not there')
    return { row, windowId, dishId }
  })
  const counts: Counts = { added: 0, changed: 0, removed: 0, same: 0 }
  const drafts = new Map<string, MenuDraft>()
  for (const day of days) {
    const said = file.dayNotes.find((one) => one.day === day)?.note
    const closed = file.closedDays.find((one) => one.day === day)
    const before = known.drafts.get(day)
    const note = said ?? (before && !before.isClosed ? before.note : '')
    const own = placed.filter(({ row }) => row.day === day)
    drafts.set(
      day,
      closed ? closedDraft(known, day, closed.note, counts) : { ...openDraft(known, day, own, counts), note },
    )
  }
  await writeDrafts(db, { orgId, canteenId }, drafts)
  const made = { newDishes: dishes.made, newWindows: windows.made }
  asked.note({ canteenId, days, ...counts, ...made })
  return { days, pastDays: allDays.filter((day) => day < today), ...counts, ...made }
})
