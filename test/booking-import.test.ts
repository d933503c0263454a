import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listRooms } from '../contract/booking'
import { lookAtDoor } from '../contract/booking-door'
import { importRooms, listRoomRecords, previewRooms, saveRoom } from '../contract/booking-rooms'
import type { InputOf } from '../contract/procedure'
import { givenOrg, signedInAs } from './support/given'
import { csvOf, fileOf, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

type Rows = InputOf<typeof importRooms>['rows']
const realSheet = path.join(__dirname, '../../shared/data/excel/rooms.xlsx')

let test_: TestCloud
beforeAll(async () => {
  test_ = await startCloud()
})
afterAll(() => test_.end())

/** An institution with a steward, and what they do with sheets. Its one site is 本部 with a 综合楼. */
async function office() {
  const org = await givenOrg(test_)
  const { token } = await signedInAs(test_, org, ['steward'])
  const preview = async (bytes: Buffer, fileName = 'a.xlsx') => {
    const answered = await test_.call(previewRooms, fileOf(fileName, bytes), { token })
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const write = (rows: Rows, siteId?: string) => test_.call(importRooms, { rows, siteId }, { token })
  const records = async () => (await test_.call(listRoomRecords, { limit: 100 }, { token })).value?.items ?? []
  return { org, token, preview, write, records }
}

const work: [number, number][] = [[510, 1050]]
const week = [work, work, work, work, work, [], []]
const row = (name: string, more: Partial<Rows[number]> = {}): Rows[number] => ({
  line: 2,
  building: '综合楼',
  floor: '3层',
  name,
  capacity: 20,
  opening: week,
  ...more,
})
const header = ['楼宇', '楼层', '会议室名称', '容纳人数', '设备', '开放时间', '备注']
const said = (remarks: { line: number; column: string; severity: string; message: string }[], line: number) =>
  remarks
    .filter((remark) => remark.line === line)
    .map(({ column, severity, message }) => `${severity} ${column}: ${message}`)

describe('reading a sheet of rooms', () => {
  test('merged buildings, other headings, places in one cell, words in every column', async () => {
    const { preview } = await office()
    const read = await preview(
      await xlsxOf(
        {
          台账: [
            ['会议室一览表'],
            ['编号', '所在楼宇', '房间名称', '可容纳人数', '设备设施', '可预约时间', '是否可预约', '使用须知'],
            [1, '综合楼3层', '301会议室', '约12', '投影、空调', '工作日 8:30-17:30', '是', '保持整洁'],
            [2, null, '3０２会议室', '20-30人', '电视', '需审批', '否', null],
            [3, '科研楼 B1', '报告厅', '二百人', '无', '8:30-17:30', null, null],
            [4, null, '接待室', 8, null, '8:30-17:30', null, '不对外'],
            ['合计', null, '4间', null, null, null, null, null],
          ],
        },
        (sheet) => {
          sheet.mergeCells('A1:H1')
          sheet.mergeCells('B3:B4')
        },
      ),
    )
    expect(read.unreadable).toEqual([])
    expect(read.rows).toMatchObject([
      {
        building: '综合楼',
        floor: '3层',
        name: '301会议室',
        capacity: 12,
        equipment: ['projector'],
        opening: week,
        isBookable: true,
        notice: '保持整洁；其他设备：空调',
      },
      {
        building: '综合楼',
        floor: '3层',
        name: '302会议室',
        capacity: 30,
        equipment: ['television'],
        isBookable: false,
        notice: '需审批',
      },
      {
        building: '科研楼',
        floor: 'B1',
        name: '报告厅',
        capacity: 200,
        opening: [work, work, work, work, work, work, work],
      },
      { building: '科研楼', floor: 'B1', name: '接待室', capacity: 8, isBookable: false, notice: '不对外' },
    ])
    expect(read.rows[1]?.opening).toEqual([
      [[480, 1080]],
      [[480, 1080]],
      [[480, 1080]],
      [[480, 1080]],
      [[480, 1080]],
      [],
      [],
    ])
    expect(said(read.remarks, 4)).toEqual([
      'guess floor: 从「综合楼3层」读出楼宇「综合楼」、楼层「3层」',
      'guess capacity: 「20-30人」有几个数，按 30 人',
      'guess opening: 「需审批」不是可用的时间，记入须知',
      'guess opening: 没有可用的开放时间，按周一至周五 8:00–18:00',
    ])
    expect(said(read.remarks, 5)).toContain('guess opening: 开放时间没有写星期几的（共 2 间），按每天开放')
    expect(said(read.remarks, 6)).toContain('guess building: 没有写楼宇，按上一行的「科研楼」')
    expect(said(read.remarks, 6)).toContain('guess isBookable: 写着「不对外」，理解为不接受预订')
  })

  test('rows that cannot be taken come back with line and reason', async () => {
    const { preview } = await office()
    const read = await preview(
      csvOf([
        header,
        ['', '3层', '301', '20', '', '', ''],
        ['综合楼', '3层', '', '20', '', '', ''],
        ['综合楼', '3层', '303', '若干', '', '', ''],
        ['综合楼', '3层', '304', '20', '投影', '8:30-17:30', ''],
        ['综合楼', '3F', '304', '20人', '投影', '8:30-17:30', '重复登记'],
        ['综合楼', '三层', '304', '30', '', '', ''],
      ]),
      'a.csv',
    )
    expect(read.rows.map(({ line }) => line)).toEqual([5])
    expect(read.unreadable.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7])
    expect(read.counts).toMatchObject({ new: 1, errors: 4 })
    expect(said(read.remarks, 2)).toEqual(['error building: 没有楼宇'])
    expect(said(read.remarks, 3)).toEqual(['error name: 没有会议室名称'])
    expect(said(read.remarks, 4)).toEqual(['error capacity: 「若干」读不出容纳人数'])
    expect(said(read.remarks, 6)).toEqual(['guess name: 与第 5 行是同一间，只导入一次'])
    expect(said(read.remarks, 7)).toEqual(['error name: 这间会议室在第 5 行已经有了，容纳人数、设备、开放时间不同'])
  })

  test('a sheet that is no list of rooms', async () => {
    const { token } = await office()
    const bytes = csvOf([
      ['工号', '姓名'],
      ['0012', '张伟'],
    ])
    expect(await test_.call(previewRooms, fileOf('a.csv', bytes), { token })).toMatchObject({
      refusal: 'NO_HEADER_ROW',
    })
    expect(await test_.call(previewRooms, fileOf('a.xlsx', Buffer.from('PK\x03\x04')), { token })).toMatchObject({
      refusal: 'UNREADABLE_FILE',
    })
  })

  const real = existsSync(realSheet) ? test : test.skip
  real('a sheet as offices hand it over', async () => {
    const { preview, write, records } = await office()
    const read = await preview(readFileSync(realSheet))
    expect(
      read.rows.map(({ building, floor, name, capacity, isBookable }) => [building, floor, name, capacity, isBookable]),
    ).toEqual([
      ['综合楼', '3层', '301会议室', 20, true],
      ['综合楼', '3层', '302会议室', 12, true],
      ['综合楼', '3层', '305小会议室', 8, true],
      ['综合楼', '10层', '第一会议室(国际会议厅)', 150, true],
      ['实验楼', 'B1', '地下报告厅', 80, true],
      ['实验楼', '2层', '201', 15, true],
      ['南院综合楼', '1层', '接待室', 6, false],
    ])
    expect(read.rows[2]?.opening[0]).toEqual([
      [510, 720],
      [870, 1050],
    ])
    expect(read.unreadable.map(({ line }) => line)).toEqual([10])
    expect(said(read.remarks, 13)).toEqual(['guess : 像是合计、小标题或说明，没有读：合计'])
    expect((await write(read.rows)).value).toEqual({ added: 7, changed: 0, same: 0 })
    expect((await preview(readFileSync(realSheet))).counts).toMatchObject({ new: 0, changed: 0, same: 7, missing: 0 })
    expect(await records()).toHaveLength(7)
  })
})

describe('importing rooms', () => {
  test('makes sites, buildings and rooms with codes that open their doors, and is the same when sent again', async () => {
    const { token, write, records } = await office()
    const rows = [
      row('301会议室', { equipment: ['projector'], notice: '保持整洁' }),
      row('报告厅', { site: '南院', building: '实验楼', floor: 'B1', capacity: 80, isBookable: false }),
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
      opening: week,
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
    await write([row('301会议室', { equipment: ['projector'], notice: '保持整洁' })])
    const [before] = await records()
    if (!before) throw new Error('no room')
    const rules = { ...before.rules, openToDepartmentIds: [org.departmentId], turnoverMinutes: 15, maxMinutes: 120 }
    const { roomId, buildingId, name, floor, equipment, notice } = before
    await test_.call(saveRoom, { roomId, buildingId, name, floor, equipment, notice, rules }, { token })
    await test_.call(listRooms, {}, { token })

    expect((await write([row('301会议室', { floor: '3F', capacity: 24 })])).value).toEqual({
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
    await write([row('301会议室', { isBookable: false, equipment: ['sound'] }), row('302会议室')])
    const read = await preview(
      csvOf([
        ['楼宇', '会议室名称', '容纳人数'],
        ['综合楼', '301会议室', '20'],
        ['综合楼', '303会议室', '20'],
      ]),
      'a.csv',
    )
    expect(read.rows).toMatchObject([
      { line: 2, site: '本部', floor: '3层', change: 'same', opening: week, isBookable: false, equipment: ['sound'] },
      { line: 3, site: '本部', change: 'new' },
    ])
    expect(read.missing).toMatchObject([{ name: '302会议室', place: '本部 综合楼 3层' }])
    expect(said(read.remarks, 2)).toEqual([])
  })

  test('is all or nothing: hours that cannot be, doubled rooms, places nobody knows', async () => {
    const { org, write, records } = await office()
    const others = await givenOrg(test_)
    const good = row('301会议室')
    const answers = [
      await write([good, row('302', { line: 7, opening: [[[600, 540]], [], [], [], [], [], []] })]),
      await write([
        good,
        row('302', {
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
      await write([good, row('301会议室', { floor: '三层', line: 9 })]),
      await write([good], others.siteId),
    ]
    expect(answers).toMatchObject([
      { refusal: 'HOURS_INVALID', detail: { lines: [7] } },
      { refusal: 'HOURS_INVALID', detail: { lines: [8] } },
      { refusal: 'DOUBLED_ROOM', detail: { lines: [9] } },
      { refusal: 'NO_SUCH_PLACE' },
    ])
    await test_.cloud.db.insertInto('site').values({ orgId: org.orgId, name: '南院' }).execute()
    expect(await write([good, row('报告厅', { building: '新楼', line: 5 })])).toMatchObject({
      refusal: 'NO_SUCH_PLACE',
      detail: { lines: [5] },
    })
    expect(await records()).toEqual([])
    expect((await write([good, row('报告厅', { building: '新楼' })], org.siteId)).value).toMatchObject({ added: 2 })
  })

  test('the same rows at once are written once, and each room has one code', async () => {
    const { org, write } = await office()
    const rows = Array.from({ length: 60 }, (_, i) => row(`会议室${i}`, { building: `楼${i % 5}` }))
    const answers = await Promise.all([write(rows, org.siteId), write(rows, org.siteId)])
    expect(answers.map(({ value }) => value?.added).sort()).toEqual([0, 60])
    const codes = await test_.cloud.db.selectFrom('doorCode').select('roomId').where('orgId', '=', org.orgId).execute()
    expect(new Set(codes.map(({ roomId }) => roomId)).size).toBe(60)
    expect(codes).toHaveLength(60)
  })

  test('is not for everybody', async () => {
    const { org } = await office()
    const { token } = await signedInAs(test_, org, ['manager'])
    expect((await test_.call(importRooms, { rows: [row('301')] }, { token })).status).toBe(403)
  })
})
