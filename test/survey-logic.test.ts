import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { SurveyModel } from 'survey-core'
import type { SurveyDefinition, SurveyItem } from '../contract/survey-definition'
import { askedItems } from '../contract/survey-jumps'
import { type Answer, type Expression, submittedAnswers, visibleCodes } from '../contract/survey-logic'

type Random = (below: number) => number
type Draft = { [item: string]: Answer }

/** Numbers that are the same at each run (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const mostQuestions = 6
const operators = ['eq', 'lt', 'le', 'gt', 'ge'] as const
const signs = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' }

function randomExpression(random: Random, before: readonly SurveyItem[], depth: number): Expression {
  const sort = depth === 0 ? 3 : random(6)
  const parts = () => Array.from({ length: 1 + random(3) }, () => randomExpression(random, before, depth - 1))
  if (sort < 2) return { op: sort === 0 ? 'and' : 'or', of: parts() }
  if (sort === 2) return { op: 'not', of: randomExpression(random, before, depth - 1) }
  const item = before[random(before.length)] as SurveyItem
  if ('options' in item && random(4) > 0) return { op: 'chose', item: item.code, option: `o${1 + random(4)}` }
  if ((item.kind === 'csat' || item.kind === 'number') && random(4) > 0)
    return { op: operators[random(5)] ?? 'eq', item: item.code, value: 1 + random(5) }
  return { op: 'answered', item: item.code }
}

function randomDefinition(random: Random): SurveyDefinition {
  const items: SurveyItem[] = []
  const length = 3 + random(mostQuestions - 2)
  for (let at = 1; at <= length; at++) {
    const asked = { code: `q${at}`, title: `第 ${at} 题`, hint: '', isRequired: false }
    const options = [1, 2, 3, 4].map((option) => ({
      code: `o${option}`,
      text: `选项 ${option}`,
      ...(random(6) === 0 && at < length ? { jumpTo: `q${at + 1 + random(length - at)}` } : {}),
    }))
    const visibleIf = at > 1 && random(2) === 0 ? randomExpression(random, items, 3) : undefined
    const kinds: SurveyItem[] = [
      { ...asked, kind: 'single', options, isRandom: false, visibleIf },
      { ...asked, kind: 'multiple', options, isRandom: false, least: 0, visibleIf },
      { ...asked, kind: 'csat', hasDontKnow: true, visibleIf },
      { ...asked, kind: 'number', unit: '', visibleIf },
      { ...asked, kind: 'text', visibleIf },
    ]
    items.push(kinds[random(5)] as SurveyItem)
  }
  const middle = random(length)
  const pages = [{ items: items.slice(0, middle) }, { items: items.slice(middle) }]
  return { version: 1, title: '随机', intro: '', thanks: '', pages }
}

function randomAnswer(random: Random, { kind }: SurveyItem): Answer | undefined {
  if (random(5) === 0) return undefined
  if (kind === 'single') return { option: `o${1 + random(4)}` }
  if (kind === 'multiple') return { options: ['o1', 'o2', 'o3', 'o4'].filter(() => random(2) === 0) }
  if (kind === 'text') return { text: random(3) === 0 ? '' : '有' }
  return kind === 'csat' && random(6) === 0 ? { dontKnow: true } : { number: 1 + random(5) }
}

// The same questionnaire said to SurveyJS in its own words, jumps included: written apart from what it is to judge.
function said(expression: Expression, kinds: ReadonlyMap<string, string>): string {
  if (expression.op === 'not') return `!(${said(expression.of, kinds)})`
  if ('of' in expression) return `(${expression.of.map((part) => said(part, kinds)).join(` ${expression.op} `)})`
  if (expression.op === 'answered') return `({${expression.item}} notempty)`
  if (expression.op !== 'chose') return `({${expression.item}} ${signs[expression.op]} ${expression.value})`
  const verb = kinds.get(expression.item) === 'multiple' ? 'contains' : '='
  return `({${expression.item}} ${verb} '${expression.option}')`
}

// One model for all, since making one takes longer than everything it is asked. Conditions are about values: it is the
// same to them by which kind of field a value came.
const model = new SurveyModel({
  clearInvisibleValues: 'onHidden',
  elements: Array.from({ length: mostQuestions }, (_, at) => ({ type: 'text', name: `q${at + 1}` })),
})

function tellModel(definition: SurveyDefinition): void {
  const all = definition.pages.flatMap(({ items }) => items)
  const kinds = new Map(all.map(({ code, kind }) => [code, kind]))
  model.data = {}
  model.getAllQuestions().forEach((question, at) => {
    const over = all.slice(0, at).flatMap((from) => {
      const options = 'options' in from ? from.options : []
      return options
        .filter(({ jumpTo }) => jumpTo !== undefined && all.findIndex(({ code }) => code === jumpTo) > at)
        .map(({ code }) => `!${said({ op: 'chose', item: from.code, option: code }, kinds)}`)
    })
    const own = all[at]?.visibleIf
    const condition = [...(own ? [said(own, kinds)] : []), ...over].join(' and ')
    if (question.visibleIf !== condition) question.visibleIf = condition
  })
}

const plain = (answer: Answer | undefined) => {
  if (!answer) return undefined
  if ('option' in answer) return answer.option
  if ('options' in answer) return answer.options
  if ('number' in answer) return answer.number
  return 'dontKnow' in answer ? 'none' : 'text' in answer ? answer.text || undefined : undefined
}

/** Answers as somebody does: from the top, whatever is shown. */
function answerAll(codes: readonly string[], draft: Draft): string[] {
  for (const code of codes) {
    const value = plain(draft[code])
    const question = model.getQuestionByName(code)
    if (question.isVisible && (value !== undefined || !question.isEmpty())) model.setValue(code, value)
  }
  return codes.filter((code) => model.getQuestionByName(code).isVisible)
}

