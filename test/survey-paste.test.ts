import { readSurveyText } from '../contract/survey'
import { findingsOf } from '../contract/survey-check'
import { itemsOf } from '../contract/survey-definition'
import { readPasted } from '../functions/survey/pasted-survey'
import { givenOrg, signedInAs } from './support/given'
import { timesSlower } from './support/slower'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let token: string

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
  token = (await signedInAs(house, await givenOrg(house), ['surveyor'])).token
})
afterAll(() => house.end())

const read = (text: string) => {
  const { definition, notes } = readPasted(text)
  return { definition, notes, items: definition ? itemsOf(definition) : [] }
}

const exported = `食堂满意度调查
请按真实感受回答。

1、您常在哪里吃饭？ [单选题] *
○东区食堂
○西区食堂 （请跳至第3题）
○其他 _________________
2. 您吃过哪些？（可多选，最多选2项）【多选题】
□早餐\t□午餐   □晚餐
□以上都没有
===分页===
3．您对饭菜的温度打几分 [量表题] *
很凉 ○1 ○2 ○3 ○4 ○5 很热
4、您愿意推荐吗？ [NPS题]
5、您对下列各项： [矩阵单选题] *
\t满意\t不满意\t不了解
口味\t○\t○\t○
价格\t○\t○\t○
6、请把这些排一排 [排序题]
A. 口味  B. 价格  C. 卫生
7、一周吃几次 [数字题]
8、您还有什么建议？ [简答题]
9、到店日期 [日期题]`

test('What a survey site exports is read: kinds, marks, boxes on a line, a jump, pages, a matrix', async () => {
  const { value } = await house.call(readSurveyText, { text: exported }, { token })
  const { definition, notes } = value as ReturnType<typeof readPasted>
  expect(notes).toEqual([])
  if (!definition) throw new Error('nothing read')
  expect(definition).toMatchObject({ title: '食堂满意度调查', intro: '请按真实感受回答。' })
  expect(definition.pages.map(({ items }) => items.map(({ kind }) => kind).join(' '))).toEqual([
    'single multiple',
    'scale nps matrix ranking number longText date',
  ])
  const [where, which, warmth, , matrix, order] = itemsOf(definition)
  expect(where).toMatchObject({ title: '您常在哪里吃饭？', isRequired: true })
  expect(where).toHaveProperty('options', [
    { code: 'o1', text: '东区食堂' },
    { code: 'o2', text: '西区食堂', jumpTo: 'q3' },
    { code: 'o3', text: '其他', isOther: true },
  ])
  expect(which).toMatchObject({ isRequired: false, most: 2 })
  expect(which).toHaveProperty('options.3', { code: 'o4', text: '以上都没有', isExclusive: true })
  expect(warmth).toMatchObject({ from: 1, to: 5, lowLabel: '很凉', highLabel: '很热' })
  expect(matrix).toMatchObject({
    rows: [
      { code: 'r1', text: '口味' },
      { code: 'r2', text: '价格' },
    ],
  })
  expect(matrix).toHaveProperty('options.2', { code: 'o3', text: '不了解', isDontKnow: true })
  expect(order).toHaveProperty('options.2', { code: 'o3', text: '卫生' })
  expect(findingsOf(definition).filter(({ level }) => level === 'error')).toEqual([])
})

test('What people write by hand is read without kinds: by its options, its boxes, or none', () => {
  const { items } = read('1. 满意吗\n满意\n不满意\n2. 用过哪些\n□报修\n□班车\n3. 说说您的建议\n4. 您的楼栋（东区）')
  expect(items.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    'single 满意吗',
    'multiple 用过哪些',
    'longText 说说您的建议',
    'text 您的楼栋（东区）',
  ])
})

test('A line that was not understood is said with its number', () => {
  const { items, notes } = read('1、选一个 [单选题]\n○只有一个\n2、几次 [数字题]\n○一次\n2、又是二')
  expect(items.map(({ code, kind }) => `${code} ${kind}`)).toEqual(['q1 text', 'q2 number', 'q3 text'])
  expect(notes.map(({ line }) => line)).toEqual([1, 4, 5])
})

test('Script stays text, ten thousand options are refused, and nothing to read is said', async () => {
  expect(read('1、<script>alert(1)</script>\n2、<b>二</b>').items.map(({ title }) => title)).toEqual([
    '<script>alert(1)</script>',
    '<b>二</b>',
  ])
  const many = read(`1、选\n${Array.from({ length: 10_000 }, (_, n) => `○${n}`).join('\n')}\n2、写`)
  expect(many.items).toHaveLength(1)
  expect(many.notes).toEqual([{ line: 1, message: '这一题没有读入：选项最多 50 个' }])
  const answer = await house.call(readSurveyText, { text: '大家好\n请填写' }, { token })
  expect(answer).toMatchObject({ refusal: 'NOTHING_READ' })
})

test.each([
  ['blanks', `1、选${' '.repeat(99_000)}一\n○a${' \t'.repeat(400)}b`],
  ['brackets', `1、选\n○${'（填空'.repeat(30_000)}`],
  ['dashes', `1、选\n${'-=—'.repeat(30_000)}`],
  ['questions', Array.from({ length: 9000 }, (_, n) => `${n % 1000}、问`).join('\n')],
])('A hundred thousand characters of %s take no more than their length', async (_, text) => {
  const read = (length: number) => () => readPasted(text.slice(0, length))
  // four times the length: some four times the time, not sixteen
  expect(await timesSlower(read(100_000), read(25_000))).toBeLessThan(10)
})
