import { plainSigns } from '../documents/plain-text'
import { clean } from './sheet-cells'
import { clockSigns, clocksIn } from './sheet-clock'
import { fieldOf, type SheetField } from './sheet-fields'
import { headOf, isMarked, listHead, notStopping, type SheetLine } from './sheet-heads'
import { tripWords } from './sheet-trip-heads'

/** A table with its stops down the side, as it may stand in a sheet; whether it is one is not yet said. */
export interface SideTable {
  /** The column of the stops. */
  side: number
  /** Its head says 站点, not only 班次 or nothing. */
  isNamed: boolean
  /** The rows that head the trips, and the line of the one that says 站点. */
  heads: SheetLine[]
  line: number
  /** Stops, and the sections that they stand in (上班, 1号线). */
  sections: { said: [SheetField, string][]; stops: SheetLine[] }[]
  /** Rows that say one thing of each trip: 司机, 运行日. */
  besides: { field: SheetField; cells: string[] }[]
  /** Rows with times and no stop; remarks between the stops. */
  nameless: number[]
  remarks: SheetLine[]
  /** The first row that is no more of it. */
  end: number
}

/** What may be said of a trip beside its stops. */
export const sayable: readonly SheetField[] = [
  'route',
  'direction',
  'days',
  'headway',
  'plate',
  'seats',
  'driver',
  'phone',
  'note',
]
const stopPoint = /^(?:停靠|上车|下车|上下车|候车|乘车|停车|途经)点(?:名称)?$/
const ordinal = /^(?:序号?|站序|站号|编号|no\.?|#)$/i
const remarkWord = /^(?:注意?|提示|温馨提示|须知|说明|备注)(?:[:：]|$)/
const mostHeads = 3
const mostBesides = 20

/** Whether a head says that stops stand below it: 站点, 停靠点, 站点/班次. */
function saysStops(cell: string): boolean {
  if (cell.length > 24 || !/[站点路]/.test(cell)) return false
  const pieces = plainSigns(cell).split(/[\s/\\|]+/)
  const isStop = (piece: string) => fieldOf(piece) === 'stops' || stopPoint.test(piece)
  if (pieces.length === 1) return isStop(cell)
  return pieces.length === 2 && pieces.some(isStop) && pieces.some((piece) => !isStop(piece) && tripWords(piece).isTrip)
}

/** The column headed 站点, with none before it but the number of the stop. */
function sideOf(cells: readonly string[]): number | undefined {
  const first = cells.findIndex((cell) => cell !== '' && !ordinal.test(plainSigns(cell)))
  return first >= 0 && saysStops(cells[first] ?? '') ? first : undefined
}

/** Whether a cell tells a time, with a word or two beside it. */
export function hasTime(cell: string): boolean {
  if (!/[\d点]/.test(cell)) return false
  const text = clockSigns(cell)
  const clocks = clocksIn(text)
  return clocks[0]?.start === 0 && text.length - clocks.reduce((sum, { start, end }) => sum + end - start, 0) <= 10
}

const fieldAt = (cells: readonly string[], side: number) => {
  const field = fieldOf(cells[side] ?? '')
  return field && sayable.includes(field) ? field : undefined
}
const after = (cells: readonly string[], side: number) => cells.slice(side + 1).filter((cell) => cell !== '')

/** Heads of trips above the one that says 站点: 上班 and 下班 over several, or a row 班次 or 司机. */
function isUpper({ cells }: SheetLine, side: number): boolean {
  const own = cells[side] ?? ''
  const isEmpty = cells.slice(0, side).every((cell) => cell === '')
  return (
    isEmpty &&
    (own === '' || fieldOf(own) === 'trip' || fieldAt(cells, side) !== undefined) &&
    after(cells, side).length > 0 &&
    !cells.some(hasTime)
  )
}

/** Where the heads of a table with its stops down the side begin and end. */
function headsAt(rows: readonly SheetLine[], n: number) {
  let named: number | undefined
  for (let i = n; i < n + mostHeads && named === undefined; i++) {
    const side = sideOf(rows[i]?.cells ?? [])
    if (side !== undefined) named = i
    else if (rows[i]?.cells.some(hasTime)) break
  }
  const cells = rows[named ?? n]?.cells ?? []
  const side = named === undefined ? 0 : (sideOf(cells) ?? 0)
  if (named === undefined) {
    const [own = ''] = cells
    if ((own !== '' && fieldOf(own) !== 'trip') || (own === '' && cells.some(hasTime))) return undefined
    // with fewer it would be a remark; and such a row ends the table above it, so that none is looked through twice
    if (own === '' && new Set(after(cells, 0)).size < 2) return undefined
  } else if (!rows.slice(n, named).every((row) => isUpper(row, side))) return undefined
  if (after(cells, side).length === 0) return undefined
  const last = named ?? n
  let until = last + 1
  for (; until < n + mostHeads; until++) {
    const lower = rows[until]?.cells ?? []
    const own = lower[side] ?? ''
    const isMerged = own !== '' && own === cells[side]
    const isBelow = own === '' && after(lower, side).length > 0 && !lower.some(hasTime)
    if (!isMerged && !isBelow) break
  }
  return { side, isNamed: named !== undefined, last, until }
}

/** What is read of the heads of a table from row `n`, and of the rows below it; undefined where none can begin. */
export function sideTableAt(rows: readonly SheetLine[], n: number): SideTable | undefined {
  const head = headsAt(rows, n)
  if (!head) return undefined
  const { side, isNamed, last, until } = head
  const heads = rows.slice(n, until)
  const table: SideTable = {
    ...{ side, isNamed, line: rows[last]?.line ?? 0, sections: [], nameless: [], remarks: [], end: until },
    heads: heads.filter(({ cells }) => fieldAt(cells, side) === undefined),
    besides: [],
  }
  const stand = (row: SheetLine) => {
    if (table.sections.length === 0) table.sections.push({ said: [], stops: [] })
    table.sections[table.sections.length - 1]?.stops.push(row)
  }
  const isSingle = after(rows[last]?.cells ?? [], side).length === 1
  /** A remark that stands alone at the first trip may be one for all of them. */
  const isForAll = ({ cells }: SheetLine) =>
    fieldAt(cells, side) === 'note' && !isSingle && cells[side + 1] !== '' && after(cells, side).length === 1
  const say = (row: SheetLine) => {
    const field = fieldAt(row.cells, side)
    if (!field) return false
    if (isForAll(row) || table.besides.length === mostBesides) table.remarks.push(row)
    else table.besides.push({ field, cells: row.cells })
    return true
  }
  heads.forEach(say)
  // what stands below the last stop is no more of the table: it waits until another stop comes
  let waiting: SheetLine[] = []
  const settle = (m: number) => {
    for (const row of waiting) {
      if (say(row)) continue
      if (after(row.cells, side).length > 0 && !remarkWord.test(row.cells[side] ?? '')) stand(row)
      else table.remarks.push(row)
    }
    waiting = []
    table.end = m + 1
  }
  for (let m = until; m < rows.length; m++) {
    const row = rows[m] as SheetLine
    const { cells } = row
    const own = clean(cells[side] ?? '')
    const right = after(cells, side)
    const texts = [...new Set(cells.filter((cell) => cell !== ''))]
    if (isMarked(texts) || sideOf(cells) !== undefined || listHead(cells)) break
    const isTimed = right.some(hasTime)
    if (own === '' && isTimed) {
      table.nameless.push(row.line)
      settle(m)
      continue
    }
    if (texts.length === 1) {
      const { said, isTrip } = tripWords(texts[0] ?? '')
      if (isTrip && said.length > 0) table.sections.push({ said, stops: [] })
      else waiting.push(row)
      continue
    }
    if (own === '') break
    const field = fieldOf(own)
    if (field === 'stops' || field === 'trip') break
    if (fieldAt(cells, side)) {
      // 线路 and 方向 may as well head a grid below
      if (table.sections.length > 0 && headOf(cells, rows[m + 1]?.cells, false)) break
      waiting.push(row)
      const isNext = row.line === (rows[m - 1]?.line ?? 0) + 1
      if (isNext && !isForAll(row)) settle(m)
      continue
    }
    const isStop = right.every((cell) => hasTime(cell) || notStopping.test(clockSigns(cell)))
    if (!isStop && headOf(cells, rows[m + 1]?.cells, false)) break
    if (remarkWord.test(own) || (!isStop && !isTimed)) {
      waiting.push(row)
      continue
    }
    settle(m)
    stand(row)
  }
  return table.sections.some(({ stops }) => stops.length > 0) ? table : undefined
}
