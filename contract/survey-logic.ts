/** When an item is shown: a small expression over answers to earlier items. An empty answer makes every comparison false. */
export type Expression =
  | { op: 'and' | 'or'; of: readonly Expression[] }
  | { op: 'not'; of: Expression }
  /** The option is chosen (single), or among those chosen (multiple, ranking). */
  | { op: 'chose'; item: string; option: string }
  /** A number (scale, NPS, CSAT, number) compared. */
  | { op: 'eq' | 'lt' | 'le' | 'gt' | 'ge'; item: string; value: number }
  | { op: 'answered'; item: string }

/** What somebody answered to one item. Absent or empty: nothing. `other` is the text of an option that takes words. */
export type Answer =
  | { option: string; other?: string | undefined }
  | { options: readonly string[]; other?: string | undefined }
  | { number: number }
  | { text: string }
  | { day: string }
  /** 不了解, where a scale offers it. */
  | { dontKnow: true }
  /** Of a matrix: option by row. */
  | { rows: { readonly [row: string]: string } }
export type Answers = { readonly [item: string]: Answer | undefined }

/** As much of a definition as visibility needs. Items stand in the order they are asked in. */
export interface AskedItem {
  code: string
  visibleIf?: Expression | undefined
}

/** Whether an answer holds anything. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (!answer) return false
  if ('option' in answer) return answer.option !== ''
  if ('options' in answer) return answer.options.length > 0
  if ('number' in answer) return Number.isFinite(answer.number)
  if ('text' in answer) return answer.text.trim() !== ''
  if ('day' in answer) return answer.day !== ''
  if ('dontKnow' in answer) return true
  return Object.keys(answer.rows).length > 0
}

function isChosen(answer: Answer | undefined, option: string): boolean {
  if (!answer) return false
  if ('option' in answer) return answer.option === option
  return 'options' in answer && answer.options.indexOf(option) >= 0
}

function compares(op: 'eq' | 'lt' | 'le' | 'gt' | 'ge', left: number, right: number): boolean {
  if (op === 'eq') return left === right
  if (op === 'lt') return left < right
  if (op === 'le') return left <= right
  return op === 'gt' ? left > right : left >= right
}

/** Whether an expression holds for answers, which must be those of visible items alone. */
export function holds(expression: Expression, answers: Answers): boolean {
  switch (expression.op) {
    case 'and':
      return expression.of.every((part) => holds(part, answers))
    case 'or':
      return expression.of.some((part) => holds(part, answers))
    case 'not':
      return !holds(expression.of, answers)
    case 'chose':
      return isChosen(answers[expression.item], expression.option)
    case 'answered':
      return isAnswered(answers[expression.item])
    default: {
      const answer = answers[expression.item]
      return answer !== undefined && 'number' in answer && compares(expression.op, answer.number, expression.value)
    }
  }
}

/**
 * The codes of the items that are shown. One pass in their order: an expression speaks of earlier items only, and the
 * answer to a hidden one is empty to it, though the draft keeps it.
 */
export function visibleCodes(items: readonly AskedItem[], draft: Answers): Set<string> {
  const visible = new Set<string>()
  const seen: { [item: string]: Answer | undefined } = {}
  for (const { code, visibleIf } of items) {
    if (visibleIf && !holds(visibleIf, seen)) continue
    visible.add(code)
    seen[code] = draft[code]
  }
  return visible
}

/** What is handed in of a draft: answers to visible items that hold anything. */
export function submittedAnswers(items: readonly AskedItem[], draft: Answers): { [item: string]: Answer } {
  const visible = visibleCodes(items, draft)
  const submitted: { [item: string]: Answer } = {}
  for (const { code } of items) {
    const answer = draft[code]
    if (answer && visible.has(code) && isAnswered(answer)) submitted[code] = answer
  }
  return submitted
}

/** The items an expression speaks of, with the option where it names one. */
export function referencesOf(expression: Expression): { item: string; option?: string }[] {
  if (expression.op === 'not') return referencesOf(expression.of)
  if ('of' in expression) {
    const all: { item: string; option?: string }[] = []
    for (const part of expression.of) for (const reference of referencesOf(part)) all.push(reference)
    return all
  }
  if (expression.op === 'chose') return [{ item: expression.item, option: expression.option }]
  return [{ item: expression.item }]
}
