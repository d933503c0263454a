import { hasTime, type SideTable, sayable, sideTableAt } from './find-turned'
import { clean } from './sheet-cells'
import { clockSigns } from './sheet-clock'
import { fieldOf, type SheetField } from './sheet-fields'
import { type Head, listHead, notStopping, type SheetLine } from './sheet-heads'
import { readStops } from './sheet-stops'
import { kindOf, tripWords } from './sheet-trip-heads'

/** No bus has more stops, and no sheet more trips. */
const mostStops = 200
const mostColumns = 2000
const unclear =
  '分不清这张表的站点在左边还是在上面，没有读。站点在左边的，请把第一列写作「站点」，各班写作「第1班」「第2班」；一行一班的，请把第一列写作「班次」'

const noHead: Head = { columns: [], stops: new Map(), isTurned: true }
const twofold = '一班分成到达、发车两列，没有读；请每班只留一列发车时间'

interface Column {
  at: number
  /** As it stands above the column. */
  heads: string
  name: string
  said: Said
}
type Said = [SheetField, string][]
type Kind = 'turned' | 'other' | { problem: string }

/** A, B, … Z, AA as the spreadsheet program calls a column. */
const letters = (at: number): string =>
  (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

const stopsOf = ({ sections }: SideTable) => sections.flatMap(({ stops }) => stops)

/** The columns right of the stops: of trips, or of what is said beside the stops. */
function columnsOf(table: SideTable) {
  const stops = stopsOf(table)
  const filled = new Set<number>()
  const timed = new Set<number>()
  for (const { cells } of stops)
    for (const [at, cell] of cells.entries()) {
      if (cell !== '') filled.add(at)
      if (hasTime(cell)) timed.add(at)
    }
  const widest = table.heads.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const all = new Set([...Array.from({ length: widest }, (_, at) => at), ...filled])
  const names = new Map<string, number>()
  const trips: Column[] = []
  const besides: { at: number; field: SheetField }[] = []
  for (const at of [...all].filter((one) => one > table.side).sort((a, b) => a - b)) {
    const texts = new Set(table.heads.map(({ cells }) => clockSigns(cells[at] ?? '')))
    const heads = [...texts].filter((text) => text !== '').join(' ')
    const field = [...texts].map(fieldOf).find((one) => one && !['trip', 'departure', 'arrival'].includes(one))
    if (field) besides.push({ at, field })
    else if (heads !== '' || filled.has(at)) {
      const name = heads.slice(0, 40) || `${letters(at)} 列`
      names.set(name, (names.get(name) ?? 0) + 1)
      trips.push({ at, heads, name, said: tripWords(heads).said })
    }
  }
  for (const trip of trips) if ((names.get(trip.name) ?? 0) > 1) trip.name += `（${letters(trip.at)} 列）`
  return { trips, besides, timed }
}

/** What stands in a column beside the stops: one text for all of them, or of each. */
const saidBeside = (table: SideTable, at: number) => new Set(stopsOf(table).map(({ cells }) => cells[at] ?? ''))

/** Whether the stops do stand down the side, by how stops and trips are called; never by which is likelier. */
function kindOfTable(table: SideTable, { trips, besides, timed }: ReturnType<typeof columnsOf>): Kind {
  const stops = stopsOf(table)
  const places = new Set(trips.map(({ at }) => at))
  const isTimed = stops.filter(({ cells }) => cells.some((cell, at) => places.has(at) && hasTime(cell))).length >= 2
  // the further stops of a list stand below no head of their own
  if (!isTimed || besides.length > sayable.length || trips.some(({ at, heads }) => heads === '' && !timed.has(at)))
    return 'other'
  const names = stops.map(({ cells }) => cells[table.side] ?? '')
  const isList = table.heads.some(({ cells }) => listHead(cells))
  const isOfEach = ({ at, field }: { at: number; field: SheetField }) =>
    field !== 'note' && saidBeside(table, at).size > 1
  if (besides.some((one) => one.field === 'stops' || isOfEach(one))) return 'other'
  if (isList && names.some((name) => readStops([name]).stops.length > 1)) return 'other'
  const heads = trips.filter(({ at, heads }) => heads !== '' && timed.has(at)).map((trip) => trip.heads)
  const across = kindOf(heads)
  const down = kindOf(names)
  const numbers = names.map((_, i) => (stops[i]?.cells ?? []).slice(0, table.side).join('')).filter((no) => no !== '')
  const isMixed =
    new Set(numbers).size < numbers.length ||
    (table.nameless.length > 0 && across !== 'trips') ||
    names.some((name) => /[→⇄⇌↔>~]/.test(name) || readStops([name]).stops.some(({ clocks }) => clocks.length > 0))
  if (isMixed) return across === 'trips' && !isList ? { problem: unclear } : 'other'
  if (!table.isNamed && across !== 'trips') return 'other'
  const isTurned = table.isNamed
    ? (across === 'trips' && down !== 'trips') || (down === 'stops' && across !== 'stops')
    : down === 'stops'
  if (isTurned) {
    const ends = heads.map((head) => head.split(' ').pop() ?? '')
    const isHeaded = (form: RegExp) => ends.some((end) => form.test(end))
    const isTwofold =
      isHeaded(/^(?:到|到达|到站|抵达)(?:时间|时刻)?$/) && isHeaded(/^(?:发|开|离|发车|开车|离站)(?:时间|时刻)?$/)
    return isTwofold ? { problem: twofold } : 'turned'
  }
  const isGrid = down === 'trips' ? across !== 'trips' || !table.isNamed : across === 'stops' && down !== 'stops'
  return isGrid ? 'other' : { problem: unclear }
}

/** What is said of a trip, one text for each field; of plates and notes all. */
function saidOf(said: Said): Map<SheetField, string> {
  const texts = new Map<SheetField, string>()
  for (const [field, text] of said) {
    const before = texts.get(field)
    if (clean(text) === '') continue
    if (before === undefined) texts.set(field, text)
    else if (field === 'plate' || field === 'note') texts.set(field, `${before};${text}`)
  }
  return texts
}

function turned(table: SideTable, { trips, besides, timed }: ReturnType<typeof columnsOf>): SheetLine[] {
  const { line, side } = table
  const cells = table.heads[0]?.cells ?? []
  const sections = table.sections.filter(({ stops }) => stops.length > 0)
  if (stopsOf(table).length > mostStops)
    return [{ line, cells, head: noHead, problem: `超过 ${mostStops} 站，这张表没有读` }]
  const lines: SheetLine[] = []
  const constant: Said = []
  for (const { at, field } of besides) {
    const texts = saidBeside(table, at)
    for (const text of texts) if (texts.size === 1) constant.push([field, text])
    if (texts.size > 1)
      for (const stop of stopsOf(table))
        if (clean(stop.cells[at] ?? '') !== '')
          lines.push({ line: stop.line, cells: [], remark: `${stop.cells[side]}：${stop.cells[at]}` })
  }
  for (const at of table.nameless) lines.push({ line: at, cells: [], problem: '这一行有时间，没有写站名，没有读' })
  for (const { line: at, cells } of table.remarks)
    lines.push({ line: at, cells: [], remark: [...new Set(cells.filter((cell) => cell !== ''))].join(' ') })
  const late = trips[mostColumns]
  if (late) lines.push({ line, cells: [], problem: `超过 ${mostColumns} 个班次，从「${late.name}」起没有读` })
  const grids = sections.flatMap(({ said, stops }, nth) => {
    const own = stops.filter((stop, i) => clean(stop.cells[side] ?? '') !== clean(stops[i - 1]?.cells[side] ?? ''))
    for (const stop of stops)
      if (!own.includes(stop))
        lines.push({ line: stop.line, cells: [], problem: `「${stop.cells[side]}」连着写了两行，只读了前一行` })
    const columns = [...sayable, ...own.map(() => undefined)]
    const names = own.map(({ cells }, i): [number, string] => [sayable.length + i, clean(cells[side] ?? '')])
    const head: Head = { columns, stops: new Map(names), isTurned: true }
    const rows = trips.slice(0, mostColumns).flatMap((trip): SheetLine[] => {
      const times = own.map(({ cells }) => cells[trip.at] ?? '')
      // a trip of another section
      if (
        sections.length > 1 &&
        (nth > 0 || timed.has(trip.at)) &&
        times.every((text) => notStopping.test(clockSigns(text)))
      )
        return []
      const besideIt = table.besides.map(({ field, cells }): Said[number] => [field, cells[trip.at] ?? ''])
      const texts = saidOf([...besideIt, ...constant, ...trip.said, ...said])
      return [
        {
          line,
          cells: [...sayable.map((field) => texts.get(field) ?? ''), ...times],
          trip: { name: trip.name, lines: [...sayable.map(() => line), ...own.map((stop) => stop.line)] },
        },
      ]
    })
    return [{ line, cells, head }, ...rows]
  })
  return [...grids, ...lines]
}

/** Tables with the stops down the side and a column for each trip, each turned into a grid: a row a trip. All else stays. */
export function turnTables(rows: readonly SheetLine[]): SheetLine[] {
  const all: SheetLine[] = []
  for (let n = 0; n < rows.length; ) {
    const table = sideTableAt(rows, n)
    const columns = table && columnsOf(table)
    const kind = table && columns ? kindOfTable(table, columns) : 'other'
    if (!table || !columns || kind === 'other') {
      const row = rows[n++]
      if (row) all.push(row)
      continue
    }
    const { line } = table
    const made =
      kind === 'turned'
        ? turned(table, columns)
        : [{ line, cells: table.heads[0]?.cells ?? [], head: noHead, problem: kind.problem }]
    for (const one of made) all.push(one)
    n = table.end
  }
  return all
}
