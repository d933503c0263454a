import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { exportRoster, previewRoster } from '../contract/people'
import { givenPerson, signedInAs } from './support/given'
import { rosterHeader, rosterOffice, rosterRow } from './support/roster-office'
import { csvOf, fileOf, said, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const realSheet = path.join(__dirname, '../../shared/data/excel/roster.xlsx')

let test_: TestCloud
beforeAll(async () => {
  test_ = await startCloud()
})
afterAll(() => test_.end())

const office = () => rosterOffice(test_)

describe('reading a roster sheet', () => {
  test('title rows, other headings in another order, blank rows, a second header and notes at the foot', async () => {
    const { preview } = await office()
    const bytes = await xlsxOf(
      {
        说明: [['请勿改动']],
        '2026年花名册': [
          ['××研究院职工花名册'],
          ['填表人：人事处', null, null, '2026-03-01'],
          ['序号', '职工姓名', '手机号码', '所在部门', '人事编号', '在岗情况', '所在院区'],
          [1, '张 伟', 13800000012, '后勤处/维修班', '0012', '在岗', '南院'],
          [],
          ['序号', '姓名', '人事编号', '手机', '单位'],
          [2, '欧阳娜娜', '0013', '+86 13800000013', '院办公室'],
          ['合计', '2人'],
          ['注：以上人员名单截至3月'],
        ],
      },
      (sheet) => {
        if (sheet.name !== '说明') sheet.mergeCells('A1:G1')
      },
    )
    const read = await preview(bytes)
    expect(read.sheet).toBe('2026年花名册')
    expect(read.unreadable).toEqual([])
    expect(read.rows).toMatchObject([
      {
        line: 4,
        name: '张伟',
        staffNumber: '0012',
        phone: '13800000012',
        departmentPath: ['后勤处', '维修班'],
        site: '南院',
        status: 'active',
      },
      { line: 7, name: '欧阳娜娜', staffNumber: '0013', phone: '13800000013', departmentPath: ['院办公室'] },
    ])
    expect(read.columns).toContainEqual({ header: '序号', field: '' })
    expect(read.columns).toContainEqual({ header: '人事编号', field: 'staffNumber' })
    expect(read.counts).toMatchObject({ new: 2, changed: 0, same: 0, errors: 0 })
  })

  test('every row that cannot be taken is given back with its line and reason', async () => {
    const { preview } = await office()
    const read = await preview(
      csvOf([
        rosterHeader,
        ['0012', '张伟', '财务处', '', '13800000012', ''],
        ['', '钱进', '财务处', '', '', '无工号'],
        ['0012', '张 伟', '财务处', '', '138-0000-0012', '重复'],
        ['0012', '李强', '财务处', '', '', ''],
        ['0014', '', '财务处', '', '', ''],
      ]),
      'a.csv',
    )
    expect(read.rows.map(({ line }) => line)).toEqual([2])
    expect(read.unreadable.map(({ line }) => line)).toEqual([3, 4, 5, 6])
    expect(read.counts.errors).toBe(3)
    expect(said(read.remarks, 3)).toEqual(['error staffNumber: 没有工号'])
    expect(said(read.remarks, 4)).toEqual(['guess staffNumber: 与第 2 行是同一个人，只导入一次'])
    expect(said(read.remarks, 5)).toEqual(['error staffNumber: 工号 0012 在第 2 行已经有了，姓名、电话不同'])
    expect(said(read.remarks, 6)).toEqual(['error name: 没有姓名'])
  })

  test('rows of several sheets say which sheet they stand in', async () => {
    const { preview } = await office()
    const read = await preview(
      await xlsxOf({
        本部: [rosterHeader, ['1001', '张伟', '财务处']],
        南院: [rosterHeader, ['1002', '王芳', '财务处'], ['1001', '李强', '财务处']],
      }),
    )
    expect(read.sheet).toBe('本部、南院')
    expect(read.rows.map(({ sheet, line }) => [sheet, line])).toEqual([
      ['本部', 2],
      ['南院', 2],
    ])
    expect(read.remarks).toMatchObject([
      { sheet: '南院', line: 3, message: expect.stringContaining('「本部」第 2 行') },
    ])
  })

  test('what is compared with the roster: new, changed with fields, same, missing', async () => {
    const { preview, write, org } = await office()
    await write([
      rosterRow('0001', '张伟', { phone: '13800000001', note: '老员工' }),
      rosterRow('0002', '王芳'),
      rosterRow('0003', '李强'),
    ])
    await givenPerson(test_, org, { staffNumber: '0009', name: '赵敏' })
    const read = await preview(
      csvOf([
        rosterHeader,
        ['0001', '张伟', '后勤处', '维修班', '', ''],
        ['0002', '王芳', '后勤处', '膳食科', '13800000002', ''],
        ['3', '李强', '後勤處', '维修班', '', '产假'],
        ['0004', '孙磊', '', '', '', ''],
      ]),
      'a.csv',
    )
    expect(read.rows.map(({ staffNumber, change, changedFields }) => [staffNumber, change, changedFields])).toEqual([
      ['0001', 'same', []],
      ['0002', 'changed', ['departmentPath', 'phone']],
      ['0003', 'changed', ['status', 'note']],
      ['0004', 'new', []],
    ])
    expect(read.missing.map(({ staffNumber }) => staffNumber).sort()).toEqual(['0009', 'ADMIN'])
    expect(said(read.remarks, 4)).toEqual([
      'guess staffNumber: 工号 3 少了前面的零，按名册里的 0003 处理',
      'guess status: 备注写着「产假」，理解为休假',
      'guess departmentPath: 「後勤處」按「后勤处」处理（繁简写法不同）',
    ])
    expect(said(read.remarks, 5)).toEqual(['guess departmentPath: 没有写部门，归入「未分部门」'])
  })

  test('files that are no sheet, and sheets that are no roster', async () => {
    const { token } = await office()
    const ask = (fileName: string, bytes: Buffer) => test_.call(previewRoster, fileOf(fileName, bytes), { token })
    expect(await ask('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatchObject({ refusal: 'UNREADABLE_FILE' })
    expect(
      await ask(
        'a.csv',
        csvOf([
          ['线路', '方向'],
          ['1号线', '上班'],
        ]),
      ),
    ).toMatchObject({ refusal: 'NO_HEADER_ROW' })
    const many = csvOf([['工号', '姓名'], ...Array.from({ length: 30_001 }, (_, i) => [`${i}`, '张伟'])])
    expect(await ask('a.csv', many)).toMatchObject({ refusal: 'TOO_MANY_ROWS' })
  })

  const real = existsSync(realSheet) ? test : test.skip
  real('a sheet as offices hand it over', async () => {
    const { preview, write } = await office()
    const read = await preview(readFileSync(realSheet))
    expect(read.rows.map(({ staffNumber, name, phone, status }) => [staffNumber, name, phone, status])).toEqual([
      ['0012', '张伟', '13800000012', 'active'],
      ['13', '欧阳娜娜', '13800000013', 'onLeave'],
      ['0014', '王芳', '13800000014', 'active'],
      ['0015', '李强', '1380000001', 'active'],
      ['0016', '赵敏', '13800000016', 'active'],
      ['0017', '𠮷田', '13800000017', 'active'],
      ['0019', '孙磊', '13800000019', 'left'],
      ['0020', '周敏', '13800000020', 'active'],
    ])
    expect(read.unreadable.map(({ line }) => line)).toEqual([5, 9])
    expect(read.remarks.map(({ line, severity }) => `${line} ${severity}`)).toEqual([
      ...['3 guess', '3 guess', '5 guess', '6 guess', '7 guess', '9 error', '10 guess', '10 guess'],
    ])
    expect((await write(read.rows)).value).toEqual({ added: 8, changed: 0, same: 0, left: 0 })
    expect((await preview(readFileSync(realSheet))).counts).toMatchObject({ new: 0, changed: 0, same: 8 })
  })
})

test('only an administrator touches rosters, and looking at one leaves a trace without names', async () => {
  const { org, preview } = await office()
  const { token } = await signedInAs(test_, org, ['steward'])
  expect((await test_.call(previewRoster, fileOf('a.csv', csvOf([rosterHeader])), { token })).status).toBe(403)
  expect((await test_.call(exportRoster, {}, { token })).status).toBe(403)
  await preview(csvOf([rosterHeader, ['0012', '张伟', '财务处', '', '13800000012', '']]), 'a.csv')
  const entries = await test_.cloud.db
    .selectFrom('auditEntry')
    .select('detail')
    .where('orgId', '=', org.orgId)
    .where('procedure', '=', 'people.previewRoster')
    .execute()
  expect(entries).toMatchObject([{ detail: { fileName: 'a.csv', new: 1 } }])
  expect(JSON.stringify(entries)).not.toContain('张伟')
})
