import fc from 'fast-check'

const texts = fc.stringMatching(/^[a-zA-Z甲乙丙 ",'0-9é-]{1,12}$/).map((text) => text.trim() || 'x')
const ids = (prefix: string, min: number, max: number) =>
  fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9_,"-]{1,6}$/), { minLength: min, maxLength: max })
    .map((list) => list.map((id) => prefix + id))

const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const csv = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`).join('')
const clock = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':')

/** A small feed without a fault, of whatever shape: ids with commas, gaps in sequences, missing times, headways. */
export const randomFeed = fc
  .record({
    stops: ids('s', 2, 6),
    routes: ids('r', 1, 3),
    services: ids('c', 1, 3),
    trips: ids('t', 1, 6),
    names: fc.array(texts, { minLength: 6, maxLength: 6 }),
    numbers: fc.infiniteStream(fc.nat(1_000_000)),
    hasMore: fc.boolean(),
  })
  .map(({ stops, routes, services, trips, names, numbers, hasMore }) => {
    const draw = (below: number) => (numbers.next().value as number) % below
    const pick = <T>(list: readonly T[]) => list[draw(list.length)] as T
    const times: (string | number)[][] = []
    const headways: (string | number)[][] = []
    for (const trip of trips) {
      const count = 2 + draw(5)
      let at = draw(86_400)
      let sequence = draw(3)
      for (let i = 0; i < count; i++) {
        const isTold = i === 0 || i === count - 1 || draw(3) > 0
        const departs = at + draw(3) * 30
        const more = hasMore ? [(i + 1) * 1.5, draw(2)] : []
        const head = draw(4) === 0 ? pick(names) : ''
        times.push([
          trip,
          isTold ? clock(at) : '',
          isTold ? clock(departs) : '',
          pick(stops),
          sequence,
          head,
          draw(4),
          ...more,
        ])
        if (isTold) at = departs
        at += 600 + draw(900)
        sequence += 1 + draw(4)
      }
      if (draw(3) === 0)
        headways.push([trip, clock(draw(30_000)), clock(30_000 + draw(60_000) + 1), 60 + draw(900), draw(2)])
    }
    const exceptions = services.flatMap((service) =>
      ['20260301', '20260302', '20261231'].filter(() => draw(2) === 0).map((day) => [service, day, 1 + draw(2)]),
    )
    const calendar = services.map((service) => [
      service,
      ...Array.from({ length: 7 }, () => draw(2)),
      '20260101',
      '20261130',
    ])
    return {
      'agency.txt': csv([
        ['agency_name', 'agency_url', 'agency_timezone'],
        [names[0] ?? '', 'https://a.example.cn', pick(['Asia/Shanghai', 'America/New_York'])],
      ]),
      'stops.txt': csv([
        ['stop_id', 'stop_name', 'stop_lat', 'stop_lon', ...(hasMore ? ['说明'] : [])],
        ...stops.map((stop) => [
          stop,
          pick(names),
          30 + draw(1000) / 1e5,
          120 + draw(100_000) / 3e6,
          ...(hasMore ? [pick(names)] : []),
        ]),
      ]),
      'routes.txt': csv([
        ['route_id', 'route_short_name', 'route_type'],
        ...routes.map((route, i) => [route, `${i}路`, 3]),
      ]),
      'trips.txt': csv([
        ['trip_id', 'route_id', 'service_id', 'direction_id', 'trip_headsign', 'bikes_allowed'],
        ...trips.map((trip) => [
          trip,
          pick(routes),
          pick(services),
          pick(['', '0', '1']),
          pick(names),
          pick(['', '1']),
        ]),
      ]),
      'calendar.txt': csv([
        [
          'service_id',
          'monday',
          'tuesday',
          'wednesday',
          'thursday',
          'friday',
          'saturday',
          'sunday',
          'start_date',
          'end_date',
        ],
        ...calendar,
      ]),
      ...(exceptions.length > 0
        ? { 'calendar_dates.txt': csv([['service_id', 'date', 'exception_type'], ...exceptions]) }
        : {}),
      ...(headways.length > 0
        ? {
            'frequencies.txt': csv([['trip_id', 'start_time', 'end_time', 'headway_secs', 'exact_times'], ...headways]),
          }
        : {}),
      'stop_times.txt': csv([
        [
          'trip_id',
          'arrival_time',
          'departure_time',
          'stop_id',
          'stop_sequence',
          'stop_headsign',
          'pickup_type',
          ...(hasMore ? ['shape_dist_traveled', 'timepoint'] : []),
        ],
        ...times,
      ]),
    }
  })
