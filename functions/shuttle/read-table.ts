import { isUtf8 } from 'node:buffer'
import { CsvBytes, torn } from '../documents/csv-bytes'
import type { FeedNotices } from './feed-notices'
import type { FieldRule, FileRule } from './gtfs-fields'
import { faultOf, mostIdLength } from './gtfs-values'
import type { NoticeCode } from './notice-sentences'
import { type FeedPart, unpacked } from './open-feed'

/** From so many errors on the rest of a feed is not read any more. */
const mostErrors = 100_000

/** Ids by the column they stand in (`stops.txt stop_id`), each with its line. */
export type KnownIds = Map<string, Map<string, number>>

export interface FeedReading {
  notices: FeedNotices
  known: KnownIds
}

/** One column of a file as its header has it. */
export interface HeaderColumn {
  name: string
  rule?: FieldRule
}

export interface TableRow {
  file: string
  line: number
  /** The text of a column; '' when the file does not have it. */
  get(column: string): string
  /** Columns that are none of these and not empty, as JSON for the export; null when there are none. */
  more(read: ReadonlySet<string>): string | null
}

/** The columns of a file from its first row; undefined when it cannot be read without better ones. */
export function readHeader(
  row: CsvBytes,
  { file, rule }: { file: string; rule: FileRule },
  notices: FeedNotices,
): HeaderColumn[] {
  const columns: HeaderColumn[] = []
  const seen = new Set<string>()
  for (let i = 0; i < row.count; i++) {
    const written = row.text(i)
    const name = written.trim()
    const place = { file, line: row.line, field: name }
    if (name === '') notices.add('empty_column_name', place)
    else if (seen.has(name)) notices.add('duplicated_column', place)
    else if (!rule.columns[name]) notices.add('unknown_column', place)
    if (name !== written) notices.add('leading_or_trailing_whitespaces', { ...place, value: written })
    if (/[\0\ufffd]/.test(name)) notices.add('invalid_character', place)
    columns.push({ name: seen.has(name) ? '' : name, rule: seen.has(name) ? undefined : rule.columns[name] })
    seen.add(name)
  }
  for (const [name, { need }] of Object.entries(rule.columns)) {
    if (need === 'required' && !seen.has(name)) notices.add('missing_required_column', { file, line: 1, field: name })
  }
  return columns
}

/** Whether a row has as many values as the header and its quotes are paired; says why not. */
export function isWhole(row: CsvBytes, columns: number, file: string, notices: FeedNotices): boolean {
  for (let i = 0; i < row.count; i++) {
    if ((row.kinds[i] ?? 0) & torn) {
      notices.add('csv_parsing_failed', { file, line: row.line })
      return false
    }
  }
  if (row.count === columns) return true
  if (row.count === 1 && row.text(0).trim() === '') notices.add('empty_row', { file, line: row.line })
  else notices.add('invalid_row_length', { file, line: row.line, value: String(row.count), more: String(columns) })
  return false
}

/** Feeds a file to a reader of rows until its end, or until there is nothing more to learn from it. */
export async function readPieces(part: FeedPart, notices: FeedNotices, onRow: (row: CsvBytes) => boolean) {
  const { file } = part
  const rows = new CsvBytes((row) => {
    if (notices.errors < mostErrors) return onRow(row)
    notices.add('too_many_rows', { file, line: row.line, value: String(row.line) })
    return false
  })
  let isWanted = true
  let isFirst = true
  for await (const piece of unpacked(part)) {
    const mark = isFirst && piece.length > 1 ? piece.readUInt16BE(0) : 0
    isFirst = false
    if (mark === 0xfffe || mark === 0xfeff) {
      notices.add('invalid_character', { file, line: 1, field: '整个文件' })
      return
    }
    isWanted = rows.write(piece)
    if (!isWanted) break
  }
  if (isWanted) rows.end()
  else if (notices.errors < mostErrors) notices.add('csv_parsing_failed', { file, line: rows.line })
}

