import type { ValueOf } from '../../contract/procedure'
import type { previewShuttleSheet } from '../../contract/shuttle-timetables'
import type { Sheet } from '../documents/documents'
import { plainText } from '../documents/plain-text'
import { cellsOf, clean } from './sheet-cells'
import { clockSigns, clocksIn } from './sheet-clock'
import { fieldOf, ownHeads, type SheetField } from './sheet-fields'
import { readRow, saysHeadway } from './sheet-row'
import { readStops, type WrittenStop, type WrittenStops } from './sheet-stops'
import { tripsOfRow } from './sheet-trips'

type Read = ValueOf<typeof previewShuttleSheet>

/** How the rows below a head are read: as a list with stops in the cells, or as a grid with a column for each stop. */
interface Head {
  columns: (SheetField | undefined)[]
  /** The stops of a grid, by column. */
  stops: Map<number, string>
}

interface Above {
  route: string
  direction: string
}

const mostTrips = 2000
/** What is longer is no timetable, and takes long to search. */
const mostLetters = 1000
const notStopping = /^(?:[-—–/\\|×xX↓不停无]*|不停靠?|通过)$/

function listHead(cells: readonly string[]): Head | undefined {
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

const headOf = (cells: readonly string[], next: readonly string[] | undefined, isOwn: boolean) =>
  (isOwn ? undefined : listHead(cells)) ?? gridHead(cells, next, isOwn)

function isTimeCell(cell: string): boolean {
  const text = clockSigns(cell)
  const [clock] = clocksIn(text)
  return clock?.start === 0 && text.slice(clock.end).replace(/[\s\d:()约开发到]/g, '') === ''
}

/** The stops of a list's row: from their columns, or from 发车 and 到达 beside a line's ends. */
function listStops(all: (field: SheetField) => string[]): WrittenStops {
  const cells = all('stops').filter((cell) => !saysHeadway(cell))
  const named =
    cells.length > 0
      ? cells
      : [...all('route'), ...all('direction')].filter((cell) => /[→⇄⇌↔\-—–~>]/.test(cell)).slice(0, 1)
  const written = readStops(named)
  const add = (stop: WrittenStop | undefined, texts: string[]) => {
    if (stop && stop.clocks.length === 0)
      stop.clocks = texts.filter((text) => !saysHeadway(text)).flatMap((text) => clocksIn(clockSigns(text)))
  }
  add(written.stops[0], all('departure'))
  if (written.stops.length > 1) add(written.stops[written.stops.length - 1], all('arrival'))
  return written
}

function gridStops(cells: readonly string[], { stops }: Head): WrittenStops | string {
  const written: WrittenStop[] = []
  for (const [i, stop] of stops) {
    const text = clockSigns(cells[i] ?? '')
    if (notStopping.test(text)) continue
    const clocks = clocksIn(text)
    if (clocks.length === 0) return `「${stop}」下的「${text.slice(0, 20)}」不是时间`
    written.push({ stop, clocks })
  }
  return { stops: written, isBothWays: false }
}

/** What a heading above a table says: 线路：1号线, 方向：上班, or 1号线 上班. */
function headingOf(texts: readonly string[], above: Above): Above {
  const after = (word: RegExp) => texts.map((text) => word.exec(text)?.[1]?.trim()).find((text) => text !== undefined)
  const route = after(/^线路\s*[:：]\s*(.+)$/)
  const direction = after(/^方向\s*[:：]\s*(.*)$/)
  if (route !== undefined || direction !== undefined) return { route: route ?? above.route, direction: direction ?? '' }
  const [text = ''] = texts
  const named = /^([^\s,;:，。；：、]{1,12}?(?:线|路|车))(?:[\s(（·-]+([^\s,;:，。；：、()（）]{1,12})[)）]?)?$/.exec(
    text,
  )
  return named ? { route: named[1] ?? '', direction: named[2] ?? '' } : above
}

function readSheet(sheet: Sheet, read: Read): boolean {
  let head: Head | undefined
  let isOwn = false
  let above: Above = { route: '', direction: '' }
  const name = sheet.name.slice(0, 60)
  const rows = sheet.rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => plainText(cell.slice(0, mostLetters))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const titles: string[] = []
  let isTable = false
  for (const [n, { line, cells }] of rows.entries()) {
    const texts = [...new Set(cells.filter((cell) => cell !== ''))]
    const isMarked = texts.every((text) => /^(线路|方向)\s*[:：]/.test(text))
    const next = texts.length > 1 && !isMarked ? headOf(cells, rows[n + 1]?.cells, isOwn) : undefined
    if (next) {
      head = next
      isTable = true
      continue
    }
    if (texts.length === 1 || isMarked) {
      const mayHead = isMarked || headOf(rows[n + 1]?.cells ?? [], rows[n + 2]?.cells, false) !== undefined
      const heading = mayHead ? headingOf(texts, above) : above
      if (isMarked) isOwn = true
      if (isMarked) head = undefined
      if (heading !== above) above = heading
      else if (isTable) read.remarks.push(texts[0] ?? '')
      else titles.push(texts[0] ?? '')
      continue
    }
    if (!head) {
      if (!isTable) titles.push(...texts)
      continue
    }
    const own = cellsOf(cells, head.columns)
    const isList = head.stops.size === 0
    const written = isList ? listStops(own.all) : gridStops(cells, head)
    const route = clean(own.one('route')) || above.route || (isList ? '' : name)
    const direction =
      own.one('direction') === '' && clean(own.one('route')) !== '' && isList
        ? ''
        : clean(own.one('direction')) || above.direction
    const timeText = [...own.all('stops'), ...own.all('departure')].filter(saysHeadway).map(clockSigns).join(';')
    const refuse = (message: string) => read.problems.push({ sheet: name, row: line, message })
    if (typeof written === 'string') refuse(written)
    else if (route === '') refuse('没有写线路')
    else {
      if (isList) above = { route, direction }
      const row = readRow(own, { sheet: name, row: line }, { route, direction, written, timeText })
      const trips = tripsOfRow(row)
      if (typeof trips === 'string') refuse(trips)
      else if (read.trips.length + trips.length > mostTrips) refuse(`超过 ${mostTrips} 个班次，没有读`)
      else read.trips.push(...trips)
    }
  }
  if (isTable && read.title === '') read.title = titles[0] ?? ''
  return isTable
}

/** The trips in the sheets of a file: lists with stops in their cells, grids with a column for each stop. Undefined without any. */
export function readShuttleSheets(sheets: readonly Sheet[]): Read | undefined {
  const read: Read = { title: '', trips: [], problems: [], remarks: [] }
  const found = sheets.map((sheet) => readSheet(sheet, read))
  return found.includes(true) ? read : undefined
}
