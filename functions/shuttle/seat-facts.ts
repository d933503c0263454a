import type { Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { rulesOf, type SeatRules } from './seat-rules'
import { type TripOnDay, tripOnDay } from './trip-on-day'

/** All that is asked before a place of a trip is wished for. */
export interface SeatFacts {
  /** Another one (see seat_rules_of in the database): something of this is no longer so. */
  rulesRevision: string
  trip: TripOnDay
  rules: SeatRules
  /** Absent until somebody asks for its first place. */
  runId: string | undefined
  plate: string
}

type Row = Parameters<typeof rulesOf>[1] & {
  revision: string
  rulesRevision: string
  runId: string | null
  plate: string | null
}

// One small statement for what changes by the minute; `revision` tells whether the trip kept in the process is still right.
const factsOfSeat = {
  name: 'facts-of-seat',
  text: `SELECT concat_ws('.', t.timetable_key, t.revision, n.revision) AS revision, seat_rules_of($1) AS "rulesRevision",
      o.opens_days AS "opensDays", o.closes_minutes AS "closesMinutes", o.late_cancel_minutes AS "lateCancelMinutes",
      o.hold_minutes AS "holdMinutes", o.most_per_day AS "mostPerDay", o.most_ahead AS "mostAhead",
      o.is_public AS "isPublic", coalesce(c.delay_minutes, 0) AS "delayMinutes",
      coalesce(c.is_cancelled, false) AS "isCancelled", coalesce(c.note, '') AS note, u.run_id AS "runId", v.plate
    FROM timetable t JOIN shuttle_revision n ON n.org_id = t.org_id JOIN shuttle_setting o ON o.org_id = t.org_id
    LEFT JOIN trip_change c ON c.org_id = $1 AND c.day = $3::date AND c.trip_id = $2 AND c.starts_at_seconds = -1
    LEFT JOIN shuttle_run u ON u.org_id = $1 AND u.day = $3::date AND u.trip_id = $2
    LEFT JOIN assignment_of_run($1, $2, $3::date) a ON true
    LEFT JOIN shuttle_vehicle v ON v.org_id = $1 AND v.vehicle_id = a.vehicle_id
    WHERE t.org_id = $1 AND t.status = 'published'`,
}

interface Kept {
  trip: TripOnDay
  isLineReservable: boolean
}

type By = Pick<AskedByPerson, 'cloud' | 'orgId'>

// A thousand who ask at the same moment wait for one reading.
const kept = new WeakMap<Db, Map<string, { revision: string; found: Promise<Kept | undefined> }>>()
const mostKept = 1000

async function readTrip({ cloud: { db }, orgId }: By, tripId: string, day: Day): Promise<Kept | undefined> {
  const trip = await tripOnDay({ db, orgId }, tripId, day)
  if (!trip) return undefined
  const line = await db
    .selectFrom('shuttleLine')
    .select('isReservable')
    .where('orgId', '=', orgId)
    .where('routeId', '=', trip.route.routeId)
    .executeTakeFirst()
  return { trip, isLineReservable: line?.isReservable === true }
}

function keptTrip(by: By, tripId: string, day: Day, revision: string): Promise<Kept | undefined> {
  const ofDb = kept.get(by.cloud.db) ?? new Map<string, { revision: string; found: Promise<Kept | undefined> }>()
  kept.set(by.cloud.db, ofDb)
  const key = keyOf(by, tripId, day)
  const known = ofDb.get(key)
  if (known?.revision === revision) return known.found
  if (ofDb.size >= mostKept) ofDb.clear()
  const found = readTrip(by, tripId, day)
  ofDb.set(key, { revision, found })
  // what could not be read is read again by the next who asks
  found.catch(() => ofDb.delete(key))
  return found
}

async function readOnce(asked: By, tripId: string, day: Day): Promise<SeatFacts | undefined> {
  const { rows } = await asked.cloud.pool.query<Row>({ ...factsOfSeat, values: [asked.orgId, tripId, day] })
  const [row] = rows
  const found = row && (await keptTrip(asked, tripId, day, row.revision))
  if (!found) return undefined
  const { trip, isLineReservable } = found
  return {
    rulesRevision: row.rulesRevision,
    trip,
    rules: rulesOf(trip, row, isLineReservable),
    runId: row.runId ?? undefined,
    plate: row.plate ?? trip.plate,
  }
}

// Believed until a reservation that was judged by them hears that the rules have changed.
const believed = new WeakMap<Db, Map<string, SeatFacts>>()

function keepFacts({ cloud: { db } }: By, key: string, facts: SeatFacts | undefined): SeatFacts | undefined {
  const ofDb = believed.get(db) ?? new Map<string, SeatFacts>()
  believed.set(db, ofDb)
  if (ofDb.size >= mostKept) ofDb.clear()
  if (facts) ofDb.set(key, facts)
  else ofDb.delete(key)
  return facts
}

const keyOf = ({ orgId }: By, tripId: string, day: Day) => `${orgId} ${day} ${tripId}`

/** What was read last, if anything: good enough to reserve by, when the statement that reserves looks at `rulesRevision`. */
export function lastSeatFacts(asked: By, tripId: string, day: Day): SeatFacts | undefined {
  return believed.get(asked.cloud.db)?.get(keyOf(asked, tripId, day))
}

interface Readings {
  underWay: Promise<SeatFacts | undefined>
  /** Begins when the one under way has ended. */
  next?: Promise<SeatFacts | undefined>
}

const readings = new WeakMap<Db, Map<string, Readings>>()

/**
 * What decides about seats of a trip on a day; undefined when the timetable in force has no such trip. Those who ask while
 * a reading is under way share the next one: it begins after all of them asked, so that none is told something older.
 */
export function readSeatFacts(asked: By, tripId: string, day: Day): Promise<SeatFacts | undefined> {
  const ofDb = readings.get(asked.cloud.db) ?? new Map<string, Readings>()
  readings.set(asked.cloud.db, ofDb)
  const key = keyOf(asked, tripId, day)

  function begin(): Promise<SeatFacts | undefined> {
    const underWay = readOnce(asked, tripId, day).then((facts) => keepFacts(asked, key, facts))
    const reading: Readings = { underWay }
    ofDb.set(key, reading)
    const ended = () => {
      if (ofDb.get(key) === reading && !reading.next) ofDb.delete(key)
    }
    underWay.then(ended, ended)
    return underWay
  }

  const now = ofDb.get(key)
  if (!now) return begin()
  now.next ??= now.underWay.then(begin, begin)
  return now.next
}
