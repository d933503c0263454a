import { cleanText } from './fields'
import { mostCharacters, type SurveyDefinition, type SurveyItem } from './survey-definition'
import { askedItems } from './survey-jumps'
import { type Answer, type Answers, isAnswered, submittedAnswers, visibleCodes } from './survey-logic'
import { isDay } from './zone'

/** What is wrong with an answer: where (`answers.q3.other`), and what to do about it, in Chinese. */
export interface WrongAnswer {
  path: string
  message: string
}

/** Says of something that it is wrong; `below` is what within the answer. */
type Say = (message: string, below?: string) => void
type ItemOf<K extends SurveyItem['kind']> = Extract<SurveyItem, { kind: K }>

const otherForm = '答案的形式与题目不符，请重新作答'
const noSuchOption = '没有这个选项，请重新选择'
/** The widest range a number may be of. */
const farthest = 1_000_000_000

const lengthOf = (words: string) => [...words].length

function judgeOther(item: ItemOf<'single' | 'multiple'>, chosen: readonly string[], other: string, say: Say) {
  if (cleanText(other) === '') return
  if (!item.options.some(({ code, isOther }) => isOther && chosen.indexOf(code) >= 0))
    say('没有选“其他”，请不要填写补充内容', 'other')
  else if (lengthOf(cleanText(other)) > mostCharacters.other)
    say(`补充内容最多 ${mostCharacters.other} 个字，请写短一些`, 'other')
}

function judgeSingle(item: ItemOf<'single'>, answer: Answer, say: Say) {
  if (!('option' in answer)) return say(otherForm)
  if (!item.options.some(({ code }) => code === answer.option)) return say(noSuchOption, 'option')
  judgeOther(item, [answer.option], answer.other ?? '', say)
}

function judgeChosen({ options }: ItemOf<'multiple' | 'ranking'>, chosen: readonly string[], say: Say): boolean {
  const codes = options.map(({ code }) => code)
  const place = chosen.findIndex((one) => codes.indexOf(one) < 0)
  if (place >= 0) say(noSuchOption, `options.${place}`)
  else if (new Set(chosen).size < chosen.length) say('同一个选项只能选一次', 'options')
  else return true
  return false
}

function judgeMultiple(item: ItemOf<'multiple'>, answer: Answer, say: Say) {
  if (!('options' in answer)) return say(otherForm)
  const chosen = answer.options
  if (!judgeChosen(item, chosen, say)) return
  const alone = item.options.find(({ code, isExclusive }) => isExclusive && chosen.indexOf(code) >= 0)
  if (alone && chosen.length > 1) say(`“${alone.text}”不能与其他选项同时选`, 'options')
  else if (!alone && chosen.length < item.least) say(`请至少选 ${item.least} 项`, 'options')
  else if (item.most !== undefined && chosen.length > item.most) say(`最多选 ${item.most} 项，请去掉几项`, 'options')
  judgeOther(item, chosen, answer.other ?? '', say)
}

function judgeRanking(item: ItemOf<'ranking'>, answer: Answer, say: Say) {
  if (!('options' in answer)) return say(otherForm)
  if (!judgeChosen(item, answer.options, say)) return
  // an order of some says nothing of the others, and would make the mean places of those that were put in it better
  if (answer.options.length < item.options.length) say('请把全部选项排好顺序', 'options')
  if (answer.other !== undefined) say('排序题没有补充内容', 'other')
}

/** The ends of what is answered by points, and whether 不了解 is one of the answers. */
export function pointsOf(item: ItemOf<'scale' | 'nps' | 'csat'>): { from: number; to: number; hasDontKnow: boolean } {
  if (item.kind === 'nps') return { from: 0, to: 10, hasDontKnow: false }
  if (item.kind === 'csat') return { from: 1, to: 5, hasDontKnow: item.hasDontKnow }
  return { from: item.from, to: item.to, hasDontKnow: item.hasDontKnow }
}

function judgePoints(item: ItemOf<'scale' | 'nps' | 'csat'>, answer: Answer, say: Say) {
  const { from, to, hasDontKnow } = pointsOf(item)
  if ('dontKnow' in answer) {
    if (!hasDontKnow) say('这道题没有“不了解”，请打分')
  } else if (!('number' in answer)) say(otherForm)
  else if (!Number.isInteger(answer.number) || answer.number < from || answer.number > to)
    say(`请打 ${from} 到 ${to} 之间的整数分`, 'number')
}

function judgeNumber({ min, max, unit }: ItemOf<'number'>, answer: Answer, say: Say) {
  if (!('number' in answer)) return say(otherForm)
  const { number } = answer
  if (min !== undefined && number < min) say(`不能小于 ${min}${unit}`, 'number')
  else if (max !== undefined && number > max) say(`不能大于 ${max}${unit}`, 'number')
  else if (!(Math.abs(number) <= farthest)) say('这个数太大了，请检查后重新填写', 'number')
}

