import * as v from 'valibot'
import { cleanAnswers, wrongAnswers } from '../contract/survey-answers'
import { surveyDefinition } from '../contract/survey-definition'
import type { Answer, Answers } from '../contract/survey-logic'

const options = [
  { code: 'o1', text: '早餐' },
  { code: 'o2', text: '午餐' },
  { code: 'o3', text: '其他', isOther: true },
  { code: 'o4', text: '都不吃', isExclusive: true },
]
const two = options.slice(0, 2)
const rows = [
  { code: 'r1', text: '口味' },
  { code: 'r2', text: '价格' },
]
const definition = v.parse(surveyDefinition, {
  version: 1,
  title: '食堂',
  pages: [
    {
      items: [
        { code: 'q1', kind: 'csat', title: '满意吗？', isRequired: true },
        {
          code: 'q2',
          kind: 'longText',
          title: '为什么？',
          isRequired: true,
          visibleIf: { op: 'le', item: 'q1', value: 2 },
        },
        { code: 'q3', kind: 'single', title: '常吃哪一餐？', options },
        { code: 'q4', kind: 'multiple', title: '吃哪些？', options, least: 2, most: 2 },
        { code: 'q5', kind: 'scale', title: '热吗？', from: 0, to: 10, hasDontKnow: true },
        { code: 'q6', kind: 'nps', title: '推荐吗？' },
      ],
    },
    {
      items: [
        { code: 'q7', kind: 'matrix', title: '各项如何？', rows, options: two, isRequired: true },
        { code: 'q8', kind: 'ranking', title: '排一排', options: two },
        { code: 'q9', kind: 'number', title: '几次？', min: 0, max: 21, unit: '次' },
        { code: 'q10', kind: 'text', title: '一句话' },
        { code: 'q11', kind: 'date', title: '哪一天？', min: '2026-01-01', max: '2026-12-31' },
        { code: 'q12', kind: 'section', title: '完了' },
      ],
    },
  ],
})
const right: Answers = { q1: { number: 4 }, q7: { rows: { r1: 'o1', r2: 'o2' } } }
const wrong = (more: Answers) => wrongAnswers(definition, { ...right, ...more })

test('Answers that fit are found right, also where nothing was said to what need not be answered', () => {
  expect(wrong({})).toEqual([])
  expect(
    wrong({
      q1: { number: 1 },
      q2: { text: '凉了' },
      q3: { option: 'o3', other: '夜宵' },
      q4: { options: ['o4'] },
      q5: { dontKnow: true },
      q6: { number: 0 },
      q8: { options: ['o2', 'o1'] },
      q9: { number: 2.5 },
      q10: { text: '<script>alert(1)</script>' },
      q11: { day: '2026-02-28' },
    }),
  ).toEqual([])
})

test.each<[string, string, Answer]>([
  ['rating 99 of 5', 'answers.q1.number', { number: 99 }],
  ['half a point', 'answers.q1.number', { number: 4.5 }],
  ['不了解 where it is not offered', 'answers.q1', { dontKnow: true }],
  ['a hidden answer', 'answers.q2', { text: '藏着的' }],
  ['an unknown option', 'answers.q3.option', { option: 'o9' }],
  ['words to an option that takes none', 'answers.q3.other', { option: 'o1', other: '补充' }],
  ['too many words of one’s own', 'answers.q3.other', { option: 'o3', other: '长'.repeat(101) }],
  ['exclusive with others', 'answers.q4.options', { options: ['o4', 'o1'] }],
  ['fewer than the least', 'answers.q4.options', { options: ['o1'] }],
  ['more than the most', 'answers.q4.options', { options: ['o1', 'o2', 'o3'] }],
  ['one option twice', 'answers.q4.options', { options: ['o1', 'o1'] }],
  ['an unknown one among several', 'answers.q4.options.1', { options: ['o1', 'o8'] }],
  ['a scale’s point too far', 'answers.q5.number', { number: 11 }],
  ['a recommendation below nothing', 'answers.q6.number', { number: -1 }],
  ['a row that is missing', 'answers.q7.rows.r2', { rows: { r1: 'o1' } }],
  ['an unknown row', 'answers.q7.rows.r7', { rows: { r1: 'o1', r2: 'o1', r7: 'o1' } }],
  ['an unknown option of a row', 'answers.q7.rows.r1', { rows: { r1: 'o7', r2: 'o1' } }],
  ['half an order', 'answers.q8.options', { options: ['o2'] }],
  ['below the smallest', 'answers.q9.number', { number: -1 }],
  ['beyond the greatest', 'answers.q9.number', { number: 22 }],
  ['a text too long', 'answers.q10.text', { text: '长'.repeat(201) }],
  ['no day', 'answers.q11.day', { day: '2026-02-30' }],
  ['a day too early', 'answers.q11.day', { day: '2025-12-31' }],
  ['a section answered', 'answers.q12', { text: '答' }],
  ['another kind of answer', 'answers.q9', { text: '三次' }],
  ['an unknown question', 'answers.q99', { text: '答' }],
])('Refused with its place and a sentence: %s', (_, path, answer) => {
  const found = wrong({ [path.split('.')[1] as string]: answer })
  expect(found).toEqual([{ path, message: expect.stringMatching(/^[\u4e00-\u9fff“].{3,}[^。]$/) }])
})

test('What must be answered is missed only where it is shown; blanks are no answer', () => {
  expect(wrong({ q1: undefined }).map(({ path }) => path)).toEqual(['answers.q1'])
  expect(wrong({ q1: { number: 2 } }).map(({ path }) => path)).toEqual(['answers.q2'])
  expect(wrong({ q1: { number: 2 }, q2: { text: ' 　' } }).map(({ path }) => path)).toEqual(['answers.q2'])
  expect(wrongAnswers(definition, {}).map(({ path }) => path)).toEqual(['answers.q1', 'answers.q7'])
})

test('Kept answers stand in the order of the questions and tell nothing of the order they were given in', () => {
  const kept = cleanAnswers(definition, {
    q10: { text: ' 一\u200b句\t话 ' },
    q7: { rows: { r2: 'o2', r1: 'o1' } },
    q4: { options: ['o3', 'o1'], other: ' 夜宵 ' },
    q3: { option: 'o1', other: '  ' },
    q8: { options: ['o2', 'o1'] },
    q1: { number: 4 },
    q2: { text: '藏着的' },
  })
  expect(JSON.stringify(kept)).toBe(
    JSON.stringify({
      q1: { number: 4 },
      q3: { option: 'o1' },
      q4: { options: ['o1', 'o3'], other: '夜宵' },
      q7: { rows: { r1: 'o1', r2: 'o2' } },
      q8: { options: ['o2', 'o1'] },
      q10: { text: '一句 话' },
    }),
  )
})
