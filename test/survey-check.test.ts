import { readFileSync, writeFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { templateWord } from '../contract/survey'
import { findingsOf } from '../contract/survey-check'
import { surveyDefinition } from '../contract/survey-definition'
import { templateOf } from '../functions/survey/templates'
import { timesSlower } from './support/slower'

const options = ['o1', 'o2', 'o3'].map((code) => ({ code, text: `选项 ${code}` }))
const single = (code: string, more: object = {}) => ({ code, kind: 'single', title: `题 ${code}`, options, ...more })
const text = (code: string, more: object = {}) => ({ code, kind: 'text', title: `题 ${code}`, ...more })
const chose = (item: string, option: string) => ({ op: 'chose', item, option })
const not = (of: object) => ({ op: 'not', of })
const jumping = (option: string, jumpTo: string) =>
  options.map((one) => (one.code === option ? { ...one, jumpTo } : one))
const made = (items: object[], more: object = {}) =>
  v.parse(surveyDefinition, { version: 1, title: '问卷', pages: [{ items }], ...more })
const found = (items: object[], more: object = {}) =>
  findingsOf(made(items, more)).map(({ kind, level, path }) => `${level} ${kind} ${path}`)

const at = (place: number, below: string) => `pages.0.items.${place}.${below}`

test.each<[string, object[], string]>([
  ['nothing to answer', [{ code: 'q1', kind: 'section', title: '说明' }], 'error empty pages'],
  ['a code used twice', [text('q1'), text('q1')], `error doubleCode ${at(1, 'code')}`],
  [
    'an option’s code used twice',
    [single('q1', { options: [...options, { code: 'o1', text: '又一个' }] })],
    `error doubleCode ${at(0, 'options.3.code')}`,
  ],
  [
    'a condition on a question that is gone',
    [text('q2', { visibleIf: chose('q1', 'o1') })],
    `error unknownReference ${at(0, 'visibleIf')}`,
  ],
  [
    'a condition on an option that is gone',
    [single('q1'), text('q2', { visibleIf: chose('q1', 'o9') })],
    `error unknownReference ${at(1, 'visibleIf')}`,
  ],
  [
    'a text compared as a number',
    [text('q1'), text('q2', { visibleIf: { op: 'lt', item: 'q1', value: 3 } })],
    `error unknownReference ${at(1, 'visibleIf')}`,
  ],
  [
    'a condition on a later question',
    [text('q1', { visibleIf: chose('q2', 'o1') }), single('q2')],
    `error laterReference ${at(0, 'visibleIf')}`,
  ],
  [
    'a condition on itself',
    [single('q1', { visibleIf: chose('q1', 'o1') })],
    `error laterReference ${at(0, 'visibleIf')}`,
  ],
  [
    'a jump backwards',
    [text('q1'), single('q2', { options: jumping('o1', 'q1') })],
    `error laterReference ${at(1, 'options.0.jumpTo')}`,
  ],
  [
    'a jump to nowhere',
    [single('q1', { options: jumping('o2', 'q7') })],
    `error unknownReference ${at(0, 'options.1.jumpTo')}`,
  ],
  [
    'two options of one at once',
    [single('q1'), text('q2', { visibleIf: { op: 'and', of: [chose('q1', 'o1'), chose('q1', 'o2')] } })],
    `error contradiction ${at(1, 'visibleIf')}`,
  ],
  [
    'nobody skips what must be answered',
    [single('q1', { isRequired: true }), text('q2', { visibleIf: not({ op: 'answered', item: 'q1' }) })],
    `error contradiction ${at(1, 'visibleIf')}`,
  ],
  [
    'a number that is none',
    [{ code: 'q1', kind: 'nps', title: '推荐' }, text('q2', { visibleIf: { op: 'gt', item: 'q1', value: 10 } })],
    `error contradiction ${at(1, 'visibleIf')}`,
  ],
  [
    'what hides behind the hidden',
    [
      single('q1'),
      text('q2', { visibleIf: chose('q1', 'o1') }),
      text('q3', { visibleIf: { op: 'and', of: [{ op: 'answered', item: 'q2' }, chose('q1', 'o2')] } }),
    ],
    `error unreachable ${at(2, 'visibleIf')}`,
  ],
  [
    'a jump to what is then hidden',
    [single('q1', { options: jumping('o1', 'q3') }), text('q2'), text('q3', { visibleIf: chose('q1', 'o2') })],
    `error deadEnd ${at(0, 'options.0.jumpTo')}`,
  ],
  ['more demanded than there is', [{ ...single('q1'), kind: 'multiple', least: 4 }], `error deadEnd ${at(0, 'least')}`],
  [
    'a smallest beyond the greatest',
    [{ code: 'q1', kind: 'number', title: '几次', min: 5, max: 1 }],
    `error deadEnd ${at(0, 'min')}`,
  ],
  ['an opinion without 不了解', [{ code: 'q1', kind: 'csat', title: '满意吗？' }], 'hint noDontKnow pages.0.items.0'],
  [
    'too many questions to be answered with care',
    Array.from({ length: 31 }, (_, n) => text(`q${n + 1}`)),
    'hint tooLong pages',
  ],
])('Found before publishing: %s', (_, items, finding) => {
  expect(found(items)).toEqual([finding])
})

test('A cycle of conditions is found where it looks ahead, and the search for ways ends', () => {
  const cycle = [
    text('q1', { visibleIf: { op: 'answered', item: 'q2' } }),
    text('q2', { visibleIf: { op: 'answered', item: 'q1' } }),
  ]
  expect(found(cycle)).toEqual([`error laterReference ${at(0, 'visibleIf')}`])
})

test('Every option jumps past a question: nobody comes to it, and required or not makes the difference', () => {
  const past = options.map((option) => ({ ...option, jumpTo: 'q3' }))
  const items = (isRequired: boolean) => [single('q1', { isRequired, options: past }), text('q2'), text('q3')]
  expect(found(items(true))).toEqual([`error unreachable ${at(1, 'visibleIf')}`])
  expect(found(items(false))).toEqual([])
})

test('An empty page, more than a hundred questions, and a core that was changed are said', () => {
  expect(found([], { pages: [{ items: [text('q1')] }, { items: [] }] })).toEqual(['error empty pages.1'])
  const many = (from: number) => ({ items: Array.from({ length: 60 }, (_, n) => text(`q${from + n}`)) })
  expect(found([], { pages: [many(1), many(101)] })).toEqual(['error tooLong pages'])
  const core = JSON.parse(JSON.stringify(templateOf('core')))
  core.pages[0].items[1].title = '食堂好不好？'
  core.pages[0].items.pop()
  expect(findingsOf(core).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'lockedChanged pages.0.items.1',
    'lockedChanged pages',
  ])
})

