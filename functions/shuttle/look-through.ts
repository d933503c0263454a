import { type CsvBytes, torn } from '../documents/csv-bytes'
import type { FeedNotices } from './feed-notices'
import { gtfsFiles } from './gtfs-fields'
import { type FeedPart, unpacked } from './open-feed'
import { type FeedReading, type HeaderColumn, isWhole, readHeader, readPieces, readTable } from './read-table'

const shapes = 'shapes.txt'

/** Points of shapes, a million of them perhaps: one by one, with the shape of the one before in mind alone. */
async function lookThroughShapes(part: FeedPart, { notices, known }: FeedReading): Promise<number> {
  const rule = gtfsFiles[shapes] ?? { columns: {} }
  const ids = new Map<string, number>()
  known.set(`${shapes} shape_id`, ids)
  let columns: HeaderColumn[] | undefined
  let before = { id: '', sequence: -1, distance: -1 }
  let rows = 0
  const number = (row: CsvBytes, column: number) => (row.text(column).trim() === '' ? -1 : Number(row.text(column)))
  await readPieces(part, notices, (row) => {
    if (!columns) {
      columns = readHeader(row, { file: shapes, rule }, notices)
      return columns.some(({ name }) => name === 'shape_id')
    }
    if (!isWhole(row, columns.length, shapes, notices)) return true
    rows++
    const column = (name: string) => columns?.findIndex((one) => one.name === name) ?? -1
    const id = row.text(column('shape_id')).trim()
    const [sequence, distance] = ['shape_pt_sequence', 'shape_dist_traveled'].map((name) =>
      column(name) < 0 ? -1 : number(row, column(name)),
    )
    const at = { file: shapes, line: row.line }
    for (const [field, most] of [
      ['shape_pt_lat', 90],
      ['shape_pt_lon', 180],
    ] as const) {
      const value = column(field) < 0 ? '0' : row.text(column(field)).trim()
      if (value === '' || !Number.isFinite(Number(value))) notices.add('invalid_float', { ...at, field, value })
      else if (Math.abs(Number(value)) > most) {
        notices.add('number_out_of_range', { ...at, field, value, more: `-${most} 到 ${most}` })
      }
    }
    if (id === '') notices.add('missing_required_field', { ...at, field: 'shape_id' })
    else if (!ids.has(id)) ids.set(id, row.line)
    if (id === before.id && sequence !== undefined && distance !== undefined) {
      const twice = { field: 'shape_id shape_pt_sequence', value: `${id} ${sequence}`, more: String(row.line - 1) }
      if (sequence === before.sequence) notices.add('duplicate_key', { ...at, ...twice })
      if (sequence > before.sequence && distance >= 0 && before.distance > distance) {
        const said = { field: 'shape_dist_traveled', value: String(distance), more: String(before.distance) }
        notices.add('decreasing_shape_distance', { ...at, ...said })
      }
    }
    before = { id, sequence: sequence ?? -1, distance: distance ?? -1 }
    return true
  })
  return rows
}

/** Files that are only kept are unpacked once all the same: what does not unpack, or is no table, must not be kept. */
async function countRows(part: FeedPart, notices: FeedNotices): Promise<number> {
  if (!part.file.endsWith('.txt')) {
    for await (const _ of unpacked(part));
    return 0
  }
  let rows = -1
  await readPieces(part, notices, (row) => {
    rows++
    if (((row.kinds[row.count - 1] ?? 0) & torn) === 0) return true
    notices.add('csv_parsing_failed', { file: part.file, line: row.line })
    return true
  })
  return Math.max(rows, 0)
}

/** Looks through a file that does not become part of the timetable; gives its rows. */
export async function lookThrough(part: FeedPart, reading: FeedReading): Promise<number> {
  const rule = gtfsFiles[part.file]
  if (part.file === shapes) return lookThroughShapes(part, reading)
  if (!rule) return countRows(part, reading.notices)
  const rows = await readTable(part, rule, reading, () => {})
  if (part.file === 'feed_info.txt' && rows > 1) reading.notices.add('more_than_one_entity', { file: part.file })
  return rows
}
