import type { CanteenRecord } from '../../contract/canteen-dishes'
import type { DraftDay, saveMenuDay } from '../../contract/canteen-menus'
import { type MealWord, mealWords } from '../../contract/canteen-words'
import type { ValueOf } from '../../contract/procedure'
import type { Day } from '../../contract/zone'

/** A dish in a cell. */
export type Line = DraftDay['lines'][number]
/** What the kitchen decides about a day; the rest of a draft is told by the cloud. */
export type DayContent = Pick<DraftDay, 'isClosed' | 'note' | 'mealPlaces' | 'lines'>
/** A row of the grid: one window at one meal. */
export interface GridRow {
  meal: MealWord
  windowId: string
  window: string
}

/** A day as the cloud tells it, with what it need not say. */
export const told = (day: ValueOf<typeof saveMenuDay>): DraftDay => ({
  ...day,
  lines: day.lines.map((line) => ({ prices: [], hasHalf: false, notes: [], ...line })),
})

export const contentOf = ({ isClosed, note, mealPlaces, lines }: DayContent): DayContent => ({
  isClosed,
  note,
  mealPlaces,
  lines,
})

/** The rows of a week: the canteen's meals and windows, and those no longer offered where something still stands. */
export function rowsOf({ meals, windows }: CanteenRecord, days: readonly DraftDay[]): GridRow[] {
  const lines = days.flatMap((day) => day.lines)
  const offered = windows.filter((window) => !window.isRetired)
  return mealWords.flatMap((meal) => {
    const standing = lines.filter((line) => line.meal === meal)
    const usual = meals.some((hours) => hours.meal === meal)
      ? offered.map(({ windowId, name }) => ({ meal, windowId, window: name }))
      : []
    const known = new Set(usual.map(({ windowId }) => windowId))
    const more = new Map(
      standing.filter(({ windowId }) => !known.has(windowId)).map(({ windowId, window }) => [windowId, window]),
    )
    return [...usual, ...[...more].map(([windowId, window]) => ({ meal, windowId, window }))]
  })
}

/** What stands in a cell. */
export const linesIn = (day: DayContent, { meal, windowId }: GridRow): Line[] =>
  day.lines.filter((line) => line.meal === meal && line.windowId === windowId)

/** A cell with other lines in it, each dish once; the order of everything else stays. */
export function withCell(day: DayContent, row: GridRow, lines: readonly Omit<Line, keyof GridRow>[]): DayContent {
  const once = lines.filter((line, at) => lines.findIndex(({ dishId }) => dishId === line.dishId) === at)
  const kept = day.lines.filter((line) => line.meal !== row.meal || line.windowId !== row.windowId)
  return { ...contentOf(day), lines: [...kept, ...once.map((line) => ({ ...line, ...row }))] }
}

/** A line as it is put somewhere else: no serving has been published there. */
export const copiedLine = ({ servingId: _, ...line }: Line): Line => line

/** Whether a day may be changed: days that are over are only looked at. */
export const mayEdit = (day: DraftDay | undefined): day is DraftDay => day !== undefined && !day.isPast

/** Some days of a week with other content. */
export type Edits = ReadonlyMap<Day, DayContent>