test('A hundred questions that all depend on each other are judged: the time grows no faster than the cube of their number', async () => {
  const chain = (length: number) => {
    const items = Array.from({ length }, (_, n) => ({
      ...single(`q${n + 1}`, { options: jumping('o3', `q${Math.min(n + 3, length)}`) }),
      kind: 'multiple',
      ...(n > 0 ? { visibleIf: { op: 'or', of: [chose(`q${n}`, 'o1'), not({ op: 'answered', item: `q${n}` })] } } : {}),
    }))
    items[length - 1] = { ...items[length - 1], options } as (typeof items)[number]
    return made(items)
  }
  const judge = (length: number) => () => findingsOf(chain(length)).filter(({ level }) => level === 'error')
  expect(judge(100)()).toEqual([])
  expect(await timesSlower(judge(100), judge(50))).toBeLessThan(10)
})

test('Every template but the blank one can be published as it is; the core asks eight', () => {
  for (const word of templateWord.options) {
    const template = templateOf(word)
    expect(v.parse(surveyDefinition, template)).toEqual(template)
    if (word !== 'blank') expect(findingsOf(template)).toEqual([])
  }
  expect(templateOf('core').pages[0]?.items).toHaveLength(8)
})

test('The published JSON Schema is the one definitions are judged by', () => {
  const schema = toJsonSchema(surveyDefinition, { errorMode: 'ignore', typeMode: 'input' })
  const head = { title: 'Guanjia survey definition, version 1' }
  const written = `${JSON.stringify({ ...head, ...schema }, null, 1)}\n`
  const path = 'docs/survey-definition.schema.json'
  if (process.env.WRITE_SCHEMA) writeFileSync(path, written)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(written))
})
