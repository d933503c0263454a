import { byPlaceholder } from './matching'
import { openAlipay, openWeapp } from './open-app'
import { atFirst, taps } from './repair-world'
import { type Sayings, type ScriptedCloud, signedInStorage } from './scripted-cloud'
import { at, morning, run, seat, seatId, shuttleCloud, today, trip } from './shuttle-world'

const rider = (n: number, more: object = {}) => ({
  reservationId: `01930000-0000-7000-8000-${String(800 + n).padStart(12, '0')}`,
  rider: `乘客${n}`,
  department: '设备保障科',
  isGuest: false,
  kind: 'seat' as const,
  fromStopId: 'S1',
  toStopId: n % 2 ? 'S3' : 'S5',
  status: 'reserved' as const,
  ...more,
})
/** A full bus, everybody from the first stop. */
const full = Array.from({ length: 49 }, (_, n) => rider(n))
const manifest =
  (seats: ReturnType<typeof rider>[]): Sayings['shuttle.getManifest'] =>
  () => ({
    value: {
      now: morning,
      run: run({ reserved: seats.length }),
      stops: trip().stops.map(({ stopId, name, departsAt }, n) => ({
        stopId,
        name,
        departsAt,
        boards: n === 0 ? seats.length : 0,
        alights: 0,
        free: 0,
      })),
      seats,
      walkIns: 0,
      refused: 0,
    },
  })
const driverCloud = (more: Sayings = {}) =>
  shuttleCloud({
    'shuttle.listRuns': () => ({ value: { now: morning, day: today, runs: [run()] } }),
    'shuttle.getManifest': manifest(full),
    ...more,
  })
const options = (cloud: ScriptedCloud, path: string, query: Record<string, string> = {}) => ({
  request: cloud.request,
  storage: signedInStorage(),
  now: morning,
  enter: { path, query },
})
const thisRun = { tripId: 'T07:40', day: today }

