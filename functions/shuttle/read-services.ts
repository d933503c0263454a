import type { FeedService } from './feed'
import type { FeedNotices } from './feed-notices'
import { weekdayColumns } from './gtfs-fields'
import { parseDate } from './gtfs-values'
import type { TableRow } from './read-table'

const read = new Set(['service_id', 'service_name', 'start_date', 'end_date', ...weekdayColumns])

/** The services of a feed by their id, in the order in which they are named first. */
export type Services = Map<string, FeedService>

function serviceOf(services: Services, id: string): FeedService {
  const known = services.get(id)
  if (known) return known
  const made = { id, name: '', weekdays: [], startsOn: null, endsOn: null, exceptions: new Map(), more: null }
  services.set(id, made)
  return made
}

/** A row of calendar.txt. */
export function readCalendarRow(row: TableRow, services: Services, notices: FeedNotices): void {
  const { file, line, get } = row
  const service = serviceOf(services, get('service_id'))
  const [starts, ends] = [get('start_date'), get('end_date')]
  service.name = get('service_name')
  service.startsOn = parseDate(starts) ?? null
  service.endsOn = parseDate(ends) ?? null
  service.weekdays = weekdayColumns.map((day, i) => (get(day) === '1' ? i + 1 : 0)).filter((day) => day > 0)
  service.more = row.more(read)
  if (service.startsOn && service.endsOn && service.endsOn < service.startsOn) {
    notices.add('start_and_end_range_out_of_order', { file, line, field: 'end_date', value: ends, more: starts })
  }
}

/** A row of calendar_dates.txt. */
export function readCalendarDate({ get }: TableRow, services: Services): void {
  const day = parseDate(get('date'))
  if (day) serviceOf(services, get('service_id')).exceptions.set(day, get('exception_type') === '1')
}

/** The first and last day a service names; undefined when it names none. */
function spanOf({ startsOn, endsOn, exceptions }: FeedService): { first: string; last: string } | undefined {
  const added = [...exceptions].filter(([, isAdded]) => isAdded).map(([day]) => day)
  const days = [...(startsOn && endsOn ? [startsOn, endsOn] : []), ...added].sort()
  const [first, last] = [days[0], days[days.length - 1]]
  return first && last ? { first, last } : undefined
}

/** The span of all services, and those that are over, or not begun yet, on this day. */
export function checkServices(services: Services, today: string, notices: FeedNotices) {
  let firstDay: string | undefined
  let lastDay: string | undefined
  for (const service of services.values()) {
    const span = spanOf(service)
    if (!span) continue
    if (!firstDay || span.first < firstDay) firstDay = span.first
    if (!lastDay || span.last > lastDay) lastDay = span.last
    const file = service.startsOn ? 'calendar.txt' : 'calendar_dates.txt'
    const at = { file, field: 'service_id', value: service.id }
    if (span.last < today) notices.add('expired_calendar', { ...at, more: span.last })
    else if (span.first > today) notices.add('future_service', { ...at, more: span.first })
  }
  return { firstDay, lastDay }
}
