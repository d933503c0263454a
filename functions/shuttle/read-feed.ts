import { checkStopTimes } from './check-stop-times'
import type { Feed, FeedFrequency, FeedRoute, FeedStop, FeedTrip } from './feed'
import type { FeedNotices } from './feed-notices'
import { giveMemoryBack } from './give-memory-back'
import { gtfsFiles, otherFiles } from './gtfs-fields'
import { lookThrough } from './look-through'
import type { OpenedFeed } from './open-feed'
import { readRoute } from './read-routes'
import { checkServices, readCalendarDate, readCalendarRow, type Services } from './read-services'
import { readStopTimes } from './read-stop-times'
import { checkStations, readStop } from './read-stops'
import { type FeedReading, readTable, type TableRow } from './read-table'
import { checkOverlaps, readFrequency, readTrip } from './read-trips'
import { StopTimes } from './stop-times'

/** Stop times of this size and more are a reason to begin with little in memory. */
const manyBytes = 10_000_000

const keysOf = (list: readonly { id: string }[]) => new Map(list.map(({ id }, i) => [id, i + 1]))

function checkFiles({ parts, folder, aside }: OpenedFeed, notices: FeedNotices): void {
  if (folder !== '') notices.add('invalid_input_files_in_subfolder', { file: `${folder}*`, value: folder })
  for (const name of aside) notices.add('invalid_input_files_in_subfolder', { file: name, value: name })
  for (const [file, { need }] of Object.entries(gtfsFiles)) {
    if (!need || parts.has(file)) continue
    notices.add(need === 'required' ? 'missing_required_file' : 'missing_recommended_file', { file, more: file })
  }
  if (!parts.has('calendar.txt') && !parts.has('calendar_dates.txt')) {
    notices.add('missing_calendar_and_calendar_date_files', { file: 'calendar.txt' })
  }
  for (const file of parts.keys()) {
    if (!gtfsFiles[file] && !otherFiles.has(file)) notices.add('unknown_file', { file })
  }
}

/** An agency's row as it was given, empty columns left out. */
function agencyOf({ get }: TableRow, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name) => [name, get(name)]).filter(([, text]) => text !== ''))
}

function readAgencies(feed: Feed, { notices }: FeedReading) {
  const known = Object.keys(gtfsFiles['agency.txt']?.columns ?? {})
  return (row: TableRow) => {
    const { file, line, get } = row
    const others: Record<string, string> = JSON.parse(row.more(new Set(known)) ?? '{}')
    feed.agencies.push({ ...agencyOf(row, known), ...others })
    const zone = get('agency_timezone')
    if (feed.timezone === '') feed.timezone = zone
    else if (zone !== feed.timezone) {
      const at = { file, line, field: 'agency_timezone', value: zone, more: feed.timezone }
      notices.add('inconsistent_agency_timezone', at)
    }
    if (feed.agencies.length > 1 && feed.agencies.some(({ agency_id }) => !agency_id)) {
      notices.add('missing_required_field', { file, line, field: 'agency_id' })
    }
  }
}