test('Five thousand random questionnaires show the same questions here and in SurveyJS, before and after a change of mind', () => {
  let hidden = 0
  for (let seed = 1; seed <= 5000; seed++) {
    const random = randomFrom(seed)
    const definition = randomDefinition(random)
    const items = askedItems(definition)
    const codes = items.map(({ code }) => code)
    tellModel(definition)
    const draft: Draft = {}
    const change = (item: SurveyItem) => {
      const answer = randomAnswer(random, item)
      if (answer) draft[item.code] = answer
      else delete draft[item.code]
    }
    for (const item of items) change(item)
    for (const round of seed % 5 === 0 ? [1, 2] : [1]) {
      const theirs = answerAll(codes, draft)
      const ours = codes.filter((code) => visibleCodes(items, draft).has(code))
      if (ours.join() !== theirs.join())
        throw new Error(`${seed}/${round}: ${ours} ≠ ${theirs} ${JSON.stringify({ definition, draft })}`)
      expect(Object.keys(submittedAnswers(items, draft)).sort()).toEqual(Object.keys(model.data).sort())
      hidden += codes.length - ours.length
      change(items[random(items.length)] as SurveyItem)
    }
  }
  expect(hidden).toBeGreaterThan(5000)
})

test('A hidden answer stays in the draft, is empty to every condition and is not handed in', () => {
  const items = [
    { code: 'q1' },
    { code: 'q2', visibleIf: { op: 'chose', item: 'q1', option: 'o1' } as const },
    { code: 'q3', visibleIf: { op: 'answered', item: 'q2' } as const },
  ]
  const draft: Draft = { q1: { option: 'o2' }, q2: { text: '写过' }, q3: { number: 3 } }
  expect([...visibleCodes(items, draft)]).toEqual(['q1'])
  expect(submittedAnswers(items, draft)).toEqual({ q1: { option: 'o2' } })
  expect([...visibleCodes(items, { ...draft, q1: { option: 'o1' } })]).toEqual(['q1', 'q2', 'q3'])
})

test('The engine is below 5 KB on the phone', () => {
  const source = readFileSync('contract/survey-logic.ts', 'utf8')
  const { code } = transformSync(source, { loader: 'ts', minify: true, target: 'es2017', format: 'esm' })
  expect(Buffer.byteLength(code)).toBeGreaterThan(500)
  expect(Buffer.byteLength(code)).toBeLessThan(5 * 1024)
})
