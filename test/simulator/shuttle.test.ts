import type { Season } from '../../contract/shuttle-seats'
import { byLabel, byText } from './matching'
import { openWeapp } from './open-app'
import { atFirst, taps } from './repair-world'
import { type Sayings, type ScriptedCloud, signedInStorage } from './scripted-cloud'
import { at, codesFrom, morning, seasonOf, seat, seatId, shuttleCloud, trip } from './shuttle-world'

const open = (cloud: ScriptedCloud, path = 'pages/home', query: Record<string, string> = {}, now = morning) =>
  openWeapp({ request: cloud.request, storage: signedInStorage(), now, enter: { path, query } })
const withRide = (status: Partial<ReturnType<typeof seat>> = {}, more: Sayings = {}) =>
  shuttleCloud({ 'shuttle.getNextRide': () => ({ value: { now: morning, seat: seat(status) } }), ...more })
const inputOf = (cloud: ScriptedCloud, name: string) => cloud.asked.filter((each) => each.name === name).pop()?.input

describe('班车', () => {
  test('one tap from home shows the next departures at my usual stop, from one call and within the limits', async () => {
    const cloud = shuttleCloud()
    const app = await open(cloud)
    expect(app.setDataLog.firstScreen('pages/home')).toBeLessThanOrEqual(atFirst)
    cloud.asked.length = 0
    const { tap } = taps(app)
    await tap('班车')
    expect(app.page.path).toBe('features/shuttle/departures')
    expect(cloud.asked.map(({ name }) => name)).toEqual(['shuttle.getDepartures'])
    const lines = app.page.all('.dep').map(({ text }) => text)
    expect(lines[0]).toBe('2号线往 总部可预约07:255 分钟后')
    expect(lines[1]).toContain('晚 10 分钟')
    expect(lines[1]).toContain('原定 07:4007:5030 分钟后')
    expect(lines[2]).toContain('停开')
    expect(lines[3]).toContain('约每 10 分钟')
    await tap('更多班次')
    expect(app.page.all('.dep')[9]?.text).toContain('末班')
    expect(app.page.text()).toContain('周三晚班延后')
    const { nodes, depth, children } = app.page.measure()
    expect([nodes < 1000, depth < 30, children <= 60]).toEqual([true, true, true])
  })

  test('it asks anew every half minute, lets go what has left, and stands without a network with its time', async () => {
    const cloud = shuttleCloud()
    const app = await open(cloud, 'features/shuttle/departures')
    await app.elapse(31_000)
    expect(cloud.count('shuttle.getDepartures')).toBe(2)
    app.world.setOnline(false)
    await app.elapse(7 * 60_000)
    expect(app.page.text()).toContain('以下内容更新于 今天 周一 07:20')
    expect(app.page.all('.dep-clock')[0]?.text).toBe('07:50')
  })

  test('without a usual stop it asks for one, found by its initials, and keeps it', async () => {
    const empty = { now: morning, myStops: [], isFavourite: false, departures: [], routes: [], notices: [] }
    const timetable = { name: '秋季', timezone: 'Asia/Shanghai', publishedAt: morning }
    const stops = [{ stopId: 'S1', name: '农业路', code: '', routes: ['2号线'], isFavourite: false }]
    const cloud = shuttleCloud({
      'shuttle.getDepartures': () => ({ value: { ...empty, timetable } }),
      'shuttle.findStops': () => ({ value: { items: stops } }),
      'shuttle.markStop': () => ({ value: { myStops: [] } }),
    })
    const app = await open(cloud, 'features/shuttle/departures')
    expect(app.page.text()).toContain('先选一个常用的站点')
    await app.page.tap('农业路')
    expect(inputOf(cloud, 'shuttle.markStop')).toEqual({ stopId: 'S1', isFavourite: true, isUsual: true })
    expect(cloud.count('shuttle.getDepartures')).toBe(2)
  })
})