function judgeText({ kind }: ItemOf<'text' | 'longText'>, answer: Answer, say: Say) {
  if (!('text' in answer)) return say(otherForm)
  const most = mostCharacters[kind]
  if (lengthOf(cleanText(answer.text)) > most) say(`最多写 ${most} 个字，请写短一些`, 'text')
}

function judgeDate({ min, max }: ItemOf<'date'>, answer: Answer, say: Say) {
  if (!('day' in answer)) return say(otherForm)
  if (!isDay(answer.day)) say('没有这个日期，请重新选择', 'day')
  else if (min !== undefined && answer.day < min) say(`日期不能早于 ${min}`, 'day')
  else if (max !== undefined && answer.day > max) say(`日期不能晚于 ${max}`, 'day')
}

function judgeMatrix(item: ItemOf<'matrix'>, answer: Answer, say: Say) {
  if (!('rows' in answer)) return say(otherForm)
  const { rows } = answer
  for (const row of Object.keys(rows)) {
    if (!item.rows.some(({ code }) => code === row)) say('没有这一行，请重新作答', `rows.${row}`)
    else if (!item.options.some(({ code }) => code === rows[row])) say(noSuchOption, `rows.${row}`)
  }
  if (!item.isRequired) return
  const missing = item.rows.find(({ code }) => rows[code] === undefined)
  if (missing) say(`“${missing.text}”还没有作答，请选一项`, `rows.${missing.code}`)
}

function judge(item: SurveyItem, answer: Answer, say: Say) {
  switch (item.kind) {
    case 'single':
      return judgeSingle(item, answer, say)
    case 'multiple':
      return judgeMultiple(item, answer, say)
    case 'ranking':
      return judgeRanking(item, answer, say)
    case 'scale':
    case 'nps':
    case 'csat':
      return judgePoints(item, answer, say)
    case 'number':
      return judgeNumber(item, answer, say)
    case 'text':
    case 'longText':
      return judgeText(item, answer, say)
    case 'date':
      return judgeDate(item, answer, say)
    case 'matrix':
      return judgeMatrix(item, answer, say)
    case 'section':
      return say('这是一段说明，不用作答')
  }
}

/**
 * What is wrong with answers that are to be handed in, in the order of the questions; nothing: they can be taken. The
 * phone asks it of `submittedAnswers(askedItems(definition), draft)`, the cloud of what arrived.
 */
export function wrongAnswers(definition: SurveyDefinition, answers: Answers): WrongAnswer[] {
  const items = askedItems(definition)
  const visible = visibleCodes(items, answers)
  const wrong: WrongAnswer[] = []
  for (const item of items) {
    const path = `answers.${item.code}`
    const answer = answers[item.code]
    const say: Say = (message, below) => {
      wrong.push({ path: below === undefined ? path : `${path}.${below}`, message })
    }
    if (answer && isAnswered(answer)) {
      if (visible.has(item.code)) judge(item, answer, say)
      else say('按您前面的回答，这道题不用作答，请去掉它的答案')
    } else if (visible.has(item.code) && 'isRequired' in item && item.isRequired) say('这道题必须回答，请先作答')
  }
  const known = new Set(items.map(({ code }) => code))
  for (const code of Object.keys(answers))
    if (!known.has(code)) wrong.push({ path: `answers.${code}`, message: '问卷里没有这道题，请重新打开问卷' })
  return wrong
}

function cleanAnswer(item: SurveyItem, answer: Answer): Answer {
  if ('text' in answer) return { text: cleanText(answer.text) }
  if ('option' in answer || 'options' in answer) {
    const { other: written, ...chosen } = answer
    const other = cleanText(written ?? '')
    // the order in which somebody ticked boxes is nothing that was asked
    if (item.kind === 'multiple' && 'options' in chosen)
      chosen.options = item.options.map(({ code }) => code).filter((code) => chosen.options.indexOf(code) >= 0)
    return other === '' ? chosen : { ...chosen, other }
  }
  if (!('rows' in answer) || item.kind !== 'matrix') return answer
  const rows: { [row: string]: string } = {}
  for (const { code } of item.rows) {
    const option = answer.rows[code]
    if (option !== undefined) rows[code] = option
  }
  return { rows }
}

/**
 * Answers that were found right, as they are kept: those that hold anything, in the order of the questions, with clean
 * texts; nothing of them tells in what order, or on which phone, they were given.
 */
export function cleanAnswers(definition: SurveyDefinition, answers: Answers): { [item: string]: Answer } {
  const items = askedItems(definition)
  const submitted = submittedAnswers(items, answers)
  const clean: { [item: string]: Answer } = {}
  for (const item of items) {
    const answer = submitted[item.code]
    if (!answer) continue
    const kept = cleanAnswer(item, answer)
    if (isAnswered(kept)) clean[item.code] = kept
  }
  return clean
}
