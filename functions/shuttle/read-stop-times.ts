import { isUtf8 } from 'node:buffer'
import { type CsvBytes, doubled } from '../documents/csv-bytes'
import type { FeedNotices } from './feed-notices'
import { type FieldRule, gtfsFiles } from './gtfs-fields'
import { faultOf } from './gtfs-values'
import { IdTable } from './id-table'
import { MoreJson } from './more-json'
import type { FeedPart } from './open-feed'
import { type HeaderColumn, isWhole, readHeader, readPieces } from './read-table'
import { none, StopTimes } from './stop-times'

const file = 'stop_times.txt'
const wrong = -2
/** A row takes 30 to 60 bytes. What was reserved and is not used takes no memory. */
const usualRowBytes = 35
const rule = gtfsFiles[file] ?? { columns: {} }
const needed = ['trip_id', 'stop_id', 'stop_sequence'] as const
const timed = ['arrival_time', 'departure_time', 'stop_headsign', 'pickup_type', 'drop_off_type'] as const
const readColumns = [...needed, ...timed, 'shape_dist_traveled'] as const
// the distance is read to be checked, and kept as well
const read = new Set<string>([...needed, ...timed])
type ReadColumn = (typeof readColumns)[number]

/** A whole number of at most nine digits from bytes; `none` when there are none, `wrong` when it is something else. */
function integerIn(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return none
  if (end - start > 9) return wrong
  let number = 0
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 48
    if (digit < 0 || digit > 9) return wrong
    number = number * 10 + digit
  }
  return number
}

/** Seconds of a time from bytes, as `parseTime` has it of a text. */
function timeIn(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return none
  if (bytes[end - 3] !== 58 || bytes[end - 6] !== 58 || end - start < 7 || end - start > 9) return wrong
  const hours = integerIn(bytes, start, end - 6)
  const minutes = integerIn(bytes, end - 5, end - 3)
  const seconds = integerIn(bytes, end - 2, end)
  if (hours < 0 || minutes < 0 || seconds < 0 || minutes > 59 || seconds > 59) return wrong
  const time = hours * 3600 + minutes * 60 + seconds
  return time <= 72 * 3600 ? time : wrong
}

/** Reads stop times row by row. A million of them are why nothing here makes a text of a value that is as it should be. */
class StopTimeReader {
  readonly times: StopTimes
  rows = 0
  private columns: HeaderColumn[] | undefined
  // where each column stands; -1 where the file has none
  private readonly at: Record<ReadColumn, number>
  private more: MoreJson | undefined
  private readonly headsigns = new Map<string, number>()
  // the cell that was looked at last
  private bytes: Buffer = Buffer.alloc(0)
  private start = 0
  private end = 0

  constructor(
    private readonly trips: IdTable,
    private readonly stops: IdTable,
    private readonly notices: FeedNotices,
    rows: number,
  ) {
    this.times = new StopTimes(rows)
    this.at = Object.fromEntries(readColumns.map((name) => [name, -1])) as Record<ReadColumn, number>
  }

  private readColumns(row: CsvBytes): boolean {
    this.columns = readHeader(row, { file, rule }, this.notices)
    for (const name of readColumns) this.at[name] = this.columns.findIndex((column) => column.name === name)
    const others = this.columns.map(({ name }, i) => ({ name, i })).filter(({ name }) => name !== '' && !read.has(name))
    if (others.length > 0) this.more = new MoreJson(others)
    const has = (name: ReadColumn) => this.at[name] >= 0
    this.times.keeps({
      headsign: has('stop_headsign'),
      distance: has('shape_dist_traveled'),
      more: others.length > 0,
    })
    return needed.every(has)
  }

  /** Looks at a cell: its bytes without the spaces around. */
  private look(row: CsvBytes, column: number): void {
    this.bytes = row.bytes
    let start = row.starts[column] as number
    let end = row.ends[column] as number
    if ((row.kinds[column] as number) & doubled) {
      this.bytes = Buffer.from(row.text(column))
      start = 0
      end = this.bytes.length
    }
    if (end > start && ((this.bytes[start] as number) <= 32 || (this.bytes[end - 1] as number) <= 32)) {
      while (end > start && (this.bytes[start] as number) <= 32) start++
      while (end > start && (this.bytes[end - 1] as number) <= 32) end--
      this.note('leading_or_trailing_whitespaces', row, column, row.text(column))
    }
    this.start = start
    this.end = end
  }

  private note(code: Parameters<FeedNotices['add']>[0], row: CsvBytes, column: number, value: string, more = ''): void {
    const field = this.columns?.[column]?.name
    this.notices.add(code, { file, line: row.line, field, value, more })
  }

