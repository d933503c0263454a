/** One file of an exported feed as a query: `$own` stands for org and timetable of the alias `p`. */
export interface FeedTable {
  file: string
  /** Columns with the expression that writes each; empty texts are written as nothing. */
  columns: readonly (readonly [name: string, expression: string])[]
  from: string
  /** Where the columns that are only kept stand. */
  more?: string
  order: string
}

const own = (alias: string) => `${alias}.org_id = p.org_id AND ${alias}.timetable_key = p.timetable_key`
const text = (name: string, column: string) => [name, `nullif(${column}, '')`] as const
const choice = (name: string, column: string) => [name, `nullif(${column}, 0)`] as const
const time = (column: string) => `to_char(make_interval(secs => ${column}), 'HH24:MI:SS')`

/** The files that a timetable's tables become. Services and agencies are written apart. */
export const feedTables: readonly FeedTable[] = [
  {
    file: 'stops.txt',
    columns: [
      ['stop_id', 'p.stop_id'],
      text('stop_code', 'p.code'),
      text('stop_name', 'p.name'),
      ['stop_lat', 'p.lat'],
      ['stop_lon', 'p.lon'],
      choice('location_type', 'p.location_type'),
      ['parent_station', 'station.stop_id'],
      choice('wheelchair_boarding', 'p.wheelchair'),
    ],
    from: `timetable_stop p LEFT JOIN timetable_stop station ON ${own('station')} AND station.stop_key = p.parent_key`,
    more: 'p.more',
    order: 'p.stop_key',
  },
  {
    file: 'routes.txt',
    columns: [
      ['route_id', 'p.route_id'],
      text('agency_id', 'p.agency_id'),
      text('route_short_name', 'p.short_name'),
      text('route_long_name', 'p.long_name'),
      ['route_type', 'p.route_type'],
      text('route_color', 'p.color'),
      text('route_text_color', 'p.text_color'),
      choice('route_sort_order', 'p.sort_order'),
    ],
    from: 'timetable_route p',
    more: 'p.more',
    order: 'p.route_key',
  },
  {
    file: 'trips.txt',
    columns: [
      ['route_id', 'route.route_id'],
      ['service_id', 'service.service_id'],
      ['trip_id', 'p.trip_id'],
      text('trip_headsign', 'p.headsign'),
      text('trip_short_name', 'p.short_name'),
      ['direction_id', 'p.direction_id'],
      choice('wheelchair_accessible', 'p.wheelchair'),
    ],
    from: `timetable_trip p JOIN timetable_route route ON ${own('route')} AND route.route_key = p.route_key
      JOIN timetable_service service ON ${own('service')} AND service.service_key = p.service_key`,
    more: 'p.more',
    order: 'p.trip_key',
  },
  {
    file: 'stop_times.txt',
    columns: [
      ['trip_id', 'trip.trip_id'],
      ['arrival_time', `CASE WHEN NOT p.is_guessed THEN ${time('p.arrival')} END`],
      ['departure_time', `CASE WHEN NOT p.is_guessed THEN ${time('p.departure')} END`],
      ['stop_id', 'stop.stop_id'],
      ['stop_sequence', 'p.stop_sequence'],
      text('stop_headsign', 'p.headsign'),
      choice('pickup_type', 'p.pickup_type'),
      choice('drop_off_type', 'p.drop_off_type'),
    ],
    from: `stop_time p JOIN timetable_trip trip ON ${own('trip')} AND trip.trip_key = p.trip_key
      JOIN timetable_stop stop ON ${own('stop')} AND stop.stop_key = p.stop_key`,
    more: 'p.more',
    order: 'p.trip_key, p.stop_sequence',
  },
  {
    file: 'frequencies.txt',
    columns: [
      ['trip_id', 'trip.trip_id'],
      ['start_time', time('p.starts_at')],
      ['end_time', time('p.ends_at')],
      ['headway_secs', 'p.headway'],
      ['exact_times', `CASE WHEN p.is_exact THEN 1 END`],
    ],
    from: `trip_frequency p JOIN timetable_trip trip ON ${own('trip')} AND trip.trip_key = p.trip_key`,
    order: 'p.trip_key, p.starts_at',
  },
]
