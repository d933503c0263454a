import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { type FeedOffice, feedOffice, feedZip, partsOf, smallFeed } from './support/feed-office'
import { randomFeed } from './support/random-feeds'
import { startCloud, type TestCloud } from './support/start-cloud'

const real = path.join(__dirname, '../../shared/data/gtfs/usf-bull-runner.zip')

let house: TestCloud
let here: FeedOffice
let there: FeedOffice
beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 8, 20, 4) })
  here = await feedOffice(house)
  there = await feedOffice(house)
})
afterAll(() => house.end())

/** Import, export, import into another institution, export: both timetables and both feeds must be the same. */
async function goesRound(feed: Buffer | Record<string, string>) {
  const first = await here.write(feed)
  const exported = await here.download(first.timetableId)
  const second = await there.write(exported)
  const parts = await partsOf(house, first.timetableId)
  expect(await partsOf(house, second.timetableId)).toEqual(parts)
  expect(unzipSync(await there.download(second.timetableId))).toEqual(unzipSync(exported))
  return { first, exported, parts }
}

describe('a GTFS feed', () => {
  test('becomes a draft with its counts, its days and its agency', async () => {
    expect(await here.write(smallFeed)).toMatchObject({
      status: 'draft',
      source: 'gtfs',
      agencyName: '园区班车',
      timezone: 'Asia/Shanghai',
      counts: { routes: 2, stops: 5, trips: 4, stopTimes: 12, services: 2, frequencies: 2 },
      firstDay: '2026-09-01',
      lastDay: '2027-12-31',
      createdAt: '2026-09-20T12:00:00+08:00',
    })
  })

  test('keeps times after midnight, lays missing ones evenly between the others, and knows last stops', async () => {
    const { timetableId } = await here.write(smallFeed)
    const { stop_time: times = [] } = await partsOf(house, timetableId)
    const told = (times as { trip_key: number; stop_sequence: number }[])
      .sort((a, b) => a.trip_key - b.trip_key || a.stop_sequence - b.stop_sequence)
      .map((t) => ({ ...t, more: undefined }))
    const half = 7 * 3600 + 40 * 60
    expect(told.slice(0, 4)).toMatchObject([
      { arrival: half, departure: half, is_guessed: false, is_last: false, drop_off_type: 1 },
      { arrival: half + 600, departure: half + 600, is_guessed: true, is_last: false },
      { arrival: half + 1200, departure: half + 1200, is_guessed: true },
      { arrival: half + 1800, is_guessed: false, is_last: true, pickup_type: 1, stop_sequence: 5 },
    ])
    expect(told[4]).toMatchObject({ arrival: 8 * 3600 + 2400, departure: 8 * 3600 + 2460, headsign: '经枢纽' })
    expect(told.slice(7, 9)).toMatchObject([
      { stop_sequence: 0, departure: 24 * 3600 + 3000, is_last: false },
      { stop_sequence: 7, departure: 25 * 3600 + 600, is_last: true },
    ])
    expect(told.slice(9)).toMatchObject([{ has_headway: true }, { has_headway: true }, { has_headway: true }])
  })

  test('is the same timetable after export and import, in another institution as well', async () => {
    const { parts, exported } = await goesRound(smallFeed)
    expect(parts.stop_time).toHaveLength(12)
    expect(parts.timetable_file).toHaveLength(1)
    expect((await there.preview(exported)).counted.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  test('keeps columns and files that nothing here reads, byte for byte', async () => {
    const shapes = 'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns,31.23,121.47,1\ns,31.24,121.48,2\n'
    const feed = {
      ...smallFeed,
      'shapes.txt': shapes,
      'our_own.txt': 'a,b\n1,2\n',
      'stops.txt': smallFeed['stops.txt']?.replace('wheelchair_boarding', 'stop_desc') ?? '',
      'trips.txt': (smallFeed['trips.txt'] ?? '')
        .replace(/$/gm, ',s,块"1')
        .replace('\n,s,块"1', '\n')
        .replace(/,s,块"1$/, '')
        .replace(
          /^route_id.*$/m,
          'route_id,service_id,trip_id,trip_headsign,direction_id,wheelchair_accessible,shape_id,block_id',
        ),
    }
    const { parts, exported } = await goesRound(feed)
    expect(parts.timetable_stop).toContainEqual(expect.objectContaining({ stop_id: 'gate', more: { stop_desc: '1' } }))
    expect(parts.timetable_trip).toContainEqual(expect.objectContaining({ more: { shape_id: 's', block_id: '块"1' } }))
    const files = unzipSync(exported)
    expect(Buffer.from(files['shapes.txt'] ?? []).toString()).toBe(shapes)
    expect(Buffer.from(files['our_own.txt'] ?? []).toString()).toBe('a,b\n1,2\n')
  })

  test('is written as settling the timetable anew would write it', async () => {
    const { timetableId } = await here.write(smallFeed)
    const written = await partsOf(house, timetableId)
    await house.cloud.pool.query(
      'SELECT settle_timetable(org_id, timetable_key) FROM timetable WHERE timetable_id = $1',
      [timetableId],
    )
    expect(await partsOf(house, timetableId)).toEqual(written)
  })

  const withReal = existsSync(real) ? test : test.skip
  withReal('of a university is read without an error and goes round unchanged', async () => {
    const bytes = readFileSync(real)
    const preview = await here.preview(bytes)
    expect(preview).toMatchObject({
      canImport: true,
      agencyName: 'USF Bull Runner',
      timezone: 'America/New_York',
      counts: { routes: 6, stops: 125, trips: 15, stopTimes: 473, services: 3, frequencies: 15 },
    })
    expect(preview.counted).toContainEqual({ code: 'expired_calendar', severity: 'warning', count: 3 })
    // its header has a space before exact_times
    expect(preview.notices.filter(({ file }) => file === 'frequencies.txt')).toMatchObject([
      { code: 'leading_or_trailing_whitespaces', line: 1, field: 'exact_times' },
    ])
    const { parts, exported } = await goesRound(bytes)
    expect(parts.trip_frequency).toHaveLength(15)
    const given = unzipSync(bytes)
    expect(unzipSync(exported)['shapes.txt']).toEqual(given['shapes.txt'])
  })

  test('made at random goes round unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(randomFeed, async (feed) => {
        const { first } = await goesRound(feed)
        expect((await here.remove(first.timetableId)).value).toBeDefined()
      }),
      { numRuns: 25 },
    )
  })

  test('is the same timetable whatever the order of its stop times, with CRLF, a BOM, quotes and spaces', async () => {
    const plain = await partsOf(house, (await here.write(smallFeed)).timetableId)
    const [head = '', ...rows] = (smallFeed['stop_times.txt'] ?? '').trimEnd().split('\n')
    const quoted = (text: string) => text.replace(/[^,\n]+/g, '"$&"')
    const feed = {
      ...smallFeed,
      'stop_times.txt': `\ufeff${[head, ...[...rows].reverse()].join('\r\n')}`,
      'stops.txt': `\ufeff${quoted(smallFeed['stops.txt'] ?? '')}`.replaceAll('\n', '\r'),
      'routes.txt': (smallFeed['routes.txt'] ?? '').replaceAll(',', ' , '),
    }
    const other = await here.write(feedZip(feed))
    expect(await partsOf(house, other.timetableId)).toEqual(plain)
  })
})
