import { type CountedItem, countAnswers } from '../functions/survey/counted-answers'
import { toldOf } from '../functions/survey/told-item'
import { definitionOf } from './support/given-survey'

type Counts = readonly number[]
type Answers = Parameters<typeof countAnswers>[1][number]['answers']

const asked = { code: 'q1', title: '您怎么看？', hint: '', isRequired: true } as const
const options = ['甲', '乙', '丙', '丁'].map((text, i) => ({ code: `o${i + 1}`, text }))
const number = (value: number): Answers => ({ q1: { number: value } })

/** Kinds of questions with how an answer of each of their categories is given. */
const kinds = {
  single: {
    definition: definitionOf([{ ...asked, kind: 'single', isRandom: false, options }]),
    answers: options.map(({ code }): Answers => ({ q1: { option: code } })),
  },
  csat: {
    definition: definitionOf([{ ...asked, kind: 'csat', hasDontKnow: true }]),
    answers: [...[1, 2, 3, 4, 5].map(number), { q1: { dontKnow: true as const } }],
  },
  csatWithout: {
    definition: definitionOf([{ ...asked, kind: 'csat', hasDontKnow: false }]),
    answers: [1, 2, 3, 4, 5].map(number),
  },
}

function itemOf({ definition, answers }: (typeof kinds)['single'], counts: Counts): CountedItem {
  const rows = counts.flatMap((count, place) =>
    Array.from({ length: count }, () => ({ isPaper: false, answers: answers[place] ?? {} })),
  )
  return countAnswers(definition, rows).counted.get('q1') as CountedItem
}

/** All ways n people may have answered. */
function worldsOf(n: number, categories: number): number[][] {
  if (categories === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    worldsOf(n - first, categories - 1).map((rest) => [first, ...rest]),
  ).flat()
}

const isFew = (count: number) => count > 0 && count < 5

/** Categories and sums of them of which it is certain, of all who would be told the same, that so few are in them. */
function solvedOf(worlds: readonly Counts[], groups: readonly (readonly number[])[]): string[] {
  const single = [...(worlds[0] ?? []).keys()].map((place) => [place])
  return [...single, ...groups].flatMap((group) => {
    const sums = new Set(worlds.map((world) => group.reduce((sum, place) => sum + (world[place] ?? 0), 0)))
    const [only = 0] = sums
    return sums.size === 1 && isFew(only) ? [`${JSON.stringify(worlds[0])} at ${group}`] : []
  })
}

describe('a reader who knows the rules and tries every way in which people may have answered', () => {
  test.each([
    ['single', 9],
    ['single', 14],
    ['single', 22],
    ['csat', 8],
    ['csat', 11],
    ['csatWithout', 13],
    ['csatWithout', 16],
  ] as const)('of %s by %i people', (kind, n) => {
    const one = kinds[kind]
    const told = new Map<string, Counts[]>()
    for (const counts of worldsOf(n, one.answers.length)) {
      const { hidden, figures } = toldOf(itemOf(one, counts))
      const key = JSON.stringify([counts.map((count, place) => (hidden[place] ? '' : count)), figures])
      told.set(key, [...(told.get(key) ?? []), counts])
    }
    const groups =
      kind === 'single'
        ? []
        : [
            [3, 4],
            [0, 1, 2],
          ]
    expect([...told.values()].flatMap((worlds) => solvedOf(worlds, groups))).toEqual([])
    // and they are told something: not everybody looks the same
    expect(told.size).toBeGreaterThan(4)
  })
})
