import { pointsOf } from '../../contract/survey-answers'
import type { SurveyItem } from '../../contract/survey-definition'
import type { Answer } from '../../contract/survey-logic'

const chosenOf = (answer: Answer | undefined) => (answer && 'options' in answer ? answer.options : [])

/** The codes with one more at the end, or without the one that was among them. */
export const toggled = (codes: readonly string[], code: string): string[] =>
  codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]

/** The answer when these are ticked: one that stands alone and the others put each other out, written words stay. */
export function chosenTogether(
  { options }: Extract<SurveyItem, { kind: 'multiple' }>,
  before: Answer | undefined,
  codes: readonly string[],
): Answer {
  const alone = options.filter(({ isExclusive }) => isExclusive).map(({ code }) => code)
  const added = codes.find((code) => !chosenOf(before).includes(code))
  const kept = added && alone.includes(added) ? [added] : codes.filter((code) => !alone.includes(code))
  const other = before && 'other' in before ? before.other : undefined
  const takesWords = options.some(({ code, isOther }) => isOther && kept.includes(code))
  return other !== undefined && takesWords ? { options: kept, other } : { options: kept }
}

/**
 * The answer after a digit was typed at a question: the point, or the option that stands in that place; of a matrix in
 * the row that is typed at. A 0 after a 1 is 10 where there is a ten. Undefined: the digit says nothing here.
 */
export function answerByKey(
  item: SurveyItem,
  before: Answer | undefined,
  digit: number,
  row: string | undefined,
): Answer | undefined {
  if (item.kind === 'csat' || item.kind === 'nps' || item.kind === 'scale') {
    const { from, to } = pointsOf(item)
    const isTen = digit === 0 && to === 10 && before !== undefined && 'number' in before && before.number === 1
    const point = isTen ? 10 : digit
    return point >= from && point <= to ? { number: point } : undefined
  }
  if (!('options' in item)) return undefined
  const code = item.options[digit - 1]?.code
  if (code === undefined) return undefined
  if (item.kind === 'single') return before && 'option' in before && before.option === code ? before : { option: code }
  if (item.kind === 'multiple') return chosenTogether(item, before, toggled(chosenOf(before), code))
  if (item.kind === 'ranking') return { options: toggled(chosenOf(before), code) }
  if (row === undefined) return undefined
  return { rows: { ...(before && 'rows' in before ? before.rows : {}), [row]: code } }
}