  /** Says what is wrong with the cell under the eye by its rule; false when it is an error. */
  private check(row: CsvBytes, column: number): boolean {
    const { rule: own } = this.columns?.[column] ?? {}
    const text = this.bytes.toString('utf8', this.start, this.end)
    if (text === '' && own?.need === 'required') this.note('missing_required_field', row, column, '')
    const fault = own && text !== '' ? faultOf(own as FieldRule, text) : undefined
    if (fault) this.note(fault.code, row, column, text, fault.more)
    return fault === undefined
  }

  private key(row: CsvBytes, column: number, ids: IdTable, of: string): number {
    this.look(row, column)
    const key = ids.numberOf(this.bytes, this.start, this.end)
    if (key > 0) return key
    if (this.start === this.end) this.check(row, column)
    else this.note('foreign_key_violation', row, column, this.bytes.toString('utf8', this.start, this.end), of)
    return 0
  }

  private number(row: CsvBytes, column: number, isTime: boolean): number {
    if (column < 0) return none
    this.look(row, column)
    const number = (isTime ? timeIn : integerIn)(this.bytes, this.start, this.end)
    if (number === none && column === this.at.stop_sequence) this.check(row, column)
    if (number !== wrong || !this.check(row, column)) return number
    // written at length, such as +7 or with ten digits
    return Number(this.bytes.toString('latin1', this.start, this.end))
  }

  /** 0 to 3; what is none of them counts as 0, regularly. */
  private choice(row: CsvBytes, column: number): number {
    const number = this.number(row, column, false)
    if (number > 3) this.check(row, column)
    return number > 0 && number <= 3 ? number : 0
  }

  private headsign(row: CsvBytes): number {
    const text = row.text(this.at.stop_headsign).trim()
    if (text === '') return 0
    const known = this.headsigns.get(text)
    if (known !== undefined) return known
    this.headsigns.set(text, this.times.headsigns.push(text) - 1)
    return this.times.headsigns.length - 1
  }

  private distance(row: CsvBytes): number {
    const text = row.text(this.at.shape_dist_traveled).trim()
    const number = Number(text)
    return text !== '' && Number.isFinite(number) ? number : none
  }

  /** Line breaks and bytes that are no text, wherever in the row they are. */
  private checkText(row: CsvBytes): void {
    for (let i = 0; i < row.count; i++) {
      const text = row.text(i)
      if (/[\r\n]/.test(text.trim())) this.note('new_line_in_value', row, i, text)
      if (/[\0\ufffd]/.test(text)) this.note('invalid_character', row, i, text)
    }
  }

  /** The columns that are only kept: checked by their rules where they have one. */
  private checkOthers(row: CsvBytes, columns: readonly { i: number }[]): void {
    for (const { i } of columns) {
      if (!this.columns?.[i]?.rule) continue
      this.look(row, i)
      if (this.start !== this.end) this.check(row, i)
    }
  }

  /** Takes one row. */
  take(row: CsvBytes): boolean {
    if (!this.columns) return this.readColumns(row)
    if (!isWhole(row, this.columns.length, file, this.notices)) return true
    this.rows++
    if (row.hasControl || (row.seen > 127 && !isUtf8(row.bytes.subarray(row.rowStart, row.rowEnd)))) {
      this.checkText(row)
    }
    const { at } = this
    const trip = this.key(row, at.trip_id, this.trips, 'trips.txt')
    const stop = this.key(row, at.stop_id, this.stops, 'stops.txt')
    const sequence = this.number(row, at.stop_sequence, false)
    const arrival = this.number(row, at.arrival_time, true)
    const departure = this.number(row, at.departure_time, true)
    const pickup = this.choice(row, at.pickup_type)
    const dropOff = this.choice(row, at.drop_off_type)
    if (this.more) this.checkOthers(row, this.more.columns)
    if (trip === 0 || stop === 0 || sequence < 0 || arrival === wrong || departure === wrong) return true
    const { times } = this
    const n = times.add()
    times.trip[n] = trip
    times.stop[n] = stop
    times.sequence[n] = sequence
    times.arrival[n] = arrival
    times.departure[n] = departure
    times.line[n] = row.line
    times.pickup[n] = pickup
    times.dropOff[n] = dropOff
    if (times.headsign) times.headsign[n] = this.headsign(row)
    if (times.distance) times.distance[n] = this.distance(row)
    if (this.more) times.setMore(n, this.more.bytes, this.more.write(row))
    return true
  }

  get hasHeader(): boolean {
    return this.columns !== undefined
  }
}

/** Reads stop_times.txt; ids are numbered in the order given. What is wrong within a row is noted. */
export async function readStopTimes(
  part: FeedPart,
  { trips, stops }: { trips: readonly string[]; stops: readonly string[] },
  notices: FeedNotices,
): Promise<{ times: StopTimes; rows: number }> {
  const rows = Math.ceil(part.unpacked / usualRowBytes)
  const reader = new StopTimeReader(new IdTable(trips), new IdTable(stops), notices, rows)
  await readPieces(part, notices, (row) => reader.take(row))
  if (!reader.hasHeader) notices.add('empty_file', { file })
  return reader
}