describe('乘车码', () => {
  test('opening the app 20 minutes before the departure shows it with no tap, once for each opening', async () => {
    const app = await open(withRide())
    expect(app.page.path).toBe('features/shuttle/pass')
    expect(app.page.query.reservationId).toBe(seatId)
    expect(app.page.text()).toContain('100 000')
    expect(app.setDataLog.firstScreen('features/shuttle/pass')).toBeLessThanOrEqual(atFirst)
    expect(app.world.callsOf('setKeepScreenOn').at(-1)).toMatchObject({ keepScreenOn: true })
    await app.back()
    expect(app.page.path).toBe('pages/home')
    expect(app.page.text()).toContain('07:40 2号线')
    await app.hide()
    await app.elapse(60_000)
    await app.show()
    expect(app.page.path).toBe('features/shuttle/pass')
  })

  test.each([
    ['07:09', 'pages/home'],
    ['07:11', 'features/shuttle/pass'],
    ['07:49', 'features/shuttle/pass'],
    ['07:51', 'pages/home'],
  ])('opening at %s for 07:40 shows %s', async (clock, path) => {
    const cloud = withRide()
    cloud.sayings['shuttle.getNextRide'] = () => ({ value: { now: at(clock), seat: seat() } })
    const app = await open(cloud, 'pages/home', {}, at(clock))
    expect(app.page.path).toBe(path)
  })

  test('at any other time it is one tap; a seat held for me is told first', async () => {
    const app = await open(withRide({ departsAt: at('18:00'), isBoardable: false }))
    expect(app.page.path).toBe('pages/home')
    const { tap, count } = taps(app)
    await tap('18:00 2号线')
    expect([app.page.path, count()]).toEqual(['features/shuttle/pass', 1])
    const offered = await open(withRide({ status: 'offered', offeredUntil: at('07:35'), isBoardable: false }))
    expect(offered.page.text()).toContain('给您留到 07:35')
  })

  test('it changes every half minute with little data, outlives a minute without a network, and says when it ends', async () => {
    const cloud = shuttleCloud()
    const app = await open(cloud, 'features/shuttle/pass', { reservationId: seatId })
    const pictureOf = () => app.page.get('.pass-code-picture').attr('src')
    const first = pictureOf()
    expect(first).toMatch(/^data:image\/png;base64,/)
    app.world.setOnline(false)
    await app.elapse(31_000)
    expect(pictureOf()).not.toBe(first)
    expect(app.page.text()).toContain('111 111')
    expect(app.setDataLog.lastAction).toBeLessThanOrEqual(8192)
    await app.elapse(60_000)
    expect(app.page.text()).toContain('133 333')
    expect(app.page.text()).toContain('乘车码还能用到 07:23')
    await app.elapse(120_000)
    expect(app.page.text()).toContain('司机可以在名单里点您上车')
    app.world.setOnline(true)
    const now = at('07:24')
    cloud.sayings['shuttle.getBoardingPass'] = () => ({
      value: { now, seat: seat(), codes: codesFrom(now, 6), opensAt: at('07:10'), closesAt: at('07:50') },
    })
    await app.page.tap('重试')
    expect(app.page.has('.pass-code-picture')).toBe(true)
  })
})

describe('reserving', () => {
  test('a stretch with free seats is two taps from the board; where it is full one waits in order', async () => {
    const reserved: Sayings['shuttle.reserveSeat'] = () => ({ value: seat() })
    const cloud = shuttleCloud({ 'shuttle.reserveSeat': reserved })
    const app = await open(cloud, 'features/shuttle/departures')
    const { tap } = taps(app)
    await tap(app.page.all('.dep')[1] ?? '')
    expect(app.page.path).toBe('features/shuttle/trip')
    expect(app.page.has('候补（已有 2 人）')).toBe(true)
    // off at the third stop: the full segment is not mine
    await tap(byText('下车 · 总部'))
    await tap(byText('东门'))
    await app.page.doubleTap('预约 · 余 3 座')
    expect(cloud.count('shuttle.reserveSeat')).toBe(1)
    expect(inputOf(cloud, 'shuttle.reserveSeat')).toMatchObject({ fromStopId: 'S1', toStopId: 'S3', orWait: false })
    expect(app.page.text()).toContain('座位约好了')
    await tap('看乘车码')
    expect(app.page.path).toBe('features/shuttle/pass')
  })

  test('a refusal keeps what was chosen and says what to do; a season is one switch', async () => {
    const cloud = shuttleCloud({
      'shuttle.getTripSeats': () => ({ value: trip([5, 5, 5, 5]) }),
      'shuttle.reserveSeat': () => ({ refusal: 'FULL' }),
      'shuttle.saveSeason': () => ({ refusal: 'ALREADY_RESERVED' }),
    })
    const app = await open(cloud, 'features/shuttle/trip', { tripId: 'T07:40', day: '2026-11-23' })
    await app.page.tap('预约 · 余 5 座')
    expect(app.page.text()).toContain('刚刚约满了')
    await app.page.change(byLabel('每个工作日都坐这一班'), true)
    await app.page.tap('每个工作日预约')
    expect(inputOf(cloud, 'shuttle.saveSeason')).toMatchObject({ from: '2026-11-23', until: '2026-12-23' })
    expect(app.page.text()).toContain('已经有长期预约了')
  })

  test('a season says on which days it gets no seat because there are too many already, at once and later', async () => {
    const days: Season['days'] = [
      { day: '2026-11-23', outcome: 'reserved' },
      { day: '2026-11-24', outcome: 'tooManySeats' },
      { day: '2026-11-25', outcome: 'alreadyReserved' },
      { day: '2026-11-26', outcome: 'tooManySeats' },
    ]
    const cloud = shuttleCloud({
      'shuttle.getTripSeats': () => ({ value: trip([5, 5, 5, 5]) }),
      'shuttle.saveSeason': () => ({ value: seasonOf(days) }),
      'shuttle.listMySeasons': () => ({ value: { seasons: [seasonOf(days)] } }),
    })
    const why = '11月24日、11月26日没有约：当天的座位已到每人每天的上限。'
    const app = await open(cloud, 'features/shuttle/trip', { tripId: 'T07:40', day: '2026-11-23' })
    await app.page.change(byLabel('每个工作日都坐这一班'), true)
    await app.page.tap('每个工作日预约')
    expect(app.page.text()).toContain(`最近 1 天的座位已经约上，其余的到开放预约时自动约。${why}`)
    await app.page.tap('我的座位')
    await app.page.tap('长期')
    expect(app.page.all('.season-days')[0]?.text).toBe('11/23 已约11/24 已到上限11/25 单独约过11/26 已到上限')
    expect(app.page.text()).toContain(why)
  })
})
