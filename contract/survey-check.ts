import type { SurveyFinding } from './survey'
import { mostItems, type SurveyDefinition, type SurveyItem } from './survey-definition'
import { askedItems, jumpsOf } from './survey-jumps'
import { lockedCores } from './survey-locked-core'
import type { Expression } from './survey-logic'
import { isPossible } from './survey-reach'

/** A survey beyond so many questions, or so many seconds, is left half done. */
const manyQuestions = 30
const longSeconds = 600

const seconds: Record<SurveyItem['kind'], number> = {
  single: 6,
  multiple: 9,
  scale: 6,
  nps: 6,
  csat: 5,
  matrix: 5,
  ranking: 15,
  number: 8,
  text: 15,
  longText: 25,
  date: 8,
  section: 5,
}
const judging = /满意|同意|认可|合适|评价|好用|方便/

type Kind = SurveyFinding['kind']

/** An item where it stands: its position among all, its place in the definition, the name people know it by. */
interface Placed {
  item: SurveyItem
  at: number
  path: string
}
type Say = (placed: Placed, below: string, level: SurveyFinding['level'], kind: Kind, message: string) => void

function placedItems({ pages }: SurveyDefinition): Placed[] {
  const placed: Placed[] = []
  pages.forEach(({ items }, page) => {
    items.forEach((item, index) => {
      placed.push({ item, at: placed.length, path: `pages.${page}.items.${index}` })
    })
  })
  return placed
}

const shortened = (title: string) => ([...title].length > 15 ? `${[...title].slice(0, 15).join('')}…` : title)
const repeated = <T>(all: readonly T[]) => all.findIndex((one, index) => all.indexOf(one) < index)

function checkCodes(all: readonly Placed[], say: Say) {
  const codes = all.map(({ item }) => item.code)
  for (const placed of all) {
    const { item, at } = placed
    if (codes.indexOf(item.code) < at)
      say(placed, 'code', 'error', 'doubleCode', `编号 ${item.code} 用了两次，请改成别的编号`)
    if (!('options' in item)) continue
    const double = repeated(item.options.map(({ code }) => code))
    if (double >= 0) say(placed, `options.${double}.code`, 'error', 'doubleCode', '有两个选项的编号一样，请改掉一个')
    const same = repeated(item.options.map(({ text }) => text))
    if (same >= 0)
      say(
        placed,
        `options.${same}.text`,
        'hint',
        'doubleCode',
        `选项“${item.options[same]?.text}”出现了两次，请删掉一个`,
      )
    if (item.kind === 'matrix' && repeated(item.rows.map(({ code }) => code)) >= 0)
      say(placed, 'rows', 'error', 'doubleCode', '有两行的编号一样，请改掉一个')
  }
}

const isCompared = ({ kind }: SurveyItem) => kind === 'scale' || kind === 'nps' || kind === 'csat' || kind === 'number'

function comparisonsOf(expression: Expression): Exclude<Expression, { of: unknown }>[] {
  if (expression.op === 'not') return comparisonsOf(expression.of)
  if (!('of' in expression)) return [expression]
  const found: Exclude<Expression, { of: unknown }>[] = []
  for (const part of expression.of) found.push(...comparisonsOf(part))
  return found
}

function checkReferences(all: readonly Placed[], say: Say) {
  const byCode = new Map(all.map((placed) => [placed.item.code, placed]))
  for (const placed of all) {
    const { item, at } = placed
    for (const comparison of item.visibleIf ? comparisonsOf(item.visibleIf) : []) {
      const target = byCode.get(comparison.item)
      const wrong = (kind: Kind, message: string) => say(placed, 'visibleIf', 'error', kind, message)
      if (!target) wrong('unknownReference', '显示条件里的题目已不存在，请重新选择')
      else if (target.at >= at)
        wrong(
          'laterReference',
          `显示条件只能看前面的题目，“${shortened(target.item.title)}”在它后面或就是它自己，请改条件或调整顺序`,
        )
      else if (comparison.op === 'chose') {
        const { item: other } = target
        if (
          !('options' in other) ||
          other.kind === 'matrix' ||
          !other.options.some(({ code }) => code === comparison.option)
        )
          wrong('unknownReference', `“${shortened(other.title)}”已没有条件里的选项，请重新选择`)
      } else if (comparison.op !== 'answered' && !isCompared(target.item))
        wrong('unknownReference', `“${shortened(target.item.title)}”的答案不是数字，不能比较大小，请重新选择条件`)
    }
    if (!('options' in item)) continue
    item.options.forEach(({ jumpTo, text }, index) => {
      if (jumpTo === undefined) return
      const below = `options.${index}.jumpTo`
      const target = byCode.get(jumpTo)
      if (item.kind === 'matrix') say(placed, below, 'error', 'unknownReference', '矩阵题的选项不能跳题，请去掉')
      else if (!target) say(placed, below, 'error', 'unknownReference', `“${text}”要跳到的题目已不存在，请重新选择`)
      else if (target.at <= at) say(placed, below, 'error', 'laterReference', `“${text}”只能跳到后面的题目，请重新选择`)
    })
  }
}

/** Whether nobody could answer the item as it demands. */
function unanswerable(item: SurveyItem): string | undefined {
  if (item.kind === 'multiple') {
    if (item.most !== undefined && item.least > item.most) return '最少要选的比最多能选的还多，请改小“最少选”'
    if (item.least > item.options.filter(({ isExclusive }) => !isExclusive).length)
      return '最少要选的比选项还多，请改小“最少选”'
  }
  if ((item.kind === 'number' || item.kind === 'date') && item.min !== undefined && item.max !== undefined)
    if (item.min > item.max) return '最小的比最大的还大，没有人能回答，请改正'
  return undefined
}

