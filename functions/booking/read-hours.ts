import type { MinuteRange } from '../../contract/booking-rules'
import { joinSpans } from '../../contract/spans'
import { plainSigns } from '../documents/plain-text'
import { readRange } from './read-range'

/** A week's hours as read, Monday first. */
export interface ReadHours {
  /** Absent when the cell names no hours, or hours that cannot be. */
  opening?: [from: number, to: number][][]
  /** No weekday was named: the hours were taken for every day. */
  isEveryDay?: boolean
  /** What was understood with doubt, in Chinese. */
  guesses: string[]
  /** Words that are no hours: 需审批. */
  rest: string
}

const week = [1, 2, 3, 4, 5, 6, 7]
const namedDays: readonly [RegExp, readonly number[]][] = [
  [/(每天|每日|天天|全周|全年|周一-周日|不限)/y, week],
  [/(工作日|平日|上班时间)/y, [1, 2, 3, 4, 5]],
  [/(双休日?|周末)/y, [6, 7]],
]
const weekdays = /(?:周|星期|礼拜)[一二三四五六日天](?:\s*[-、,和及/]?\s*(?:周|星期|礼拜)?[一二三四五六日天])*/y
const numbered = /(?:周|星期|礼拜)[1-7](?:\s*[-、,和及/]\s*(?:周|星期|礼拜)?[1-7](?![\d:.点时]))*/y
const closed =
  /(?:周六周?日|周六[、,和及]周?日|双休日?|周末)?[及和、]?(?:国家)?(法定)?(节假日|假日|节日)?(?:除外|不开放|休息|关闭|停用)/
const filler = /^(对外|开放|可用|可预[约订]|均可|可|时间|时段|为|内|使用|营业|等)+$/

/** 周一-五, 周一、三、五, 周六日 as numbers from Monday 1 to Sunday 7. */
function daysIn(text: string): number[] {
  const days: number[] = []
  let isSpan = false
  for (const letter of text) {
    if (letter === '-') isSpan = true
    const day = '一二三四五六日'.indexOf(letter.replace('天', '日')) + 1 || Number(letter)
    if (!(day >= 1 && day <= 7)) continue
    const last = days.at(-1)
    if (isSpan && last !== undefined)
      for (let next = (last % 7) + 1; next !== day; next = (next % 7) + 1) days.push(next)
    days.push(day)
    isSpan = false
  }
  return days
}

type Token = { days: readonly number[]; length: number } | { range: MinuteRange | undefined; length: number }

function tokenAt(text: string, at: number, guesses: string[]): Token | undefined {
  for (const [pattern, days] of namedDays) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { days, length: match[0].length }
  }
  for (const pattern of [weekdays, numbered]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { days: daysIn(match[0]), length: match[0].length }
  }
  return readRange(text, at, guesses)
}

interface Group {
  days?: readonly number[]
  ranges: MinuteRange[]
}

/** Weekdays and the hours that follow them; weekdays at the very end belong to the hours before: 8:30-17:30(周一至周五). */
function groupsOf(text: string, guesses: string[]): { groups: Group[]; rest: string; isBroken: boolean } {
  let group: Group = { ranges: [] }
  const groups = [group]
  let rest = ''
  let isBroken = false
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at, guesses)
    if (!token) rest += text[at]
    else if ('days' in token) {
      if (group.ranges.length > 0) {
        group = { ranges: [] }
        groups.push(group)
      }
      group.days = [...(group.days ?? []), ...token.days]
    } else if (token.range) group.ranges.push(token.range)
    else isBroken = true
    at += token?.length ?? 1
  }
  const [last, before] = [groups.at(-1), groups.at(-2)]
  if (last?.ranges.length === 0 && before && !before.days) {
    before.days = last.days
    groups.pop()
  }
  return { groups: groups.filter(({ ranges }) => ranges.length > 0), rest, isBroken }
}

/**
 * Opening hours as people write them: `8:30-17:30`, `8:30—12:00,14:30—17:30`, `周一至周五 9:00-17:00；周六 9:00-12:00`,
 * `工作日 上午8点半-12点 下午2点-5点半`, `全天`.
 */
export function readHours(cell: string): ReadHours {
  const guesses: string[] = []
  let text = plainSigns(cell)
    .toLowerCase()
    .replace(/[~〜至到]/g, '-')
    .replace(/-+/g, '-')
  const shut = closed.exec(text)
  const isShut = shut !== null && /周|双休|假|节/.test(shut[0])
  if (isShut) text = text.replace(shut[0], ' ')
  const { groups, rest, isBroken } = groupsOf(text, guesses)
  const words = rest
    .split(/[\s,、;:/()[\]。.和及]+/)
    .filter((word) => word !== '' && word !== '-' && !filler.test(word))
  const left = words.join(' ')
  if (isBroken || groups.length === 0)
    return { guesses, rest: groups.length === 0 && !isBroken && !isShut ? plainSigns(cell) : cell }

  const opening: MinuteRange[][] = week.map(() => [])
  for (const { days, ranges } of groups) for (const day of new Set(days ?? week)) opening[day - 1]?.push(...ranges)
  const isWeekendShut = isShut && /周|双休/.test(shut[0])
  if (isWeekendShut) opening.splice(5, 2, [], [])
  if (isShut && !isWeekendShut && (opening[6]?.length ?? 0) > 0) {
    guesses.push('节假日按周日的时间开放，「节假日除外」请在开放时间里核对')
  }
  const joined = opening.map((ranges) => joinSpans(ranges).map(([from, to]): [number, number] => [from, to]))
  const length = (days: readonly (readonly MinuteRange[])[]) =>
    days.flat().reduce((sum, [from, to]) => sum + to - from, 0)
  if (length(joined) < length(opening)) guesses.push('开放时段互相重叠，已合并')
  const isEveryDay = !isWeekendShut && groups.every(({ days }) => days === undefined)
  return { opening: joined, isEveryDay, guesses, rest: left }
}
