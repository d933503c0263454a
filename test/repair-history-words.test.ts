import { historyOf, historyOffice } from './support/history-office'
import { said, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let office: Awaited<ReturnType<typeof historyOffice>>
const now = Date.UTC(2025, 9, 1, 4)

beforeAll(async () => {
  house = await startCloud({ now })
  office = await historyOffice(house)
})
afterAll(() => house.end())

/** What a history's header means: only the columns that mean something. */
async function columnsOf(header: string[]): Promise<Record<string, string>> {
  const { columns } = await office.preview(
    historyOf(
      header,
      header.map(() => '2025-03-05 10:00'),
    ),
  )
  return Object.fromEntries(columns.filter(({ field }) => field !== '').map(({ header: own, field }) => [own, field]))
}

test.each([
  [
    '报修时间,报修人,报修类别,报修地点,故障描述,派单时间,完成时间,要求完成时间,工单号,状态',
    '报修时间:created 报修类别:category 报修地点:place 完成时间:closed 要求完成时间:due 工单号:number 状态:status',
  ],
  [
    '序号,受理时间,科室,故障类型,维修人员,办结时间,截止时间',
    '受理时间:created 科室:place 故障类型:category 办结时间:closed 截止时间:due',
  ],
  [
    '报修日期,报修时间,楼宇,楼层,房间号,大类,小类,完成日期,完成时间,备注',
    '报修日期:created 报修时间:created 楼宇:place 楼层:place 房间号:place 大类:category 小类:category 完成日期:closed 完成时间:closed',
  ],
  [
    '创建时间,工单类型,位置,解决时间,关闭时间,SLA时限',
    '创建时间:created 工单类型:category 位置:place 解决时间:closed 关闭时间:closed SLA时限:due',
  ],
  ['日期,时间,类别,地点,维修时间', '日期:created 时间:created 类别:category 地点:place 维修时间:closed'],
  [
    'Unique Key,Created Date,Closed Date,Agency,Complaint Type,Descriptor,Location Type,Incident Address,Due Date,Status,Location',
    'Unique Key:number Created Date:created Closed Date:closed Complaint Type:category Descriptor:category Incident Address:place Due Date:due Status:status',
  ],
  [
    'Unique Key,Created Date,Closed Date,Problem (formerly Complaint Type),Problem Detail (formerly Descriptor),Incident Address',
    'Unique Key:number Created Date:created Closed Date:closed Problem (formerly Complaint Type):category Problem Detail (formerly Descriptor):category Incident Address:place',
  ],
  [
    'service_request_id,status,service_name,description,requested_datetime,updated_datetime,expected_datetime,address,lat,long',
    'service_request_id:number status:status service_name:category requested_datetime:created updated_datetime:closed expected_datetime:due address:place',
  ],
  [
    'number,opened_at,resolved_at,closed_at,due_date,category,subcategory,location,short_description',
    'number:number opened_at:created resolved_at:closed closed_at:closed due_date:due category:category subcategory:category location:place',
  ],
  [
    'CASE_ENQUIRY_ID,open_dt,sla_target_dt,closed_dt,on_time,case_status,type,location',
    'CASE_ENQUIRY_ID:number open_dt:created sla_target_dt:due closed_dt:closed case_status:status type:category location:place',
  ],
  [
    'Issue key,Issue Type,Summary,Created,Resolution,Resolved,Due Date',
    'Issue key:number Issue Type:category Created:created Resolved:closed Due Date:due',
  ],
  [
    'Ticket ID,Subject,Created time,Resolved time,Due by Time,Resolution time (in hrs),Type',
    'Ticket ID:number Created time:created Resolved time:closed Due by Time:due Type:category',
  ],
])('the header %s', async (header, expected) => {
  const columns = await columnsOf(header.split(','))
  expect(columns).toEqual(Object.fromEntries(pairsOf(expected)))
})

/** `报修时间:created Due Date:due` as pairs; headers may hold spaces. */
function pairsOf(text: string): [string, string][] {
  return [...text.matchAll(/(\S.*?):(created|closed|due|category|place|number|status)(?: |$)/g)].map(
    ([, header = '', field = '']) => [header, field],
  )
}

test.each(['姓名,电话,部门', '完成时间,地点', '报修人,报修内容'])('%s heads no history', async (header) => {
  await expect(office.preview(historyOf(header.split(','), ['a', 'b', 'c']))).rejects.toThrow('NO_HEADER_ROW')
})

/** The instants of a history's rows: created, closed, due. */
async function times(header: string, ...rows: string[]) {
  const split = (line: string) => line.split('|')
  const preview = await office.preview(historyOf(split(header), ...rows.map(split)))
  return { ...preview, times: preview.rows.map(({ createdAt, closedAt, dueAt }) => [createdAt, closedAt, dueAt]) }
}
const at = (text: string) => (text === '' ? '' : `${text}:00+08:00`)

test('a number above 12 decides the order of day and month for the whole column, and for the columns beside it', async () => {
  const american = await times(
    'Created Date|Closed Date|Type',
    '03/05/2025 09:00|03/06/2025 09:00|水',
    '03/13/2025 09:00||水',
  )
  expect(american.times[0]).toEqual([at('2025-03-05T09:00'), at('2025-03-06T09:00'), ''])
  const british = await times(
    'Created Date|Closed Date|Type',
    '03/05/2025 09:00|04/05/2025 09:00|水',
    '13/05/2025 09:00||水',
  )
  expect(british.times[0]).toEqual([at('2025-05-03T09:00'), at('2025-05-04T09:00'), ''])
  expect([...american.remarks, ...british.remarks].filter(({ column }) => column !== 'place')).toEqual([])
})

test('where no number decides, sense does, and it is said once', async () => {
  // as day, month, year it would have been closed before it was created
  const read = await times(
    'Created Date|Closed Date',
    '01/02/2025 09:00|02/01/2025 09:00',
    '03/04/2025 09:00|04/03/2025 09:00',
  )
  expect(read.times[0]).toEqual([at('2025-01-02T09:00'), at('2025-02-01T09:00'), ''])
  const guesses = read.remarks.filter(({ message }) => message.includes('分不清'))
  expect(guesses).toEqual([
    expect.objectContaining({ column: 'created', severity: 'guess', line: 2 }),
    expect.objectContaining({ column: 'closed', severity: 'guess', line: 2 }),
  ])
  expect(guesses[0]?.message).toBe('「01/02/2025 09:00」这样的日期分不清月和日，整列按月、日、年的顺序理解，请核对')
})

test('of a column that mixes both orders the rarer ones are errors', async () => {
  const read = await times('Created Date|类别', '03/13/2025|水', '03/14/2025|水', '15/03/2025|水')
  expect(read.counts).toMatchObject({ rows: 3, new: 2, errors: 1 })
  expect(said(read.remarks, 4)).toEqual(['error created: 「15/03/2025」读不出报修时间，须有年、月、日'])
})

test('day and time in columns of their own; a day alone begins at 0:00 and ends at 23:59', async () => {
  const read = await times(
    '报修日期|报修时间|完成日期|要求完成日期|类别',
    '2025-03-05|下午2:30|2025-03-05|2025-03-06|水',
    '2025-03-05||2025-03-05||水',
  )
  expect(read.times).toEqual([
    [at('2025-03-05T14:30'), at('2025-03-05T23:59'), at('2025-03-06T23:59')],
    [at('2025-03-05T00:00'), at('2025-03-05T23:59'), ''],
  ])
  expect(read.remarks.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      '报修时间只写了日期，按当天 0:00 计',
      '完成时间只写了日期，按当天 23:59 计（共 2 行）',
      '要求完成时间只写了日期，按当天 23:59 计',
    ]),
  )
})

