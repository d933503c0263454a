import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { exportGtfs, importGtfs, listTimetables } from '../contract/shuttle-timetables'
import { type FeedOffice, feedOffice, feedZip, partsOf, smallFeed } from './support/feed-office'
import { signedInAs } from './support/given'
import { rowCounts } from './support/menu-office'
import { fileOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const now = Date.UTC(2026, 8, 20, 4)
let house: TestCloud
let office: FeedOffice
beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  house.setNow(now)
  office = await feedOffice(house)
})
afterAll(() => house.end())

describe('timetables', () => {
  test('are put in force one at a time; the one before can come back', async () => {
    const spring = await office.write(smallFeed, '春季')
    const autumn = await office.write(smallFeed, '秋季')
    expect((await office.list()).map(({ name, status }) => `${name} ${status}`)).toEqual(['秋季 draft', '春季 draft'])
    expect((await office.publish(spring.timetableId)).value).toMatchObject({
      timetable: { name: '春季', status: 'published', publishedAt: '2026-09-20T12:00:00+08:00' },
      cancelledSeats: 0,
    })
    house.setNow(now + 60_000)
    await office.publish(autumn.timetableId)
    const told = async () => (await office.list()).map(({ name, status }) => `${name} ${status}`)
    expect(await told()).toEqual(['秋季 published', '春季 retired'])
    house.setNow(now + 120_000)
    expect((await office.publish(spring.timetableId)).value?.timetable.publishedAt).toBe('2026-09-20T12:02:00+08:00')
    expect(await told()).toEqual(['春季 published', '秋季 retired'])
  })

  test('are put in force by two at once, and one of them is', async () => {
    const all = await Promise.all(['甲', '乙', '丙'].map((name) => office.write(smallFeed, name)))
    const answers = await Promise.all(all.map(({ timetableId }) => office.publish(timetableId)))
    expect(answers.map(({ value }) => value?.timetable.status)).toEqual(['published', 'published', 'published'])
    const statuses = (await office.list()).map(({ status }) => status)
    expect(statuses).toEqual(['published', 'retired', 'retired'])
  })

  test('without a trip are not published, the one in force is not thrown away, another’s is nobody’s', async () => {
    const header = (file: string) => `${smallFeed[file]?.split('\n')[0]}\n`
    const { 'frequencies.txt': _, ...files } = smallFeed
    const bare = { ...files, 'trips.txt': header('trips.txt'), 'stop_times.txt': header('stop_times.txt') }
    const empty = await office.write(bare, '空的')
    expect((await office.publish(empty.timetableId)).refusal).toBe('NOTHING_TO_PUBLISH')
    const { timetableId } = await office.write(smallFeed)
    await office.publish(timetableId)
    expect((await office.remove(timetableId)).refusal).toBe('IN_FORCE')
    const other = await feedOffice(house)
    expect((await other.publish(timetableId)).refusal).toBe('NO_SUCH_TIMETABLE')
    expect((await other.remove(timetableId)).refusal).toBe('NO_SUCH_TIMETABLE')
    expect((await house.call(exportGtfs, { timetableId }, { token: other.token })).refusal).toBe('NO_SUCH_TIMETABLE')
    expect(await other.list()).toEqual([])
  })

  test('are thrown away with everything that belongs to them', async () => {
    const before = await rowCounts(house)
    const { timetableId } = await office.write({ ...smallFeed, 'notes.txt': 'a\n' })
    expect((await rowCounts(house)).stop_time).toBe((before.stop_time ?? 0) + 12)
    expect((await office.remove(timetableId)).value).toEqual({ timetableId })
    expect(await rowCounts(house)).toEqual(before)
  })

  test('are imported once under one key, and two feeds at once are both imported', async () => {
    const key = randomUUID()
    const zip = feedZip(smallFeed)
    const twice = await Promise.all([office.tryWrite(zip, '一次', key), office.tryWrite(zip, '一次', key)])
    expect(twice[0].value?.timetableId).toBeDefined()
    expect(twice[1]).toEqual(twice[0])
    expect((await office.tryWrite(zip, '一次', key)).value).toEqual(twice[0].value)
    expect(await office.tryWrite(zip, '另一次', key)).toMatchObject({ fault: 'BAD_INPUT' })
    expect(await office.list()).toHaveLength(1)
    const refused = await office.tryWrite(Buffer.from('no zip'), '坏的', randomUUID())
    expect(refused.refusal).toBe('UNREADABLE_FILE')
    const { rows } = await house.cloud.pool.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE procedure = 'shuttle.importGtfs' AND org_id = $1`,
      [office.org.orgId],
    )
    expect(rows).toMatchObject([{ detail: { name: '一次', stopTimes: 12, trips: 4 } }])
  })

  test('are the fleet’s alone', async () => {
    const { token } = await signedInAs(house, office.org)
    expect(await house.call(listTimetables, {}, { token })).toMatchObject({ fault: 'FORBIDDEN' })
    const input = { ...fileOf('feed.zip', feedZip(smallFeed)), name: '我的' }
    expect(await house.call(importGtfs, input, { token })).toMatchObject({ fault: 'FORBIDDEN' })
  })
})

test('a service that follows holidays is exported as the days on which it runs', async () => {
  const { orgId } = office.org
  const { timetableId } = await office.write(smallFeed)
  const { pool } = house.cloud
  await pool.query(
    `UPDATE timetable_service SET rule = 'workdays', weekdays = '{}', name = '工作日', starts_on = '2026-09-28', ends_on = '2026-10-11'
     WHERE org_id = $1 AND service_id = 'work'`,
    [orgId],
  )
  const days = [
    ['2026-09-20', false],
    ['2026-10-01', true],
    ['2026-10-02', true],
    ['2026-10-03', true],
    ['2026-10-10', false],
  ]
  for (const [day, isOff] of days) await pool.query('INSERT INTO special_day VALUES ($1, $2, $3)', [orgId, day, isOff])
  const text = async (file: string) =>
    Buffer.from(unzipSync(await office.download(timetableId))[file] ?? [])
      .toString()
      .trimEnd()
      .split('\n')
      .slice(1)
  expect(await text('calendar.txt')).toEqual(['work,1,1,1,1,1,0,0,20260928,20261011,工作日'])
  const workdays = ['work,20261001,2', 'work,20261002,2', 'work,20261010,1', 'party,20261231,1']
  expect(await text('calendar_dates.txt')).toEqual(workdays)
  await pool.query(`UPDATE timetable_service SET rule = 'restDays' WHERE org_id = $1 AND service_id = 'work'`, [orgId])
  expect(await text('calendar.txt')).toEqual(['work,0,0,0,0,0,1,1,20260928,20261011,工作日'])
  // its own exception says that it does not run on the first of October, holiday or not
  const restDays = ['work,20261001,2', 'work,20261002,1', 'work,20261010,2', 'party,20261231,1']
  expect(await text('calendar_dates.txt')).toEqual(restDays)
})

describe('the public feed', () => {
  const slugOf = ({ org }: FeedOffice) => `/gtfs/test-${org.orgId}.zip`
  const makePublic = () =>
    house.cloud.pool.query('UPDATE shuttle_setting SET is_public = true WHERE org_id = $1', [office.org.orgId])

  test('is there only when the institution says so and a timetable is in force', async () => {
    const { timetableId } = await office.write(smallFeed)
    expect((await house.fetch(slugOf(office))).status).toBe(404)
    await makePublic()
    expect((await house.fetch(slugOf(office))).status).toBe(404)
    await office.publish(timetableId)
    const answered = await house.fetch(slugOf(office))
    expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'application/zip'])
    const other = await feedOffice(house)
    const copy = await other.write(Buffer.from(await answered.arrayBuffer()))
    expect(await partsOf(house, copy.timetableId)).toEqual(await partsOf(house, timetableId))
    for (const path of ['/gtfs/nobody.zip', slugOf(other), '/gtfs/test-1', "/gtfs/'.zip"]) {
      expect((await house.fetch(path)).status).toBe(404)
    }
  })

  test('is sent again only when it has changed', async () => {
    await makePublic()
    await office.publish((await office.write(smallFeed)).timetableId)
    const first = await house.fetch(slugOf(office))
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('last-modified')).toBe('Sun, 20 Sep 2026 04:00:00 GMT')
    const again = () => house.fetch(slugOf(office), { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    await house.cloud.pool.query("INSERT INTO special_day VALUES ($1, '2026-10-02', true)", [office.org.orgId])
    expect((await again()).status).toBe(200)
  })

  test('tells nobody’s name, phone or plate', async () => {
    await makePublic()
    const { timetableId } = await office.write(smallFeed)
    await house.cloud.pool.query(
      `UPDATE timetable_trip SET driver = '张师傅', driver_phone = '13900000001', plate = '沪A12345', seats = 49 WHERE org_id = $1`,
      [office.org.orgId],
    )
    await office.publish(timetableId)
    const files = unzipSync(new Uint8Array(await (await house.fetch(slugOf(office))).arrayBuffer()))
    const text = Object.values(files)
      .map((bytes) => Buffer.from(bytes).toString())
      .join('\n')
    expect(text).toContain('南门')
    expect(text).not.toMatch(/张师傅|13900000001|沪A12345/)
  })
})
