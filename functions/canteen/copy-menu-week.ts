import { copyMenuWeek } from '../../contract/canteen-menus'
import { dayOf } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { readWindows } from './draft-days'
import { judgeDishes } from './label-problems'
import { holdCanteen, type MenuDraft, readDrafts, writeDrafts } from './menu-drafts'
import { usableParts } from './usable-parts'
import { weekOf } from './week-of'

const holdsSomething = (draft: MenuDraft | undefined): draft is MenuDraft =>
  draft !== undefined && (draft.isClosed || draft.lines.length > 0)

export default keeper(copyMenuWeek, async ({ canteenId, fromDay, toDay, overwrites }, asked) => {
  const { db, orgId, person, now } = asked
  const [from, to] = [weekOf(fromDay), weekOf(toDay)]
  if (!(await holdCanteen(db, orgId, canteenId))) return refuse('NO_SUCH_CANTEEN')
  if (from[0] === to[0]) return refuse('SAME_WEEK')
  const drafts = await readDrafts(db, orgId, canteenId, [...from, ...to])
  const lines = from.flatMap((day) => drafts.get(day)?.lines ?? [])
  const usable = await usableParts(db, { orgId, canteenId }, lines)
  const dishes = await judgeDishes(
    db,
    orgId,
    lines.map(({ dishId }) => dishId),
  )
  const windows = await readWindows(db, orgId, canteenId)
  const today = dayOf(now, person.zone)

  const copies = new Map<string, MenuDraft>()
  const kept: string[] = []
  const leftOut = new Set<string>()
  let found = 0
  for (const [i, day] of to.entries()) {
    const source = drafts.get(from[i] ?? '')
    if (!holdsSomething(source)) continue
    found++
    if (day < today || (holdsSomething(drafts.get(day)) && !overwrites)) {
      kept.push(day)
      continue
    }
    const { isClosed, note, mealPlaces } = source
    const isUsable = (line: MenuDraft['lines'][number]) =>
      usable.windowIds.has(line.windowId) && usable.dishIds.has(line.dishId)
    for (const { dishId, windowId } of source.lines.filter((line) => !isUsable(line)))
      leftOut.add(`${dishes.get(dishId)?.name ?? ''}（${windows.get(windowId)?.name ?? ''}）`)
    // its servings are of its own days
    const usableLines = source.lines.filter(isUsable).map(({ servingId: _, ...line }) => line)
    copies.set(day, { isClosed, note, mealPlaces, lines: usableLines })
  }
  if (found === 0) return refuse('NOTHING_TO_COPY')
  if (copies.size > 0) await writeDrafts(db, { orgId, canteenId }, copies)
  asked.note({ canteenId, from: from[0], to: to[0], days: copies.size, kept: kept.length })
  return { days: [...copies.keys()], kept, leftOut: [...leftOut] }
})
