import type { SurveyItem, SurveyOption } from '../../contract/survey-definition'
import type { Expression } from '../../contract/survey-logic'

export const compareNames = { eq: '等于', lt: '低于', le: '不高于', gt: '高于', ge: '不低于' }

/** The options of an item, none where it has none. */
export const optionsOf = (item: SurveyItem | undefined): readonly SurveyOption[] =>
  item && 'options' in item ? item.options : []

/** Whether an item's answer is a number. */
export const isNumeric = (item: SurveyItem | undefined): boolean =>
  item !== undefined && ['scale', 'nps', 'csat', 'number'].includes(item.kind)

const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** “第 3 题” with its number among those that ask something. */
export function numbersOf(items: readonly SurveyItem[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const item of items) if (item.kind !== 'section') numbers.set(item.code, numbers.size + 1)
  return numbers
}

/** 第 3 题 午餐吃得怎么样 */
export function nameOfItem(items: readonly SurveyItem[], code: string, most = 18): string {
  const item = items.find((each) => each.code === code)
  const number = numbersOf(items).get(code)
  if (!item) return `已删除的题（${code}）`
  const title = shorten(item.title || '（还没写题目）', most)
  return number === undefined ? title : `第 ${number} 题 ${title}`
}

/** An expression as a person says it; `isInner` puts brackets around several parts. */
export function conditionText(expression: Expression, items: readonly SurveyItem[], isInner = false): string {
  const said = (part: Expression) => conditionText(part, items, true)
  const name = (code: string) => {
    const number = numbersOf(items).get(code)
    return number === undefined ? `已删除的题（${code}）` : `第 ${number} 题`
  }
  switch (expression.op) {
    case 'and':
    case 'or': {
      const text = expression.of.map(said).join(expression.op === 'and' ? '，并且' : '，或者')
      return isInner && expression.of.length > 1 ? `（${text}）` : text
    }
    case 'not':
      if (expression.of.op === 'chose') return said(expression.of).replace('选了', '没有选')
      if (expression.of.op === 'answered') return said(expression.of).replace('答了', '没有答')
      return `不是${said(expression.of)}`
    case 'answered':
      return `${name(expression.item)}答了`
    case 'chose': {
      const item = items.find((each) => each.code === expression.item)
      const option = optionsOf(item).find((each) => each.code === expression.option)
      return `${name(expression.item)}选了“${option?.text ?? `已删除的选项（${expression.option}）`}”`
    }
    default:
      return `${name(expression.item)}${compareNames[expression.op]} ${expression.value}`
  }
}
