import * as v from 'valibot'
import { day, optionalText, text } from './fields'
import type { Expression } from './survey-logic'

/** The JSON form of a definition; another number is another form. */
export const definitionVersion = 1
export const mostItems = 100
export const mostOptions = 50
export const mostRows = 20

/** How deep expressions may nest, and of how many parts they may be. */
const deepest = 5
const mostParts = 20

const itemCode = v.pipe(v.string(), v.regex(/^q\d{1,4}$/, '题目编号应为 q 加数字，例如 q1'))
const optionCode = v.pipe(v.string(), v.regex(/^o\d{1,4}$/, '选项编号应为 o 加数字，例如 o1'))
const rowCode = v.pipe(v.string(), v.regex(/^r\d{1,4}$/, '行编号应为 r 加数字，例如 r1'))

const leaf = [
  v.strictObject({ op: v.literal('chose'), item: itemCode, option: optionCode }),
  v.strictObject({
    op: v.picklist(['eq', 'lt', 'le', 'gt', 'ge']),
    item: itemCode,
    value: v.pipe(v.number(), v.finite()),
  }),
  v.strictObject({ op: v.literal('answered'), item: itemCode }),
] as const

/** Whether an expression nests no deeper than `left` levels; it looks no further than that. */
function nestsWithin(expression: unknown, left: number): boolean {
  if (typeof expression !== 'object' || expression === null || !('of' in expression)) return true
  if (left === 0) return false
  const { of } = expression
  return Array.isArray(of) ? of.every((part) => nestsWithin(part, left - 1)) : nestsWithin(of, left - 1)
}

const node: v.GenericSchema<Expression> = v.union(
  [
    ...leaf,
    v.strictObject({
      op: v.picklist(['and', 'or']),
      of: v.pipe(v.array(v.lazy(() => node)), v.minLength(1, '至少写一个条件'), v.maxLength(mostParts, '条件太多')),
    }),
    v.strictObject({ op: v.literal('not'), of: v.lazy(() => node) }),
  ],
  '显示条件不完整，请重新选择',
)
// what nests too deep is refused before anything goes down into it
const tooDeep: v.GenericSchema<Expression> = v.never('显示条件写得太深，请分成几道题')
const condition = v.lazy((input) => (nestsWithin(input, deepest) ? node : tooDeep))
export const visibleIf = v.optional(condition)

export const surveyOption = v.strictObject({
  code: optionCode,
  text: text(100, '选项'),
  /** Takes words of one's own. */
  isOther: v.optional(v.literal(true)),
  /** Chosen alone, among several. */
  isExclusive: v.optional(v.literal(true)),
  /** 不了解: an answer that figures leave out of means and shares of satisfaction. */
  isDontKnow: v.optional(v.literal(true)),
  /** The item that is asked next; what stands between is not shown. Compiled to visibility when published. */
  jumpTo: v.optional(itemCode),
})
export type SurveyOption = v.InferOutput<typeof surveyOption>

const asked = {
  code: itemCode,
  title: text(200, '题目'),
  hint: optionalText(200, '说明'),
  isRequired: v.optional(v.boolean(), false),
  visibleIf,
}
const options = v.pipe(
  v.array(surveyOption),
  v.minLength(2, '至少要有两个选项'),
  v.maxLength(mostOptions, `选项最多 ${mostOptions} 个`),
)
const isRandom = v.optional(v.boolean(), false)
const whole = v.pipe(v.number(), v.integer('应为整数'), v.minValue(-1_000_000_000), v.maxValue(1_000_000_000))

export const surveyItem = v.variant('kind', [
  v.strictObject({ ...asked, kind: v.literal('single'), options, isRandom }),
  v.strictObject({
    ...asked,
    kind: v.literal('multiple'),
    options,
    isRandom,
    least: v.optional(v.pipe(whole, v.minValue(0)), 0),
    most: v.optional(v.pipe(whole, v.minValue(1))),
  }),
  /** Points from one end to the other, both named. CSAT is 1 to 5, NPS 0 to 10, their ends are fixed. */
  v.strictObject({
    ...asked,
    kind: v.literal('scale'),
    from: v.pipe(whole, v.minValue(0), v.maxValue(1)),
    to: v.pipe(whole, v.minValue(2), v.maxValue(10)),
    lowLabel: optionalText(20, '左端的字'),
    highLabel: optionalText(20, '右端的字'),
    hasDontKnow: v.optional(v.boolean(), false),
  }),
  v.strictObject({ ...asked, kind: v.literal('nps') }),
  v.strictObject({ ...asked, kind: v.literal('csat'), hasDontKnow: v.optional(v.boolean(), false) }),
  v.strictObject({
    ...asked,
    kind: v.literal('matrix'),
    rows: v.pipe(
      v.array(v.strictObject({ code: rowCode, text: text(100, '行') })),
      v.minLength(1, '至少要有一行'),
      v.maxLength(mostRows, `最多 ${mostRows} 行`),
    ),
    options,
  }),
  v.strictObject({ ...asked, kind: v.literal('ranking'), options, isRandom }),
  v.strictObject({
    ...asked,
    kind: v.literal('number'),
    min: v.optional(whole),
    max: v.optional(whole),
    unit: optionalText(10, '单位'),
  }),
  v.strictObject({ ...asked, kind: v.literal('text') }),
  v.strictObject({ ...asked, kind: v.literal('longText') }),
  v.strictObject({ ...asked, kind: v.literal('date'), min: v.optional(day), max: v.optional(day) }),
  v.strictObject({
    code: itemCode,
    title: text(200, '标题'),
    hint: optionalText(2000, '正文'),
    kind: v.literal('section'),
    visibleIf,
  }),
])
export type SurveyItem = v.InferOutput<typeof surveyItem>
export type ItemKind = SurveyItem['kind']

/** Longest answers in characters. */
export const mostCharacters = { text: 200, longText: 2000, other: 100 }

/** A questionnaire as data. Pages follow each other; all items together are asked in their order. */
export const surveyDefinition = v.strictObject({
  version: v.literal(definitionVersion, '问卷文件的版本不对，请用本系统导出的文件'),
  title: text(60, '问卷标题'),
  intro: optionalText(1000, '开头的话'),
  thanks: optionalText(200, '结束的话'),
  pages: v.pipe(
    v.array(
      v.strictObject({
        items: v.pipe(v.array(surveyItem), v.maxLength(mostItems, `一页最多 ${mostItems} 题`)),
      }),
    ),
    v.minLength(1, '至少要有一页'),
    v.maxLength(50, '最多 50 页'),
  ),
  /** Codes of the eight locked questions of the quarterly core this was made from; comparison follows them. */
  coreVersion: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d$/))),
})
export type SurveyDefinition = v.InferOutput<typeof surveyDefinition>

/** All items in the order they are asked. */
export function itemsOf({ pages }: Pick<SurveyDefinition, 'pages'>): SurveyItem[] {
  const items: SurveyItem[] = []
  for (const page of pages) items.push(...page.items)
  return items
}
