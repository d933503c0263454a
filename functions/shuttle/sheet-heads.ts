import { clean } from './sheet-cells'
import { clockSigns, clocksIn } from './sheet-clock'
import { fieldOf, ownHeads, type SheetField } from './sheet-fields'

/** A row of a sheet, or what became of one: the head or a trip of a table that was turned, or what is wrong there. */
export interface SheetLine {
  line: number
  cells: string[]
  head?: Head
  /** The trip of a column: how it is called there, and for each cell the line that it stood in. */
  trip?: { name: string; lines: number[] }
  problem?: string
  remark?: string
}

/** How the rows below a head are read: as a list with stops in the cells, or as a grid with a column for each stop. */
export interface Head {
  columns: (SheetField | undefined)[]
  /** The stops of a grid, by column. */
  stops: Map<number, string>
  /** It stood down the side: only trips that were turned with it stand below. */
  isTurned?: true
}

/** What stands in a grid's cell, signs made ordinary, where a trip does not stop. */
export const notStopping = /^(?:[-—–/\\|×xX↓不停无]*|不停靠?|通过)$/

/** A head of a list: 线路, 停靠站, 发车时间 and what else is said of each. */
export function listHead(cells: readonly string[]): Head | undefined {
  const columns = cells.map((cell, i) => (i > 0 && cells[i - 1] === cell ? fieldOf(cells[i - 1] ?? '') : fieldOf(cell)))
  const has = (...fields: SheetField[]) => fields.some((field) => columns.includes(field))
  if (!has('stops', 'departure') || !has('route', 'direction', 'note', 'driver', 'plate', 'days')) return undefined
  // a head over several columns stands over the first of them
  for (let i = 1; i < columns.length; i++) if (cells[i] === '' && columns[i - 1] === 'stops') columns[i] = 'stops'
  if (!has('stops')) {
    const spare = cells.findIndex((cell, i) => cell !== '' && columns[i] === undefined)
    if (spare >= 0 && columns.length - spare > 1) return undefined
  }
  return { columns, stops: new Map() }
}

/** A head of a grid: names of stops, with times in the next row below them. An exported one has no other columns than its own. */
function gridHead(cells: readonly string[], next: readonly string[] | undefined, isOwn: boolean): Head | undefined {
  if (!next) return undefined
  const columns = cells.map((cell) => (isOwn && !ownHeads.includes(cell) ? undefined : fieldOf(cell)))
  const stops = new Map<number, string>()
  // a trip that passes by several stops is none
  const isName = (cell: string) => !notStopping.test(clockSigns(cell)) && clocksIn(clockSigns(cell)).length === 0
  for (const [i, cell] of cells.entries())
    if (columns[i] === undefined && isName(cell) && cell !== cells[i - 1]) stops.set(i, clean(cell))
  const timed = [...stops.keys()].filter((i) => isTimeCell(next[i] ?? '')).length
  return stops.size >= 2 && timed >= 2 ? { columns, stops } : undefined
}

/** The head that a row is, with the row below it; undefined when it is none. */
export const headOf = (cells: readonly string[], next: readonly string[] | undefined, isOwn: boolean) =>
  (isOwn ? undefined : listHead(cells)) ?? gridHead(cells, next, isOwn)

function isTimeCell(cell: string): boolean {
  const text = clockSigns(cell)
  const [clock] = clocksIn(text)
  return clock?.start === 0 && text.slice(clock.end).replace(/[\s\d:()约开发到]/g, '') === ''
}

/** A heading such as 线路：1号线 or 方向：上班. */
export const isMarked = (texts: readonly string[]) => texts.every((text) => /^(线路|方向)\s*[:：]/.test(text))