test('midnight on the day itself is a day without a time', async () => {
  const read = await times('Created Date|Closed Date', '03/15/2025 09:00:00 AM|03/15/2025 12:00:00 AM')
  expect(read.times).toEqual([[at('2025-03-15T09:00'), at('2025-03-15T23:59'), '']])
})

test('the first of several closing times that is there is taken; a limit may be a length', async () => {
  const read = await times(
    'opened_at|resolved_at|closed_at|due',
    '2025-03-05 09:00|2025-03-05 11:00|2025-03-08 11:00|24小时',
    '2025-03-05 09:00||2025-03-08 11:00|2天',
  )
  expect(read.times).toEqual([
    [at('2025-03-05T09:00'), at('2025-03-05T11:00'), at('2025-03-06T09:00')],
    [at('2025-03-05T09:00'), at('2025-03-08T11:00'), at('2025-03-07T09:00')],
  ])
})

test('what cannot be taken is an error, what was guessed is said', async () => {
  const read = await times(
    '报修时间|完成时间|要求完成时间|类别|地点|状态',
    '|2025-03-05 10:00||水|楼|',
    '3月5日|||水|楼|',
    '2025-03-05 10:00|2025-03-04 10:00||水|楼|',
    '2025-03-05 10:00|未完成||水|楼|',
    '2025-03-05 10:00|大概周三||水|楼|',
    '2025-03-05 10:00||2025-03-04 10:00|水|楼|',
    '2025-03-05 10:00||尽快|水|楼|',
    '2026-03-05 10:00|||水|楼|',
    '2025-03-05 10:00|2026-01-01 10:00||水|楼|',
    '2025-03-05 10:00|||水|楼|已完成',
    '2025-03-05 10:00|2025-03-05 11:00||水|楼|处理中',
  )
  expect(said(read.remarks, 2)).toEqual(['error created: 没有报修时间'])
  expect(said(read.remarks, 3)).toEqual(['error created: 「3月5日」读不出报修时间，须有年、月、日'])
  expect(said(read.remarks, 4)).toEqual(['error closed: 完成时间早于报修时间'])
  expect(said(read.remarks, 5)).toEqual([])
  expect(said(read.remarks, 6)).toEqual(['error closed: 「大概周三」读不出完成时间'])
  expect(said(read.remarks, 7)).toEqual(['guess due: 要求完成时间「2025-03-04 10:00」早于报修时间，没有取'])
  expect(said(read.remarks, 8)).toEqual(['guess due: 「尽快」读不出要求完成时间，没有取'])
  expect(said(read.remarks, 9)).toEqual(['error created: 报修时间「2026-03-05 10:00」在将来'])
  expect(said(read.remarks, 10)).toEqual(['error closed: 完成时间在将来'])
  expect(said(read.remarks, 11)).toEqual(['error closed: 状态是「已完成」，但没有完成时间'])
  expect(said(read.remarks, 12)).toEqual(['guess status: 状态是「处理中」但有完成时间的，按已完成'])
  expect(read.counts).toMatchObject({ rows: 11, new: 4, errors: 7, open: 3, due: 0 })
  // errors come first
  expect(read.remarks.map(({ severity }) => severity)).toEqual([...Array(7).fill('error'), ...Array(3).fill('guess')])
})