function checkReach(all: readonly Placed[], definition: SurveyDefinition, say: Say) {
  const asked = askedItems(definition)
  const alone = asked.map((item): SurveyItem => ({ ...item, visibleIf: undefined }))
  for (const placed of all) {
    const { item, at } = placed
    const blocked = unanswerable(item)
    if (blocked) say(placed, item.kind === 'multiple' ? 'least' : 'min', 'error', 'deadEnd', blocked)
    const condition = asked[at]?.visibleIf
    if (!condition || isPossible(asked.slice(0, at), condition)) continue
    if (item.visibleIf && !isPossible(alone.slice(0, at), item.visibleIf))
      say(placed, 'visibleIf', 'error', 'contradiction', '显示条件自相矛盾，这道题永远不会出现，请改条件')
    else say(placed, 'visibleIf', 'error', 'unreachable', '不管怎么回答，都走不到这道题，请检查前面的跳题和显示条件')
  }
  for (const { item, option, at, target } of jumpsOf(all.map((placed) => placed.item))) {
    const chosen: Expression = { op: 'chose', item, option }
    const condition = asked[target]?.visibleIf
    const placed = all[at]
    if (!placed || !condition || !isPossible(asked.slice(0, target), chosen)) continue
    if (isPossible(asked.slice(0, target), { op: 'and', of: [chosen, condition] })) continue
    const place = 'options' in placed.item ? placed.item.options.findIndex(({ code }) => code === option) : 0
    const text = 'options' in placed.item ? placed.item.options[place]?.text : ''
    say(
      placed,
      `options.${place}.jumpTo`,
      'error',
      'deadEnd',
      `选“${text}”要跳到的题目，在这种情况下不会出现，请重新选择`,
    )
  }
}

function lacksDontKnow(item: SurveyItem): boolean {
  if (item.kind === 'csat' || item.kind === 'scale') return !item.hasDontKnow
  if (item.kind !== 'matrix' && item.kind !== 'single') return false
  if (item.options.some(({ isDontKnow }) => isDontKnow)) return false
  return judging.test(item.title) || item.options.some(({ text }) => judging.test(text))
}

function lengthOf(all: readonly Placed[]): { questions: number; seconds: number } {
  let total = 0
  for (const { item } of all) total += seconds[item.kind] * (item.kind === 'matrix' ? item.rows.length : 1)
  return { questions: all.filter(({ item }) => item.kind !== 'section').length, seconds: total }
}

/** The core as it was locked against what it has become: a question that was changed cannot be compared with rounds before. */
function checkLocked(
  all: readonly Placed[],
  coreVersion: string,
  add: (path: string, kind: Kind, message: string) => void,
) {
  const locked = lockedCores[coreVersion]
  if (!locked) return add('coreVersion', 'lockedChanged', '不认识这个版本的季度核心题，结果不能与往期比较')
  const words = (item: SurveyItem) => [
    item.kind,
    item.title,
    'options' in item ? item.options.map(({ code, text }) => [code, text]) : [],
  ]
  for (const core of locked) {
    const found = all.find(({ item }) => item.code === core.code)
    if (!found) add('pages', 'lockedChanged', `少了核心题“${core.title}”，它的结果将不能与往期比较`)
    else if (JSON.stringify(words(found.item)) !== JSON.stringify(words(core)))
      add(found.path, 'lockedChanged', `核心题“${core.title}”被改过，它的结果将不能与往期比较；要比较请改回原样`)
  }
}

/**
 * What is to be put right in a definition before it can be published (`error`), and what is worth a look (`hint`).
 * Questions nobody can come to are found by going through the answers that make a difference.
 */
export function findingsOf(definition: SurveyDefinition): SurveyFinding[] {
  const all = placedItems(definition)
  const findings: SurveyFinding[] = []
  const say: Say = ({ item, path }, below, level, kind, message) =>
    findings.push({ path: below === '' ? path : `${path}.${below}`, item: item.code, level, kind, message })
  const add = (path: string, level: SurveyFinding['level'], kind: Kind, message: string) =>
    findings.push({ path, level, kind, message })

  const length = lengthOf(all)
  if (length.questions === 0)
    return [{ path: 'pages', level: 'error', kind: 'empty', message: '还没有题目，请先添加题目' }]
  if (all.length > mostItems) {
    const message = `共 ${all.length} 题，最多 ${mostItems} 题，请删掉一些或分成两份问卷`
    return [{ path: 'pages', level: 'error', kind: 'tooLong', message }]
  }
  definition.pages.forEach(({ items }, page) => {
    if (items.length === 0) add(`pages.${page}`, 'error', 'empty', `第 ${page + 1} 页没有题目，请添加题目或删除这一页`)
  })
  checkCodes(all, say)
  checkReferences(all, say)
  // what cannot be told apart, or does not exist, cannot be reached for other reasons
  if (!findings.some(({ level }) => level === 'error')) checkReach(all, definition, say)
  if (length.questions > manyQuestions || length.seconds > longSeconds) {
    const minutes = Math.ceil(length.seconds / 60)
    add(
      'pages',
      'hint',
      'tooLong',
      `共 ${length.questions} 题，大约要 ${minutes} 分钟，很多人答不完；建议只留最想知道的`,
    )
  }
  for (const placed of all)
    if (lacksDontKnow(placed.item)) say(placed, '', 'hint', 'noDontKnow', '没用过的人只能乱选，建议加上“不了解”')
  if (definition.coreVersion !== undefined)
    checkLocked(all, definition.coreVersion, (path, kind, message) => add(path, 'hint', kind, message))
  return findings
}
