import { listRooms } from '../contract/booking'
import { lookAtDoor } from '../contract/booking-door'
import { importRooms, saveRoom } from '../contract/booking-rooms'
import { givenOrg, signedInAs } from './support/given'
import { roomOffice, roomRow, workWeek } from './support/room-office'
import { csvOf, said } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

let test_: TestCloud
beforeAll(async () => {
  test_ = await startCloud()
})
afterAll(() => test_.end())

const office = () => roomOffice(test_)

describe('importing rooms', () => {
  test('makes sites, buildings and rooms with codes that open their doors, and is the same when sent again', async () => {
    const { token, write, records } = await office()
    const rows = [
      roomRow('301会议室', { equipment: ['projector'], notice: '保持整洁' }),
      roomRow('报告厅', { site: '南院', building: '实验楼', floor: 'B1', capacity: 80, isBookable: false }),
    ]
    expect((await write(rows)).value).toEqual({ added: 2, changed: 0, same: 0 })
    expect((await write(rows)).value).toEqual({ added: 0, changed: 0, same: 2 })
    const made = await records()
    expect(made.map(({ site, building, floor, name }) => [site, building, floor, name])).toEqual(
      expect.arrayContaining([
        ['本部', '综合楼', '3层', '301会议室'],
        ['南院', '实验楼', 'B1', '报告厅'],
      ]),
    )
    expect(made.find(({ name }) => name === '301会议室')?.rules).toEqual({
      isBookable: true,
      capacity: 20,
      opening: workWeek,
      openToDepartmentIds: [],
      windows: [],
      minMinutes: 15,
      maxMinutes: 480,
      daysAhead: 30,
      turnoverMinutes: 0,
      cancelUntilMinutes: 30,
    })
    for (const { doorToken, humanCode, name } of made) {
      expect(doorToken).toMatch(/^[\w-]{22}$/)
      expect(humanCode).toMatch(/^[0-9A-Z]{6}$/)
      expect((await test_.call(lookAtDoor, { token: doorToken }, { token })).value).toMatchObject({ room: { name } })
    }
    expect((await test_.call(listRooms, { query: 'bgt' }, { token })).value?.items).toMatchObject([{ name: '报告厅' }])
  })

  test('over a room that is there, only what the sheet says changes, and everybody sees it at once', async () => {
    const { token, org, write, records } = await office()
    await write([roomRow('301会议室', { equipment: ['projector'], notice: '保持整洁' })])
    const [before] = await records()
    if (!before) throw new Error('no room')
    const rules = { ...before.rules, openToDepartmentIds: [org.departmentId], turnoverMinutes: 15, maxMinutes: 120 }
    const { roomId, buildingId, name, floor, equipment, notice } = before
    await test_.call(saveRoom, { roomId, buildingId, name, floor, equipment, notice, rules }, { token })
    await test_.call(listRooms, {}, { token })

    expect((await write([roomRow('301会议室', { floor: '3F', capacity: 24 })])).value).toEqual({
      added: 0,
      changed: 1,
      same: 0,
    })
    const [after] = await records()
    expect(after).toEqual({ ...before, rules: { ...rules, capacity: 24 } })
    expect((await test_.call(listRooms, {}, { token })).value?.items[0]?.rules.capacity).toBe(24)
    const { revision } = await test_.cloud.db
      .selectFrom('room')
      .select('revision')
      .where('roomId', '=', roomId)
      .executeTakeFirstOrThrow()
    expect(revision).toBe(3)
  })

  test('a preview of what is there already keeps what the sheet does not say', async () => {
    const { preview, write } = await office()
    await write([roomRow('301会议室', { isBookable: false, equipment: ['sound'] }), roomRow('302会议室')])
    const read = await preview(
      csvOf([
        ['楼宇', '会议室名称', '容纳人数'],
        ['综合楼', '301会议室', '20'],
        ['综合楼', '303会议室', '20'],
      ]),
      'a.csv',
    )
    expect(read.rows).toMatchObject([
      {
        line: 2,
        site: '本部',
        floor: '3层',
        change: 'same',
        opening: workWeek,
        isBookable: false,
        equipment: ['sound'],
      },
      { line: 3, site: '本部', change: 'new' },
    ])
    expect(read.missing).toMatchObject([{ name: '302会议室', place: '本部 综合楼 3层' }])
    expect(said(read.remarks, 2)).toEqual([])
  })

  test('is all or nothing: hours that cannot be, doubled rooms, places nobody knows', async () => {
    const { org, write, records } = await office()
    const others = await givenOrg(test_)
    const good = roomRow('301会议室')
    const answers = [
      await write([good, roomRow('302', { line: 7, opening: [[[600, 540]], [], [], [], [], [], []] })]),
      await write([
        good,
        roomRow('302', {
          line: 8,
          opening: [
            [
              [540, 700],
              [690, 800],
            ],
            [],
            [],
            [],
            [],
            [],
            [],
          ],
        }),
      ]),
      await write([good, roomRow('301会议室', { floor: '三层', line: 9 })]),
      await write([good], others.siteId),
    ]
    expect(answers).toMatchObject([
      { refusal: 'HOURS_INVALID', detail: { lines: [7] } },
      { refusal: 'HOURS_INVALID', detail: { lines: [8] } },
      { refusal: 'DOUBLED_ROOM', detail: { lines: [9] } },
      { refusal: 'NO_SUCH_PLACE' },
    ])
    await test_.cloud.db.insertInto('site').values({ orgId: org.orgId, name: '南院' }).execute()
    expect(await write([good, roomRow('报告厅', { building: '新楼', line: 5 })])).toMatchObject({
      refusal: 'NO_SUCH_PLACE',
      detail: { lines: [5] },
    })
    expect(await records()).toEqual([])
    expect((await write([good, roomRow('报告厅', { building: '新楼' })], org.siteId)).value).toMatchObject({ added: 2 })
  })

  test('the same rows at once are written once, and each room has one code', async () => {
    const { org, write } = await office()
    const rows = Array.from({ length: 60 }, (_, i) => roomRow(`会议室${i}`, { building: `楼${i % 5}` }))
    const answers = await Promise.all([write(rows, org.siteId), write(rows, org.siteId)])
    expect(answers.map(({ value }) => value?.added).sort()).toEqual([0, 60])
    const codes = await test_.cloud.db.selectFrom('doorCode').select('placeId').where('orgId', '=', org.orgId).execute()
    expect(new Set(codes.map(({ placeId }) => placeId)).size).toBe(60)
    expect(codes).toHaveLength(60)
  })

  test('is not for everybody', async () => {
    const { org } = await office()
    const { token } = await signedInAs(test_, org, ['manager'])
    expect((await test_.call(importRooms, { rows: [roomRow('301')] }, { token })).status).toBe(403)
  })
})
