import type { SheetTrip } from '../../contract/shuttle-timetables'

/** When trips run. */
export type SheetDays = Pick<SheetTrip, 'rule' | 'weekdays'>

const week = '一二三四五六日'
const numberOf = (letter: string) => week.indexOf(letter === '天' ? '日' : letter) + 1
const dayWord = '(?:周|星期|礼拜)'

/** Weekdays in a text: 周五, 周一至周四, 星期一、三、五. */
export const weekdaysForm = `每?${dayWord}[一二三四五六日天](?:\\s*(?:至|到|[-~、,及和])?\\s*${dayWord}?[一二三四五六日天](?![班趟次个辆号]))*`

/** The weekdays that a text of `weekdaysForm` names, ISO, in order. */
export function weekdaysOf(text: string): number[] {
  const days = new Set<number>()
  let last = 0
  let isRange = false
  for (const letter of text) {
    if (/[至到\-~]/.test(letter)) isRange = true
    const number = /[一二三四五六日天]/.test(letter) ? numberOf(letter) : 0
    if (number === 0) continue
    for (let one = isRange ? last + 1 : number; one < number; one++) days.add(one)
    days.add(number)
    last = number
    isRange = false
  }
  return [...days].sort((a, b) => a - b)
}

const all = [1, 2, 3, 4, 5, 6, 7]
const rules: readonly [RegExp, SheetDays][] = [
  [/非工作日|(?:双休日|休息日|节假日)(?:[及和、](?:节假日|周末|双休日))?/, { rule: 'restDays', weekdays: [] }],
  [/(?:仅?限?)(?:工作日|上班日)/, { rule: 'workdays', weekdays: [] }],
  [/每天|每日|天天|全周/, { rule: 'calendar', weekdays: all }],
  [/周末/, { rule: 'calendar', weekdays: [6, 7] }],
]

/** The days that a text names, and what else it says; undefined when it names none. */
export function readDays(text: string): { days: SheetDays; rest: string } | undefined {
  const named = new RegExp(weekdaysForm).exec(text)
  if (named) {
    const after = text.slice(named.index + named[0].length)
    const except = /^\s*(?:除外|不开|不发车?|停开|停运|停发)/.exec(after)
    if (except) {
      // 周五除外: the other days of the working week
      const off = new Set(weekdaysOf(named[0]))
      const weekdays = [1, 2, 3, 4, 5].filter((one) => !off.has(one))
      return { days: { rule: 'calendar', weekdays }, rest: text.replace(named[0] + except[0], '') }
    }
    const days: SheetDays = { rule: 'calendar', weekdays: weekdaysOf(named[0]) }
    return { days, rest: text.replace(named[0], '') }
  }
  for (const [word, days] of rules) if (word.test(text)) return { days, rest: text.replace(word, '') }
  return undefined
}

/** 工作日, 周一至周四, 周一、周三: what `readDays` reads as the same. */
export function daysText({ rule, weekdays }: SheetDays): string {
  if (rule === 'workdays') return '工作日'
  if (rule === 'restDays') return '休息日'
  if (weekdays.length === 7) return '每天'
  const [first = 0] = weekdays
  const last = weekdays[weekdays.length - 1] ?? 0
  const name = (one: number) => `周${week[one - 1] ?? ''}`
  if (weekdays.length > 2 && last - first === weekdays.length - 1) return `${name(first)}至${name(last)}`
  return weekdays.map(name).join('、')
}