test('Open311: what is closed was closed when it was last updated', async () => {
  const read = await times(
    'requested_datetime|updated_datetime|expected_datetime|service_name|address|status',
    '2025-03-05T09:00:00+08:00|2025-03-05T12:00:00+08:00|2025-03-06T09:00:00+08:00|Pothole|1 Main St|closed',
    '2025-03-05T09:00:00+08:00|2025-03-05T12:00:00+08:00||Pothole|1 Main St|open',
  )
  expect(read.times).toEqual([
    [at('2025-03-05T09:00'), at('2025-03-05T12:00'), at('2025-03-06T09:00')],
    [at('2025-03-05T09:00'), '', ''],
  ])
})

test('GBK and a mark at the beginning are read; titles, sums and notes are passed over', async () => {
  const rows = ['报修时间,故障类别,地点', '2025-03-05 10:00,水龙头,南楼']
  // 报修时间,故障类别,地点 and its row in GBK
  const gbk = Buffer.from(
    'b1a8d0decab1bce42cb9cad5cfc0e0b1f02cb5d8b5e30d0a323032352d30332d30352031303a30302ccbaec1facdb72cc4cfc2a5',
    'hex',
  )
  for (const bytes of [gbk, Buffer.from(`\ufeff${rows.join('\r\n')}`), Buffer.from(rows.join('\n'), 'utf8')]) {
    const { rows: read } = await office.preview(bytes)
    expect(read).toMatchObject([{ category: '历史导入 · 水龙头', place: '南楼' }])
  }
  const titled = await office.preview(
    await xlsxOf({
      一月: [
        ['2025 年一月报修台账'],
        ['报修时间', '类别', '地点'],
        [new Date(Date.UTC(2025, 0, 5, 10)), '灯', '北楼'],
        ['合计', '1 件'],
      ],
      二月: [
        ['报修时间', '类别', '地点'],
        [new Date(Date.UTC(2025, 1, 5, 10)), '灯', '北楼'],
      ],
    }),
    'a.xlsx',
  )
  expect(titled.rows.map(({ sheet, line, createdAt }) => [sheet, line, createdAt])).toEqual([
    ['一月', 3, at('2025-01-05T10:00')],
    ['二月', 2, at('2025-02-05T10:00')],
  ])
  expect(titled.counts).toMatchObject({ rows: 2, errors: 0 })
})
