import { setImmediate } from 'node:timers/promises'
import type { Sheet } from '../documents/documents'
import { type FoundTable, findTable } from '../documents/find-table'
import { saysNothing } from '../documents/plain-text'
import type { Moment } from '../documents/read-moment'
import { type Place, placeName, type Reading, type RowReading, readingOf } from '../documents/row-reader'
import { type HistoryColumn, historyColumns, isHistoryHeader } from './history-columns'
import { type MomentReader, momentsOf } from './history-moments'
import { type HistoryOutcome, isNotYet, readLength, readOutcome } from './history-status'

export type HistoryTable = FoundTable<HistoryColumn>

/** A row of a history as it was read; instants in epoch ms. */
export interface HistoryRow extends Place {
  number: string
  createdAt: number
  outcome: HistoryOutcome
  endedAt?: number
  dueAt?: number
  category: string
  /** What stands below the category: 不制冷 of 空调. */
  detail: string
  building: string
  floor: string
  room: string
  /** Where it is in words, without what the three above say. */
  place: string
}

export interface ReadHistory extends Reading {
  rows: HistoryRow[]
}

type Reader = RowReading<HistoryColumn>
type Count = (message: string, column: HistoryColumn, place: Place) => void
interface Context {
  moments: MomentReader
  now: number
  /** Mentions something once for all rows that it holds for. */
  count: Count
}

const minuteMs = 60_000
/** Only the day is said: what was over that day was over before it ended. */
const endOfDay = ({ at, isDayOnly }: Moment) => (isDayOnly ? at + 1439 * minuteMs : at)
const orderNames = { ymd: '年、月、日', mdy: '月、日、年', dmy: '日、月、年' }
const mostName = 40
const mostPlace = 60

/** The table of a history in a file's sheets; undefined when no row heads one. */
export function findHistory(sheets: readonly Sheet[]): HistoryTable | undefined {
  return findTable(sheets, historyColumns, isHistoryHeader)
}

function readCreated({ row, refuse, place }: Reader, { moments, now, count }: Context): Moment | undefined {
  const said = moments.said(row, 'created')
  if (said === '') return void refuse('created', '没有报修时间')
  const created = moments.read(row, 'created')
  if (!created) return void refuse('created', `「${said}」读不出报修时间，须有年、月、日`)
  if (created.at > now) return void refuse('created', `报修时间「${said}」在将来`)
  if (created.isDayOnly) count('报修时间只写了日期，按当天 0:00 计', 'created', place)
  return created
}

const isMidnight = /(^|\D)(12:00(:00)? ?am|00?:00(:00)?)$/i

/** When it was closed, by the column that says so first; `undefined` open, `null` not to be read. */
function readClosed({ row, refuse, place }: Reader, { moments, now, count }: Context, created: number) {
  for (const column of ['closed', 'closedElse'] as const) {
    const said = moments.said(row, column)
    if (said === '' || isNotYet(said)) continue
    const closed = moments.read(row, column)
    if (!closed) {
      refuse('closed', `「${said}」读不出完成时间`)
      return null
    }
    // midnight on the day itself is how programs write a day without a time
    const isBefore = closed.at < created && created - closed.at < 1440 * minuteMs
    if (!closed.isDayOnly && !(isBefore && isMidnight.test(said))) return closed.at
    count('完成时间只写了日期，按当天 23:59 计', 'closed', place)
    return Math.max(Math.min(endOfDay({ ...closed, isDayOnly: true }), now), closed.at)
  }
  return undefined
}

type Ending = Pick<HistoryRow, 'outcome' | 'endedAt'>

/** What became of it: by the time it was closed, and by its status where there is one. Undefined: not to be read. */
function readEnding(reader: Reader, context: Context, created: number): Ending | undefined {
  const { row, refuse, place } = reader
  const { moments, now, count } = context
  const closed = readClosed(reader, context, created)
  if (closed === null) return undefined
  const status = row.said('status')
  const said = readOutcome(status)
  if (closed === undefined && (said === undefined || said === 'new')) return { outcome: 'new' }
  const updated = moments.read(row, 'updated')
  const outcome = said === undefined || said === 'new' ? 'confirmed' : said
  if (said === 'new') count(`状态是「${status}」但有完成时间的，按已完成`, 'status', place)
  if (closed === undefined && updated) count('没有完成时间的已完结工单，按最后更新时间计', 'updated', place)
  if (closed === undefined && !updated && outcome === 'confirmed') {
    return void refuse('closed', `状态是「${status}」，但没有完成时间`)
  }
  const endedAt = closed ?? (updated ? Math.min(endOfDay(updated), now) : created)
  if (endedAt < created) return void refuse('closed', '完成时间早于报修时间')
  if (endedAt > now) return void refuse('closed', '完成时间在将来')
  return { outcome, endedAt }
}

