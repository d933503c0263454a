import { listCategories } from '../contract/repair-catalog'
import { givenRoom } from './support/given'
import { givenCategory, givenPlace } from './support/given-repair'
import { historyOf, historyOffice } from './support/history-office'
import { startCloud, type TestCloud } from './support/start-cloud'

const now = Date.UTC(2025, 9, 1, 4)
let house: TestCloud
let office: Awaited<ReturnType<typeof historyOffice>>

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  office = await historyOffice(house)
})
afterAll(() => house.end())

const head = ['报修时间', '完成时间', '要求完成时间', '类别', '地点']

test('categories are found by name on both levels before any is made; made ones are not offered for reporting', async () => {
  const own = await givenCategory(house, office.org, { name: '不制冷' })
  const cleaning = await givenCategory(house, office.org, { name: '地面', kind: 'cleaning' })
  const row = (category: string, detail: string) => ['2025-03-05 10:00', category, detail, '南楼']
  const file = historyOf(
    ['报修时间', '大类', '小类', '地点'],
    row('不制冷组', '不制冷'),
    row('不制冷组-不制冷', ''),
    row('空调', '不制冷'),
    row(' 不 制冷', ''),
    row('地面', ''),
    row('空调', '漏水'),
    row('', ''),
  )
  const seen = await office.preview(file)
  expect(seen.newCategories.sort()).toEqual(['未分类', '空调 · 漏水'].sort())
  expect(seen.rows.map(({ category }) => category)).toEqual([
    ...Array(4).fill('不制冷组 · 不制冷'),
    '地面组 · 地面',
    '历史导入 · 空调 · 漏水',
    '历史导入 · 未分类',
  ])
  await office.write(file)
  const tickets = await office.tickets()
  expect(tickets.filter((ticket) => ticket.category_id === own)).toHaveLength(4)
  expect(tickets.find((ticket) => ticket.category_id === cleaning)?.kind).toBe('cleaning')
  const { value } = await house.call(listCategories, {}, { token: office.token })
  expect(value?.categories.map(({ name }) => name)).not.toContain('历史导入')
  // in the next file they are found again
  const next = historyOf(['报修时间', '大类', '小类', '地点'], ['2025-04-05 10:00', '空调', '漏水', '南楼'])
  expect((await office.preview(next)).newCategories).toEqual([])
  expect((await office.write(next)).value).toMatchObject({ added: 1, newCategories: 0 })
})

test('so many categories that nobody could use them become few', async () => {
  const many = historyOf(
    head,
    ...Array.from({ length: 700 }, (_, i) => ['2025-03-05', '', '', `第${i % 500}种`, '南楼']),
  )
  const seen = await office.preview(many)
  expect(seen.newCategories).toHaveLength(300)
  expect(seen.remarks.map(({ message }) => message)).toContainEqual(
    '类别有 500 种，只新建最常见的 299 种，其余归入「其他」',
  )
  expect((await office.write(many)).value).toMatchObject({ added: 700, newCategories: 300 })
  expect((await office.tickets()).filter((ticket) => ticket.category === '其他')).toHaveLength(201)
})

test('places are found by name, with building and floor in many spellings, and by the code on the door', async () => {
  const room = await givenRoom(house, office.org, {}, '大会议室')
  const corridor = await givenPlace(house, office.org, { name: '东走廊', floor: '5层' })
  await givenPlace(house, office.org, { name: '茶水间', floor: '1层' })
  await givenPlace(house, office.org, { name: '茶水间', floor: '2层' })
  await house.cloud.db
    .insertInto('doorCode')
    .values({
      orgId: office.org.orgId,
      token: 'x'.repeat(22),
      humanCode: 'ABC234',
      placeId: corridor,
      createdAt: new Date(now),
    })
    .execute()
  const places = [
    ...['大会议室', '综合楼大会议室', '综合楼 3F 大会议室', '本部综合楼3楼大会议室'],
    ...['综合楼５层东走廊', 'abc234', '茶水间', '综合楼 2层 茶水间', '综合楼 9层 机房', '别处'],
  ]
  const file = historyOf(['报修时间', '地点'], ...places.map((place) => ['2025-03-05 10:00', place]))
  const seen = await office.preview(file)
  expect(seen.rows.map(({ place, isPlaceKnown }) => (isPlaceKnown ? place : `? ${place}`))).toEqual([
    ...Array(4).fill('综合楼 3层 大会议室'),
    ...Array(2).fill('综合楼 5层 东走廊'),
    '? 茶水间',
    '综合楼 2层 茶水间',
    '? 综合楼 9层 机房',
    '? 别处',
  ])
  await office.write(file)
  const tickets = await office.tickets()
  expect(tickets.filter((ticket) => ticket.place_id === room)).toHaveLength(4)
  expect(tickets.find((ticket) => ticket.place_note === '综合楼 9层 机房')).toMatchObject({
    building_id: office.org.buildingId,
  })
  const columns = historyOf(['报修时间', '楼宇', '楼层', '房间'], ['2025-03-06 10:00', '综合楼', '5', '东走廊'])
  expect((await office.preview(columns)).rows[0]).toMatchObject({ place: '综合楼 5层 东走廊', isPlaceKnown: true })
})
