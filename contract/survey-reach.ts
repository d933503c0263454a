import { pointsOf } from './survey-answers'
import type { SurveyItem } from './survey-definition'
import { type Answer, type Answers, type Expression, holds, referencesOf } from './survey-logic'

/** Options of one item told apart by their choices; beyond so many, or so many steps, everything counts as possible. */
const mostSubsets = 8
const mostSteps = 4000

/** `undefined`: not known before the items in `open` are answered. */
function couldHold(expression: Expression, answers: Answers, open: ReadonlySet<string>): boolean | undefined {
  if (expression.op === 'not') {
    const inner = couldHold(expression.of, answers, open)
    return inner === undefined ? undefined : !inner
  }
  if ('of' in expression) {
    const decisive = expression.op === 'or'
    let isKnown = true
    for (const part of expression.of) {
      const known = couldHold(part, answers, open)
      if (known === decisive) return decisive
      if (known === undefined) isKnown = false
    }
    return isKnown ? !decisive : undefined
  }
  return open.has(expression.item) ? undefined : holds(expression, answers)
}

/** The comparisons an expression makes of one item. */
function leavesOf(expression: Expression, item: string): Expression[] {
  if (expression.op === 'not') return leavesOf(expression.of, item)
  if (!('of' in expression)) return expression.item === item ? [expression] : []
  const leaves: Expression[] = []
  for (const part of expression.of) leaves.push(...leavesOf(part, item))
  return leaves
}

/** Choices of several: each set of the options spoken of, filled up with others to the least there must be. */
function choicesOf(item: Extract<SurveyItem, { kind: 'multiple' }>, spoken: ReadonlySet<string>) {
  const told = item.options.filter(({ code }) => spoken.has(code))
  if (told.length > mostSubsets) return undefined
  const others = item.options.filter(({ code, isExclusive }) => !spoken.has(code) && !isExclusive)
  const choices: Answer[] = item.options
    .filter(({ code, isExclusive }) => isExclusive && !spoken.has(code))
    .map(({ code }) => ({ options: [code] }))
  for (let mask = 0; mask < 2 ** told.length; mask++) {
    const chosen = told.filter((_, bit) => mask & (1 << bit))
    const isAlone = chosen.some(({ isExclusive }) => isExclusive)
    const missing = isAlone ? 0 : Math.max(0, Math.max(item.least, 1) - chosen.length)
    const options = [...chosen, ...others.slice(0, missing)].map(({ code }) => code)
    if (isAlone ? options.length > 1 : options.length < Math.max(item.least, 1)) continue
    if (item.most === undefined || options.length <= item.most) choices.push({ options })
  }
  return choices
}

function numbersOf(item: Extract<SurveyItem, { kind: 'number' }>, leaves: readonly Expression[]): Answer[] {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = item
  const numbers = [0]
  if (item.min !== undefined) numbers.push(item.min)
  if (item.max !== undefined) numbers.push(item.max)
  const compared = leaves.map((leaf) => ('value' in leaf ? leaf.value : 0)).sort((a, b) => a - b)
  compared.forEach((value, index) => {
    const next = compared[index + 1]
    numbers.push(value - 1, value, value + 1)
    if (next !== undefined) numbers.push((value + next) / 2)
  })
  return numbers.filter((number) => number >= min && number <= max).map((number) => ({ number }))
}

/** Whatever may be answered to an item, as far as `leaves` can tell it apart; undefined: too much to go through. */
function answersTo(item: SurveyItem, leaves: readonly Expression[]): Answer[] | undefined {
  switch (item.kind) {
    case 'single':
      return item.options.map(({ code }) => ({ option: code }))
    case 'multiple': {
      const spoken = new Set(leaves.map((leaf) => (leaf.op === 'chose' ? leaf.option : '')))
      return choicesOf(item, spoken)
    }
    case 'ranking':
      return [{ options: item.options.map(({ code }) => code) }]
    case 'scale':
    case 'nps':
    case 'csat': {
      const { from, to, hasDontKnow } = pointsOf(item)
      const points: Answer[] = hasDontKnow ? [{ dontKnow: true }] : []
      for (let number = from; number <= to; number++) points.push({ number })
      return points
    }
    case 'number':
      return numbersOf(item, leaves)
    case 'matrix':
      return [{ rows: { r1: 'o1' } }]
    case 'section':
      return []
    default:
      return [{ text: '有' }]
  }
}

/** One answer of each sort, nothing among them where nothing need be answered. */
function sortsOf(item: SurveyItem, leaves: readonly Expression[]): (Answer | undefined)[] | undefined {
  const all: (Answer | undefined)[] | undefined = answersTo(item, leaves)
  if (!all) return undefined
  if (!('isRequired' in item) || !item.isRequired) all.push(undefined)
  const sorts = new Map<string, Answer | undefined>()
  for (const answer of all) sorts.set(leaves.map((leaf) => +holds(leaf, { [item.code]: answer })).join(''), answer)
  return [...sorts.values()]
}

/** Those of `items` that an expression speaks of, and those that decide whether they are shown, in order. */
function involved(items: readonly SurveyItem[], expression: Expression): SurveyItem[] {
  const codes = new Set(referencesOf(expression).map(({ item }) => item))
  const found: SurveyItem[] = []
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]
    if (!item || !codes.has(item.code)) continue
    found.unshift(item)
    for (const reference of item.visibleIf ? referencesOf(item.visibleIf) : []) codes.add(reference.item)
  }
  return found
}

/**
 * Whether somebody who answers as demanded can come to where the expression holds. It goes through the answers that make
 * a difference; what would take too long counts as possible, so that nothing right is called wrong.
 */
export function isPossible(items: readonly SurveyItem[], expression: Expression): boolean {
  const asked = involved(items, expression)
  const conditions = [expression, ...asked.map(({ visibleIf }) => visibleIf)]
  const sorts = asked.map((item) => {
    const leaves: Expression[] = []
    for (const condition of conditions) if (condition) leaves.push(...leavesOf(condition, item.code))
    return sortsOf(item, leaves)
  })
  const open = new Set(asked.map(({ code }) => code))
  const answers: { [item: string]: Answer | undefined } = {}
  let steps = 0

  function from(at: number): boolean {
    const known = couldHold(expression, answers, open)
    const item = asked[at]
    if (known === false) return false
    if (!item) return known === true
    if (++steps > mostSteps) return true
    const isShown = !item.visibleIf || holds(item.visibleIf, answers)
    const tried = isShown ? sorts[at] : [undefined]
    if (!tried) return true
    open.delete(item.code)
    const reached = tried.some((answer) => {
      answers[item.code] = answer
      return from(at + 1)
    })
    answers[item.code] = undefined
    open.add(item.code)
    return reached
  }
  return from(0)
}