function readDue({ row, guess, place }: Reader, { moments, count }: Context, created: number): number | undefined {
  const said = moments.said(row, 'due')
  if (said === '') return undefined
  const length = readLength(said)
  if (length !== undefined) return created + length * minuteMs
  const due = moments.read(row, 'due')
  if (!due) return void count(`「${said}」读不出要求完成时间，没有取`, 'due', place)
  if (due.isDayOnly) count('要求完成时间只写了日期，按当天 23:59 计', 'due', place)
  const at = endOfDay(due)
  if (at < created) return void guess('due', `要求完成时间「${said}」早于报修时间，没有取`)
  return at
}

const isCoordinates = /^\(?\s*-?\d{1,3}\.\d+\s*[,，]\s*-?\d{1,3}\.\d+\s*\)?$/

function readWhere({ row, within }: Reader) {
  const text = (column: 'place' | 'building' | 'floor' | 'room') =>
    saysNothing(row.said(column)) ? '' : row.said(column)
  const place = text('place')
  return {
    building: text('building').slice(0, mostPlace),
    floor: text('floor')
      .replace(/^(-?\d{1,3})$/, '$1层')
      .slice(0, 20),
    room: text('room').slice(0, mostPlace),
    place: isCoordinates.test(place) ? '' : within('place', place, mostPlace),
  }
}

function readRow(reader: Reader, context: Context): HistoryRow | undefined {
  const { row, place, within } = reader
  const created = readCreated(reader, context)
  if (!created) return undefined
  const ending = readEnding(reader, context, created.at)
  if (!ending) return undefined
  const text = (column: 'category' | 'detail', most: number) =>
    saysNothing(row.said(column)) ? '' : within(column, row.said(column), most)
  const where = readWhere(reader)
  const category = text('category', mostName)
  const detail = text('detail', mostName)
  if (category === '' && detail === '') context.count('没有写类别，归入「未分类」', 'category', place)
  if (Object.values(where).every((part) => part === '')) context.count('没有写地点', 'place', place)
  return {
    ...place,
    number: saysNothing(row.said('number')) ? '' : row.said('number').slice(0, mostPlace),
    createdAt: created.at,
    ...ending,
    dueAt: readDue(reader, context, created.at),
    category: category || detail,
    detail: category === '' || detail === category ? '' : detail,
    ...where,
  }
}

/** Mentions guessed orders of day and month once for their column. */
function mentionOrders({ orders }: MomentReader, first: Place | undefined, remarks: Reading['remarks']): void {
  for (const [column, { order, isGuess, example }] of orders) {
    if (!isGuess || !first) continue
    const message = `「${example}」这样的日期分不清月和日，整列按${orderNames[order]}的顺序理解，请核对`
    remarks.push({ ...first, column, severity: 'guess', message })
  }
}

/** The rows of a history's table. What belongs to the whole column is mentioned once. `now` in epoch ms. */
export async function readHistory(table: HistoryTable, zone: string, now: number): Promise<ReadHistory> {
  const { rows: readers, reading } = readingOf(table)
  const moments = momentsOf(table.rows, zone, now)
  const counted = new Map<string, { place: Place; column: HistoryColumn; times: number }>()
  const count: Count = (message, column, place) => {
    const known = counted.get(message) ?? { place, column, times: 0 }
    counted.set(message, { ...known, times: known.times + 1 })
  }
  const rows: HistoryRow[] = []
  const byNumber = new Map<string, HistoryRow>()
  for (const [i, reader] of readers.entries()) {
    // other calls get their turn
    if (i % 2000 === 1999) await setImmediate()
    const row = readRow(reader, { moments, now, count })
    const earlier = row && row.number !== '' ? byNumber.get(`${row.number} ${row.createdAt}`) : undefined
    if (row && earlier) reader.leaveOut('number', `与${placeName(earlier)}是同一张工单，只导入一次`)
    else if (row) {
      rows.push(row)
      if (row.number !== '') byNumber.set(`${row.number} ${row.createdAt}`, row)
    }
  }
  mentionOrders(moments, readers[0]?.place, reading.remarks)
  for (const [message, { place, column, times }] of counted) {
    const all = times > 1 ? `${message}（共 ${times} 行）` : message
    reading.remarks.push({ ...place, column, severity: 'guess', message: all })
  }
  return { ...reading, rows }
}
