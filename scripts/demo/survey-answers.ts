import { itemsOf, type SurveyDefinition, type SurveyItem, type SurveyOption } from '../../contract/survey-definition'
import { type Answer, submittedAnswers } from '../../contract/survey-logic'
import type { Chance } from './chance'

/** What people of the demo write, by a word of the question; the last is for any other. */
const written: readonly [about: string, words: readonly string[]][] = [
  ['不满意', ['中午高峰排队太久，能不能加一个窗口。', '到得晚就没有几样菜了。', '有时候菜是凉的。', '汤偏咸。']],
  ['什么菜', ['清淡的菜可以再多一些。', '想吃手擀面。', '希望每天都有一样粗粮。', '周末也想在食堂吃饭。']],
  ['', ['整体比上个季度好，谢谢大家。', '会议室的投影时好时坏，希望检修一下。', '班车早上能再早五分钟就好了。']],
]

/** How pleased people are: 0 not at all, 1 entirely. A question that speaks of a word may have its own. */
export interface Mood {
  usual: number
  of: Readonly<Record<string, number>>
}

function moodFor({ title }: SurveyItem, { usual, of }: Mood): number {
  return Object.entries(of).find(([word]) => title.includes(word))?.[1] ?? usual
}

const wordsFor = ({ title }: SurveyItem) => written.find(([about]) => title.includes(about))?.[1] ?? []

/** A point between two ends: the middle of three draws about the mood, so that the ends are rarer. */
function pointOf(from: number, to: number, mood: number, chance: Chance): number {
  const draws = [chance.next(), chance.next(), chance.next()].sort((a, b) => a - b)
  const place = Math.min(1, Math.max(0, mood + ((draws[1] ?? 0.5) - 0.5) * 0.9))
  return from + Math.round(place * (to - from))
}

/** Options of an ordered scale are listed best first; 不了解 is chosen by few. */
function optionOf(options: readonly SurveyOption[], chance: Chance): string {
  const usual = options.filter(({ isDontKnow, isOther, isExclusive }) => !isDontKnow && !isOther && !isExclusive)
  const from = usual.length > 0 ? usual : options
  return from[Math.floor(chance.next() * chance.next() * from.length)]?.code ?? ''
}

function answerTo(item: SurveyItem, mood: number, chance: Chance): Answer | undefined {
  switch (item.kind) {
    case 'csat':
      if (item.hasDontKnow && chance.happens(0.06)) return { dontKnow: true }
      return { number: pointOf(1, 5, mood, chance) }
    case 'nps':
      return { number: pointOf(0, 10, mood, chance) }
    case 'scale':
      if (item.hasDontKnow && chance.happens(0.06)) return { dontKnow: true }
      return { number: pointOf(item.from, item.to, mood, chance) }
    case 'single':
      return { option: optionOf(item.options, chance) }
    case 'multiple': {
      const most = Math.min(item.most ?? 2, 2)
      const chosen = new Set(Array.from({ length: Math.max(1, most) }, () => optionOf(item.options, chance)))
      return { options: item.options.map(({ code }) => code).filter((code) => chosen.has(code)) }
    }
    case 'ranking': {
      const codes = item.options.map(({ code }) => code)
      const shift = chance.whole(0, 1)
      return { options: [...codes.slice(shift), ...codes.slice(0, shift)] }
    }
    case 'matrix':
      return { rows: Object.fromEntries(item.rows.map(({ code }) => [code, optionOf(item.options, chance)])) }
    case 'text':
    case 'longText':
      return chance.happens(0.4) ? { text: chance.pick(wordsFor(item)) } : undefined
    case 'number':
      return { number: item.min ?? 1 }
    default:
      return undefined
  }
}

/** What one person hands in; hidden questions stay unanswered. */
export function demoAnswers(definition: SurveyDefinition, mood: Mood, chance: Chance): Record<string, Answer> {
  const items = itemsOf(definition)
  const draft: Record<string, Answer> = {}
  for (const item of items) {
    const answer = answerTo(item, moodFor(item, mood), chance)
    if (answer) draft[item.code] = answer
  }
  return submittedAnswers(items, draft)
}
