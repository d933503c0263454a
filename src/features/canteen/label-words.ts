import {
  type AllergenCode,
  type Avoidance,
  allergens,
  type Diet,
  type DishLabels,
  dietNames,
  gb8Codes,
  type Match,
  matchDish,
  stateOf,
} from '../../../contract/canteen-allergens'
import { allOf } from '../../all-of'

const named = allOf(allergens, ({ code, name, parts }) => [{ code, name }, ...parts])

/** The whole name of a code; one this version does not know yet says so. */
export const nameOf = (code: AllergenCode): string =>
  named.find((one) => one.code === code)?.name ?? '新的项目（请更新后查看）'

/** Without what stands in brackets, for lines that have little room. */
const shortNameOf = (code: AllergenCode): string => nameOf(code).replace(/（.*）$/, '')
const listed = (codes: readonly AllergenCode[]): string => codes.map(shortNameOf).join('、')
const dietName = (diet: Diet): string => dietNames[diet] ?? '新的项目'

/** How a dish stands to somebody's 忌口, in words; the colour of its level only repeats them. */
export interface Mark {
  level: Match['level']
  words: string
}

const signs: Record<Match['level'], string> = { red: '✕', amber: '？', grey: '○' }

/** What a dish has of what I avoid; undefined when I avoid nothing. Never a tick: no kitchen is without traces. */
export function markOf(labels: DishLabels, avoided: Avoidance): Mark | undefined {
  if (avoided.allergens.length + avoided.diets.length === 0) return undefined
  const { level, contains, unknown, brokenDiets, unknownDiets } = matchDish(labels, avoided)
  const isOdd = (code: AllergenCode) => stateOf(labels, code) === 'conflict'
  const [odd, sure] = [contains.filter(isOdd), contains.filter((code) => !isOdd(code))]
  const said = [
    sure.length > 0 ? `含${listed(sure)}` : '',
    odd.length > 0 ? `标签有矛盾：${listed(odd)}` : '',
    brokenDiets.length > 0 ? `不是${brokenDiets.map(dietName).join('、')}` : '',
    unknown.length > 0 ? `未确认：${listed(unknown)}` : '',
    unknownDiets.length > 0 ? `没有标明${unknownDiets.map(dietName).join('、')}` : '',
  ].filter(Boolean)
  return { level, words: `${signs[level]} ${said.length > 0 ? said.join('；') : '未发现忌口'}` }
}

/** What an item of the first level is called when it is contained: by the parts that are, where those are known. */
function containedNames(labels: DishLabels): string[] {
  return allOf(
    allergens.filter(({ code }) => stateOf(labels, code) === 'contains'),
    ({ code, parts }) => {
      const known = parts.filter((part) => stateOf(labels, part.code) === 'contains')
      return known.length > 0 ? known.map(({ name }) => name) : [shortNameOf(code)]
    },
  )
}

/** The allergens of a dish in one line. What is unknown is never left out. */
export function allergenLine(labels: DishLabels): string {
  const contained = containedNames(labels)
  const odd = allergens.filter(({ code }) => stateOf(labels, code) === 'conflict').map(({ code }) => code)
  const unknown = gb8Codes.filter((code) => stateOf(labels, code) === 'unknown').length
  if (contained.length + odd.length === 0) {
    if (unknown === gb8Codes.length) return '过敏原尚未确认'
    return unknown > 0 ? `八大类过敏原中 ${unknown} 类未确认` : '八大类过敏原已确认不含'
  }
  return [
    contained.length > 0 ? `含 ${contained.join('、')}` : '',
    odd.length > 0 ? `标签有矛盾：${listed(odd)}` : '',
    unknown > 0 ? `另 ${unknown} 类未确认` : '',
  ]
    .filter(Boolean)
    .join('；')
}

/** The kinds of state, in the order in which they matter, and what they are called. */
const states = [
  ['contains', '含有'],
  ['conflict', '有矛盾，按含有对待'],
  ['unknown', '未知，还没有确认'],
  ['free', '确认不含'],
] as const

/** Every item of the first level by what is known of it, with the parts that are known to differ or to be in it. */
export function labelGroups(
  labels: DishLabels,
): { state: (typeof states)[number][0]; title: string; names: string[] }[] {
  return states
    .map(([state, title]) => ({
      state,
      title,
      names: allergens
        .filter(({ code }) => stateOf(labels, code) === state)
        .map(({ name, parts }) => {
          const known = parts.filter((part) => stateOf(labels, part.code) === 'contains')
          return known.length > 0 ? `${name}（${known.map((part) => part.name).join('、')}）` : name
        }),
    }))
    .filter(({ names }) => names.length > 0)
}

/** The diets a dish is declared for; that what is vegan is vegetarian goes without saying. */
export const dietsText = (declared: readonly Diet[]): string =>
  declared
    .filter((diet) => diet !== 'vegetarian' || !declared.includes('vegan'))
    .map(dietName)
    .join('、')
