import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { PoolClient } from 'pg'
import type { Documents } from '../documents/documents'
import { copyBytes, copyRows } from './copy-rows'
import type { Feed, TimetableKey } from './feed'
import type { FeedPart } from './open-feed'
import { stopServices } from './stop-services'
import { stopTimeColumns, stopTimeRows } from './stop-time-rows'

const deflate = promisify(deflateRaw)

async function writeKept(client: PoolClient, { orgId, timetableKey }: TimetableKey, kept: readonly FeedPart[]) {
  for (const { file, method, body, unpacked, crc32 } of kept) {
    const deflated = method === 8 ? body : await deflate(body)
    await client.query(
      'INSERT INTO timetable_file (org_id, timetable_key, name, byte_count, crc32, deflated) VALUES ($1, $2, $3, $4, $5, $6)',
      [orgId, timetableKey, file, unpacked, crc32, deflated],
    )
  }
}

/** Writes everything of a feed below its timetable, which is there already; in the transaction of `client`. */
export async function writeFeed(
  client: PoolClient,
  key: TimetableKey,
  feed: Feed,
  { pinyinOf }: Pick<Documents, 'pinyinOf'>,
): Promise<void> {
  const { orgId, timetableKey } = key
  const head = [orgId, timetableKey] as const
  const copy = (table: string, columns: string, rows: Iterable<readonly (string | number | boolean | null)[]>) =>
    copyRows(client, table, `org_id, timetable_key, ${columns}`, rows)
  const stopKeys = new Map(feed.stops.map(({ id }, i) => [id, i + 1]))
  await copy(
    'timetable_route',
    'route_key, route_id, agency_id, short_name, long_name, route_type, color, text_color, sort_order, more',
    feed.routes.map((r, i) => [
      ...head,
      i + 1,
      ...[r.id, r.agencyId, r.shortName, r.longName, r.type, r.color, r.textColor, r.sortOrder, r.more],
    ]),
  )
  await copy(
    'timetable_stop',
    'stop_key, stop_id, code, name, pinyin, initials, lat, lon, location_type, parent_key, wheelchair, more',
    feed.stops.map((s, i) => {
      const { pinyin, initials } = pinyinOf(s.name)
      const where = [s.lat, s.lon, s.locationType, stopKeys.get(s.parentId) ?? null, s.wheelchair]
      return [...head, i + 1, s.id, s.code, s.name, pinyin, initials, ...where, s.more]
    }),
  )
  await copy(
    'timetable_service',
    'service_key, service_id, name, rule, weekdays, starts_on, ends_on, more',
    feed.services.map((s, i) => {
      return [...head, i + 1, s.id, s.name, 'calendar', `{${s.weekdays.join(',')}}`, s.startsOn, s.endsOn, s.more]
    }),
  )
  await copy(
    'service_exception',
    'service_key, day, is_added',
    feed.services.flatMap(({ exceptions }, i) =>
      [...exceptions].map(([day, isAdded]) => [...head, i + 1, day, isAdded]),
    ),
  )
  await copy(
    'timetable_trip',
    'trip_key, trip_id, route_key, service_key, direction_id, headsign, short_name, wheelchair, has_headway, more',
    feed.trips.map((t, i) => [
      ...head,
      i + 1,
      ...[t.id, t.routeKey, t.serviceKey, t.directionId, t.headsign, t.shortName, t.wheelchair, t.hasHeadway, t.more],
    ]),
  )
  await copy(
    'trip_frequency',
    'trip_key, starts_at, ends_at, headway, is_exact',
    feed.frequencies.map((f) => [...head, f.tripKey, f.startsAt, f.endsAt, f.headway, f.isExact]),
  )
  const rows = stopTimeRows(key, feed.trips, feed.stopTimes)
  await copyBytes(client, `COPY stop_time (${stopTimeColumns}) FROM STDIN (FORMAT binary)`, rows)
  await copy('stop_service', 'stop_key, service_key, last_departure, lines, last_of_lines', stopServices(key, feed))
  await writeKept(client, key, feed.kept)
}
