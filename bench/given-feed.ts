import { packPart, writeZip } from '../functions/documents/write-zip'

const stopsPerTrip = 25
const stops = 2500
const routes = 100
const services = 5
const pieceBytes = 65_536

const two = (n: number) => String(n).padStart(2, '0')
const clock = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

function* lines(head: string, count: number, line: (n: number) => string): Generator<Buffer> {
  let text = `${head}\n`
  for (let n = 0; n < count; n++) {
    text += `${line(n)}\n`
    if (text.length < pieceBytes) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** The id of a stop of the bench, 0 to 2499. */
export function benchStopId(n: number): string {
  return `S${String(n).padStart(5, '0')}`
}

/**
 * A feed of so many stop times, as a large operator's would be: 100 lines, 2,500 stops, trips of 25 stops from five in the
 * morning until past midnight on five services from `from` to `until` (GTFS dates). The same figures give the same feed.
 */
export async function givenFeed(stopTimes: number, from: string, until: string): Promise<Buffer> {
  const trips = Math.ceil(stopTimes / stopsPerTrip)
  const startOf = (trip: number) => 5 * 3600 + ((trip * 7919) % (20 * 3600))
  const files: [string, Iterable<Buffer>][] = [
    [
      'agency.txt',
      lines(
        'agency_id,agency_name,agency_url,agency_timezone',
        1,
        () => 'A,城市班车,https://bus.example.cn,Asia/Shanghai',
      ),
    ],
    [
      'stops.txt',
      lines('stop_id,stop_code,stop_name,stop_lat,stop_lon', stops, (n) => {
        const where = `${(31 + (n % 50) * 0.004).toFixed(6)},${(121 + Math.floor(n / 50) * 0.004).toFixed(6)}`
        return `${benchStopId(n)},${n},第${n}站,${where}`
      }),
    ],
    [
      'routes.txt',
      lines(
        'route_id,agency_id,route_short_name,route_long_name,route_type',
        routes,
        (n) => `R${n},A,${n}路,第${n}条线路,3`,
      ),
    ],
    [
      'calendar.txt',
      lines(
        'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
        services,
        (n) => {
          const days = Array.from({ length: 7 }, (_, day) =>
            n === 4 ? 1 : n === 3 ? Number(day > 4) : Number(day < 5),
          )
          return `C${n},${days.join(',')},${from},${until}`
        },
      ),
    ],
    [
      'trips.txt',
      lines('route_id,service_id,trip_id,trip_headsign,direction_id', trips, (n) => {
        return `R${n % routes},C${Math.floor(n / routes) % services},T${n},开往${(n * 13) % stops},${Math.floor(n / routes) % 2}`
      }),
    ],
    [
      'stop_times.txt',
      lines('trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type', stopTimes, (n) => {
        const trip = Math.floor(n / stopsPerTrip)
        const i = n % stopsPerTrip
        const at = startOf(trip) + i * 95
        return `T${trip},${clock(at)},${clock(at + 15)},${benchStopId((trip * 31 + i) % stops)},${i + 1},0,0`
      }),
    ],
  ]
  const parts = []
  for (const [name, pieces] of files) parts.push(await packPart(name, pieces))
  return writeZip(parts)
}
