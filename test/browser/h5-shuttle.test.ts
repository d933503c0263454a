import { strToU8, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { saveShuttleSetting } from '../../contract/shuttle-fleet'
import { importGtfs, publishTimetable } from '../../contract/shuttle-timetables'
import { saveLineRule } from '../../contract/shuttle-vehicles'
import { minuteOfDay } from '../../contract/zone'
import { launchChromium } from '../support/chromium'
import { dayIn } from '../support/times'
import { openH5 } from '../support/visit'
import { get, givenVisitor, type Visitor } from '../support/visitors'

/** The second institution of the demo: its timetable may be the test's own. */
const secondOrg = 2
const tripId = 'soon'

let browser: Browser
let rider: Visitor
let driver: Visitor

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00`

/** A line with one trip, which leaves in twelve minutes. */
function feedOfNow(): string {
  const leaves = minuteOfDay(Date.now(), '+08:00') + 12
  const dense = (day: string) => day.replace(/-/g, '')
  const files = {
    'agency.txt': 'agency_id,agency_name,agency_url,agency_timezone\na,车队,https://bus.example.cn,Asia/Shanghai\n',
    'stops.txt':
      'stop_id,stop_name,stop_lat,stop_lon\ns1,农业路,34.78,113.68\ns2,东门,34.79,113.69\ns3,总部,34.80,113.70\n',
    'routes.txt':
      'route_id,agency_id,route_short_name,route_long_name,route_type,route_color\nL2,a,2号线,园区环线,3,FFD400\n',
    'calendar.txt': `service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nd,1,1,1,1,1,1,1,${dense(dayIn(-1))},${dense(dayIn(30))}\n`,
    'trips.txt': `route_id,service_id,trip_id,trip_headsign,direction_id\nL2,d,${tripId},总部,0\n`,
    'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${[0, 5, 9]
      .map((more, at) => `${tripId},${clock(leaves + more)},${clock(leaves + more)},s${at + 1},${at + 1}`)
      .join('\n')}\n`,
  }
  const parts = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return Buffer.from(zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>)).toString('base64')
}

beforeAll(async () => {
  browser = await launchChromium()
  driver = await givenVisitor(['fleet'], secondOrg)
  rider = await givenVisitor([], secondOrg)
  const { token } = driver
  const { timetableId } = await get(importGtfs, { fileName: 'now.zip', content: feedOfNow(), name: '现在' }, token)
  await get(publishTimetable, { timetableId }, token)
  await get(saveLineRule, { routeId: 'L2', isReservable: true, seats: 3, wheelchairPlaces: 0 }, token)
  const setting = { opensDays: 7, closesMinutes: 0, lateCancelMinutes: 5, holdMinutes: 5 }
  await get(saveShuttleSetting, { ...setting, mostPerDay: 4, mostAhead: 20, isPublic: false }, token)
})
afterAll(() => browser?.close())

test('a seat is reserved, opening the app shows its code, and the driver lets on by the six digits', async () => {
  const day = dayIn(0)
  const phone = await openH5(browser, { as: rider })
  await phone.page.goto(`/#/features/shuttle/trip?tripId=${tripId}&day=${day}`)
  await phone.top.getByRole('button', { name: '预约 · 余 3 座' }).tap()
  await phone.top.getByText('座位约好了').waitFor()

  await phone.page.goto('about:blank')
  await phone.page.goto('/')
  const digits = phone.top.getByText(/^\d{3} \d{3}$/)
  await digits.waitFor()
  expect(phone.page.url()).toContain('/features/shuttle/pass')
  await phone.picture('h5-shuttle-pass')

  const bus = await openH5(browser, { as: driver })
  await bus.page.goto(`/#/features/shuttle/run?tripId=${tripId}&day=${day}`)
  await bus.top.getByText('0 / 1 已上车').waitFor()
  const typed = ((await digits.textContent()) ?? '').replace(' ', '')
  await bus.top.getByRole('button', { name: '输入乘车码' }).tap()
  await bus.top.getByRole('dialog').locator('input').fill(typed)
  await bus.top.getByRole('button', { name: '确认上车' }).tap()
  await bus.top.locator('.outcome-good').getByText(rider.name).waitFor()
  await bus.picture('h5-shuttle-boarded')
  await bus.top.getByRole('button', { name: '看名单' }).tap()
  await bus.top.getByText('1 / 1 已上车').waitFor()
  await bus.end()

  await phone.top.getByText('✓ 已上车').waitFor({ timeout: 30_000 })
  await phone.end()
})