/** What a row is known to be before its cells are looked at: this saves nearly all of the work on nearly all of them. */
interface RowKind {
  /** Nothing but printable ASCII. */
  isAscii: boolean
  /** No control character anywhere. */
  isClean: boolean
  /** UTF-8. */
  isText: boolean
}

/** One cell cleaned, with what is wrong with it noted. */
function readCell(
  written: string,
  { name, rule }: HeaderColumn,
  { isAscii, isClean, isText }: RowKind,
  place: { file: string; line: number },
  { notices, known }: FeedReading,
): string {
  const text = written.trim()
  const note = (code: NoticeCode, more?: string, value = text) =>
    notices.add(code, { ...place, field: name, value, more })
  if (text.length !== written.length) note('leading_or_trailing_whitespaces', undefined, written)
  if (!isClean && /[\r\n]/.test(text)) note('new_line_in_value')
  if ((!isClean && text.includes('\0')) || (!isText && text.includes('\ufffd'))) note('invalid_character')
  if (!rule) return text
  if (text === '') {
    if (rule.need === 'required') note('missing_required_field')
    return text
  }
  if (rule.type === 'text' || (rule.type === 'id' && isAscii && text.length <= mostIdLength)) {
    // nothing can be wrong with it
  } else {
    const fault = faultOf(rule, text)
    if (fault) note(fault.code, fault.more)
    if (fault?.code === 'unexpected_enum_value') return ''
  }
  const { refersTo } = rule
  if (refersTo && refersTo.file !== place.file && !known.get(refersTo.ids)?.has(text)) {
    note('foreign_key_violation', refersTo.file)
  }
  return text
}

/**
 * Reads a small or middling file by its rule: every value is checked, keys are kept as known. Rows that are whole are
 * handed over even when values in them are wrong: nothing is written then. Gives the number of rows.
 */
export async function readTable(
  part: FeedPart,
  rule: FileRule,
  reading: FeedReading,
  onRow: (row: TableRow) => void,
): Promise<number> {
  const { notices, known } = reading
  const { file } = part
  let columns: HeaderColumn[] | undefined
  let at = new Map<string, number>()
  const keyName = `${file} ${rule.key?.join(' ') ?? ''}`
  const seen = known.get(keyName) ?? new Map<string, number>()
  known.set(keyName, seen)
  let rows = 0
  await readPieces(part, notices, (row) => {
    if (!columns) {
      columns = readHeader(row, { file, rule }, notices)
      at = new Map(columns.map(({ name }, i) => [name, i]))
      return !columns.some(({ name }) => name.length > 1000)
    }
    if (!isWhole(row, columns.length, file, notices)) return true
    const texts = columns.map((_, i) => row.text(i))
    if (texts.every((text) => text.trim() === '')) {
      notices.add('empty_row', { file, line: row.line })
      return true
    }
    rows++
    const place = { file, line: row.line }
    const isClean = !row.hasControl
    const isText = row.seen < 128 || isUtf8(row.bytes.subarray(row.rowStart, row.rowEnd))
    const kind = { isClean, isText, isAscii: isClean && row.seen < 127 }
    const cells = columns.map((column, i) => readCell(texts[i] ?? '', column, kind, place, reading))
    const get = (column: string) => cells[at.get(column) ?? -1] ?? ''
    if (rule.key) {
      const [first = ''] = rule.key
      const key = rule.key.length === 1 ? get(first) : rule.key.map(get).join('\0')
      const before = seen.get(key)
      if (before === undefined) seen.set(key, row.line)
      else {
        const field = rule.key.join(' ')
        notices.add('duplicate_key', { ...place, field, value: key.replaceAll('\0', ' '), more: String(before) })
      }
    }
    const named = columns
    const more = (read: ReadonlySet<string>) => {
      const others = named
        .map(({ name }, i) => [name, cells[i]])
        .filter(([name, text]) => text && !read.has(name ?? ''))
      return others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : null
    }
    onRow({ ...place, get, more })
    return true
  })
  if (!columns) notices.add('empty_file', { file })
  return rows
}