describe('发车当班', () => {
  test('from my trips to a full manifest within the limits; a scan tells the name, large', async () => {
    const cloud = driverCloud({
      'shuttle.boardRider': () => ({ value: { seat: rider(7), boarded: 1, reserved: 49, walkIns: 0 } }),
    })
    const app = await openWeapp(options(cloud, 'features/shuttle/driver'))
    expect(cloud.asked[0]?.input).toEqual({ mine: true })
    const { tap } = taps(app)
    await tap(app.page.all('.run-row')[0] ?? '')
    expect(app.page.path).toBe('features/shuttle/run')
    expect(app.setDataLog.firstScreen('features/shuttle/run')).toBeLessThanOrEqual(atFirst)
    expect(app.page.measure().children).toBeLessThanOrEqual(60)
    expect(app.page.all('.rider')).toHaveLength(30)
    await app.page.tap('还有 19 人')
    expect(app.page.all('.rider')).toHaveLength(49)
    app.world.script.scan = () => ({ result: 'AZMAAAAAcACAAAAAAAAHAQ' })
    await tap('扫码上车')
    expect(cloud.asked.find(({ name }) => name === 'shuttle.boardRider')?.input).toEqual({
      ...thisRun,
      stopId: 'S1',
      code: 'AZMAAAAAcACAAAAAAAAHAQ',
    })
    expect(app.page.text('.outcome-good')).toContain('乘客7')
    expect(app.page.text('.outcome-good')).toContain('农业路 → 东门')
  })

  test.each([
    [
      { refusal: 'ALREADY_BOARDED' as const, detail: { rider: '王静', boardedAt: at('07:38') } },
      '王静 07:38 已经上过车了',
    ],
    [
      { refusal: 'WRONG_TRIP' as const, detail: { route: '3号线', departsAt: at('07:50') } },
      '这是 07:50 3号线 的乘车码',
    ],
    [{ refusal: 'STALE_CODE' as const }, '乘车码过期了'],
    [{ refusal: 'FORGED_CODE' as const }, '不要用截图'],
  ])('typed digits that are not good are refused with the reason: %j', async (refused, sentence) => {
    const cloud = driverCloud({ 'shuttle.getManifest': manifest([rider(1)]), 'shuttle.boardRider': () => refused })
    const app = await openWeapp(options(cloud, 'features/shuttle/run', thisRun))
    await app.page.tap('输数字')
    await app.page.input(byPlaceholder('例如 123456'), '12 34')
    await app.page.tap('确认上车')
    expect(app.page.text()).toContain('六位数字，请核对')
    await app.page.input(byPlaceholder('例如 123456'), '123 456')
    await app.page.tap('确认上车')
    expect(cloud.asked.find(({ name }) => name === 'shuttle.boardRider')?.input).toMatchObject({ code: '123456' })
    expect(app.page.text('.outcome-bad')).toContain(sentence)
  })

  test('a name is tapped and taken back, a delay is told, and the trip is ended', async () => {
    let seats = [rider(1)]
    const cloud = driverCloud({
      'shuttle.getManifest': () => manifest(seats)?.({ ...thisRun }) ?? { refusal: 'NO_SUCH_TRIP' },
      'shuttle.boardRider': ({ reservationId }) => {
        seats = [rider(1, { status: reservationId ? 'boarded' : 'reserved' })]
        return { value: { seat: seats[0], boarded: 1, reserved: 1, walkIns: 0 } }
      },
      'shuttle.unboardRider': () => {
        seats = [rider(1)]
        return { value: { seat: rider(1) } }
      },
      'shuttle.reportDelay': (input) => ({ value: { ...input, delayMinutes: 10, isCancelled: false, told: 12 } }),
      'shuttle.closeRun': () => ({ value: { run: run({ isClosed: true }), noShows: 1 } }),
    })
    const app = await openWeapp(options(cloud, 'features/shuttle/run', thisRun))
    await app.page.tap(app.page.all('.rider')[0] ?? '')
    await app.page.tap('看名单')
    expect(app.page.text('.rider')).toContain('✓ 已上车')
    await app.page.tap(app.page.all('.rider')[0] ?? '')
    expect(app.page.text('.rider')).toContain('点名上车')
    await app.page.tap('报晚点、停开')
    await app.page.tap('晚 10 分钟')
    await app.page.tap('保存并通知乘客')
    expect(cloud.asked.find(({ name }) => name === 'shuttle.reportDelay')?.input).toMatchObject({
      ...thisRun,
      delayMinutes: 10,
      isCancelled: false,
    })
    expect(app.world.toast).toBe('已通知 12 位乘客')
    await app.page.tap('结束本班')
    expect(cloud.count('shuttle.closeRun')).toBe(1)
  })
})

test('Alipay: opening in time shows the code with no tap; a seat is reserved from the board, within the limits', async () => {
  const cloud = shuttleCloud({
    'shuttle.getNextRide': () => ({ value: { now: morning, seat: seat() } }),
    'shuttle.getTripSeats': () => ({ value: trip([9, 9, 9, 9]) }),
    'shuttle.reserveSeat': () => ({ value: seat() }),
  })
  const app = await openAlipay(options(cloud, 'pages/home'))
  expect(app.page.path).toBe('features/shuttle/pass')
  expect(app.page.query.reservationId).toBe(seatId)
  expect(app.page.get('.pass-code-picture').attr('src')).toMatch(/^data:image\/png;base64,/)
  await app.back()
  await app.page.tap('班车')
  expect(app.setDataLog.firstScreen('features/shuttle/departures')).toBeLessThanOrEqual(atFirst)
  await app.page.tap(app.page.all('.dep')[0] ?? '')
  expect(app.setDataLog.firstScreen('features/shuttle/trip')).toBeLessThanOrEqual(atFirst)
  await app.page.tap('预约 · 余 9 座')
  expect(app.page.text()).toContain('座位约好了')
})