/** What to do with each row of the files that are read, in the order in which they are. */
function rowReaders(feed: Feed, reading: FeedReading, services: Services) {
  const { notices } = reading
  const urls = new Set<string>()
  const names = new Map<string, number>()
  const agencies = {
    urls,
    get count() {
      return feed.agencies.length
    },
  }
  const frequencies: { frequency: FeedFrequency; line: number }[] = []
  let routes = new Map<string, number>()
  let serviceKeys = new Map<string, number>()
  let trips = new Map<string, number>()
  const readAgency = readAgencies(feed, reading)
  const onRow: Record<string, (row: TableRow) => void> = {
    'agency.txt': (row) => {
      urls.add(row.get('agency_url'))
      readAgency(row)
    },
    'stops.txt': (row) => feed.stops.push(readStop(row, urls, notices)),
    'routes.txt': (row) => feed.routes.push(readRoute(row, names, agencies, notices)),
    'calendar.txt': (row) => readCalendarRow(row, services, notices),
    'calendar_dates.txt': (row) => readCalendarDate(row, services),
    'trips.txt': (row) => feed.trips.push(readTrip(row, routes, serviceKeys)),
    'frequencies.txt': (row) => {
      const frequency = readFrequency(row, trips, notices)
      if (frequency) frequencies.push({ frequency, line: row.line })
    },
  }
  const afterwards: Record<string, () => void> = {
    'stops.txt': () => checkStations(feed.stops, 'stops.txt', notices),
    'routes.txt': () => {
      routes = keysOf(feed.routes)
    },
    'calendar_dates.txt': () => {
      feed.services = [...services.values()]
      serviceKeys = keysOf(feed.services)
      // a service is known from either file
      reading.known.set('calendar.txt service_id', serviceKeys)
    },
    'trips.txt': () => {
      trips = keysOf(feed.trips)
    },
    'frequencies.txt': () => {
      feed.frequencies = frequencies.map(({ frequency }) => frequency)
      checkOverlaps(frequencies, feed.trips, notices)
      for (const { tripKey } of feed.frequencies) (feed.trips[tripKey - 1] as FeedTrip).hasHeadway = true
    },
  }
  return { onRow, afterwards }
}

function checkShapes({ known, notices }: FeedReading, used: ReadonlySet<string>): void {
  for (const [id, line] of known.get('shapes.txt shape_id') ?? []) {
    if (!used.has(id)) notices.add('unused_shape', { file: 'shapes.txt', line, field: 'shape_id', value: id })
  }
}

function shapesOf(trips: readonly FeedTrip[]): Set<string> {
  const ids = trips.map(({ more }) => (more ? (JSON.parse(more) as Record<string, string>).shape_id : undefined))
  return new Set(ids.filter((id) => id !== undefined))
}

/**
 * Reads a whole feed and notes everything that is wrong with it. `today` is the day in the institution's zone. Throws
 * BrokenPart when a file does not unpack to what the archive declares. Gives a feed also when it has errors.
 */
export async function readFeed(opened: OpenedFeed, today: string, notices: FeedNotices): Promise<Feed> {
  const reading: FeedReading = { notices, known: new Map() }
  const services: Services = new Map()
  const feed: Feed = {
    agencies: [],
    agencyName: '',
    timezone: '',
    routes: [] as FeedRoute[],
    stops: [] as FeedStop[],
    services: [],
    trips: [],
    frequencies: [],
    stopTimes: new StopTimes(),
    kept: [],
    files: [],
    counts: { routes: 0, stops: 0, trips: 0, stopTimes: 0, services: 0, frequencies: 0 },
  }
  checkFiles(opened, notices)
  const { onRow, afterwards } = rowReaders(feed, reading, services)
  const others = [...opened.parts.keys()].filter((file) => !gtfsFiles[file])
  for (const file of [...Object.keys(gtfsFiles), ...others]) {
    const part = opened.parts.get(file)
    const rule = gtfsFiles[file]
    const read = onRow[file]
    if (part && file === 'stop_times.txt') {
      if (part.unpacked > manyBytes) giveMemoryBack()
      const ids = { trips: feed.trips.map(({ id }) => id), stops: feed.stops.map(({ id }) => id) }
      const { times, rows } = await readStopTimes(part, ids, notices)
      feed.stopTimes = times
      feed.files.push({ name: file, rows, isRead: true })
    } else if (part) {
      const rows = rule && read ? await readTable(part, rule, reading, read) : await lookThrough(part, reading)
      feed.files.push({ name: file, rows, isRead: read !== undefined })
      if (!read) feed.kept.push(part)
    }
    afterwards[file]?.()
  }
  checkStopTimes({ ...feed, times: feed.stopTimes }, notices)
  checkShapes(reading, shapesOf(feed.trips))
  feed.agencyName = feed.agencies[0]?.agency_name ?? ''
  feed.counts = {
    routes: feed.routes.length,
    stops: feed.stops.length,
    trips: feed.trips.length,
    stopTimes: feed.stopTimes.count,
    services: feed.services.length,
    frequencies: feed.frequencies.length,
  }
  return { ...feed, ...checkServices(services, today, notices) }
}
