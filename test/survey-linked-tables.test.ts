import fc from 'fast-check'
import type { SurveyItem } from '../contract/survey-definition'
import type { Answer } from '../contract/survey-logic'
import { countAnswers } from '../functions/survey/counted-answers'
import { itemResults } from '../functions/survey/item-results'
import { definitionOf } from './support/given-survey'
import { solvedCells } from './support/solve-table'

/** What somebody chose by question; of several options a list. */
type Person = { readonly [item: string]: number | readonly number[] | undefined }

const optionsOf = (n: number) => Array.from({ length: n }, (_, i) => ({ code: `o${i + 1}`, text: `选项${i + 1}` }))
const asked = { hint: '', isRequired: true, isRandom: false }
const single = (code: string, n: number): SurveyItem => ({
  ...asked,
  code,
  kind: 'single',
  title: code,
  options: optionsOf(n),
})
const several = (code: string, n: number): SurveyItem => ({
  ...asked,
  code,
  kind: 'multiple',
  title: code,
  options: optionsOf(n),
  least: 1,
})

/** Counts of two questions of those who answered both, as they are. */
function trueCounts(people: readonly Person[], rows: string, width: number, columns: string, height: number) {
  const chose = (person: Person, item: string, place: number) => {
    const chosen = person[item]
    return typeof chosen === 'number' ? chosen === place : chosen?.includes(place) === true
  }
  return Array.from({ length: width }, (_, i) =>
    Array.from(
      { length: height },
      (_, j) => people.filter((one) => chose(one, rows, i) && chose(one, columns, j)).length,
    ),
  )
}

function counted(items: SurveyItem[], people: readonly Person[]) {
  const answerOf = (chosen: number | readonly number[]): Answer =>
    typeof chosen === 'number' ? { option: `o${chosen + 1}` } : { options: chosen.map((place) => `o${place + 1}`) }
  const rows = people.map((person) => {
    const answers: { [item: string]: Answer } = {}
    for (const [item, chosen] of Object.entries(person)) if (chosen !== undefined) answers[item] = answerOf(chosen)
    return { answers, isPaper: false }
  })
  return countAnswers(definitionOf(items), rows)
}

/** What filters by each option of one question show of another: the counts, `undefined` where they tell none. */
function filtered(answers: ReturnType<typeof counted>, by: string, of: string): (number | undefined)[][] {
  const item = answers.counted.get(by)
  if (!item) throw new Error(`no ${by}`)
  return item.categories.map((_, place) => {
    const found = itemResults(answers, { item, place }).find(({ code }) => code === of)
    const width = answers.counted.get(of)?.categories.length ?? 0
    return Array.from({ length: width }, (_, j) => found?.cells[j]?.count)
  })
}

/** Groups of a few alike and of many alike, as people are. */
const groups = <T>(one: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(one, fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 15 }))), {
      minLength: 3,
      maxLength: 14,
    })
    .map((all) => all.flatMap(([person, times]) => Array.from({ length: times }, () => person)))

const place = (n: number) => fc.integer({ min: 0, max: n - 1 })

test('a question asked of some only hides its groups also from who knows how those were asked answered', () => {
  const people = groups(fc.tuple(place(2), place(3), place(3))).map((all) =>
    all.map(([q1, q2, q3]): Person => ({ q1, q2, q3: q1 === 1 ? q3 : undefined })),
  )
  fc.assert(
    fc.property(people, (all) => {
      const answers = counted([single('q1', 2), single('q2', 3), single('q3', 3)], all)
      // those who were asked q3 are those of q1=o2: the filter by that tells the totals of this table
      expect(solvedCells(trueCounts(all, 'q2', 3, 'q3', 3), filtered(answers, 'q2', 'q3'))).toEqual([])
      const back = filtered(answers, 'q3', 'q2')
      const there = filtered(answers, 'q2', 'q3')
      for (const [i, row] of there.entries())
        for (const [j, count] of row.entries())
          if (count !== undefined && back[j]?.[i] !== undefined) expect(back[j]?.[i]).toBe(count)
    }),
    { numRuns: 300 },
  )
})

test('options of which everybody chose one hide each other’s groups', () => {
  const people = groups(fc.tuple(place(3), place(4))).map((all) => all.map(([q1, q2]): Person => ({ q1, q2: [q2] })))
  fc.assert(
    fc.property(people, (all) => {
      const answers = counted([single('q1', 3), several('q2', 4)], all)
      expect(solvedCells(trueCounts(all, 'q1', 3, 'q2', 4), filtered(answers, 'q1', 'q2'))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('whoever did not choose an option is hidden in a small group too', () => {
  const all = [
    ...Array.from({ length: 18 }, (): Person => ({ q1: 0, q2: [0] })),
    ...Array.from({ length: 2 }, (): Person => ({ q1: 0, q2: [1] })),
    ...Array.from({ length: 10 }, (): Person => ({ q1: 1, q2: [0, 1] })),
    ...Array.from({ length: 10 }, (): Person => ({ q1: 1, q2: [1] })),
  ]
  const shown = filtered(counted([single('q1', 2), several('q2', 2)], all), 'q1', 'q2')
  expect(shown).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ])
})

/** So many people alike. */
const alike = (n: number, person: Person): Person[] => Array.from({ length: n }, () => person)
const onlyIf = (item: SurveyItem, visibleIf: SurveyItem['visibleIf']): SurveyItem => ({ ...item, visibleIf })
const chose = (item: string, place: number) => ({ op: 'chose', item, option: `o${place + 1}` }) as const
const resultOf = (answers: ReturnType<typeof counted>, item: string) =>
  itemResults(answers).find(({ code }) => code === item)

test('how many a question was not asked of tells no group either', () => {
  const items = [single('q1', 3), single('q2', 2), onlyIf(single('q3', 2), chose('q1', 0))]
  const all = [
    ...alike(9, { q1: 0, q2: 1, q3: 0 }),
    ...alike(9, { q1: 0, q2: 1, q3: 1 }),
    ...alike(1, { q1: 0, q2: 0, q3: 0 }),
    ...alike(9, { q1: 1, q2: 0 }),
    ...alike(8, { q1: 2, q2: 1 }),
  ]
  const answers = counted(items, all)
  const q2 = answers.counted.get('q2')
  expect(q2 && itemResults(answers, { item: q2, place: 0 })[2]).toMatchObject({ code: 'q3', isHidden: true })
  expect(JSON.stringify(q2 && itemResults(answers, { item: q2, place: 0 })[2])).not.toContain('"empty"')
})

test.each([
  ['and', { op: 'and', of: [chose('q1', 0), { op: 'not', of: chose('q2', 0) }] }],
  ['or', { op: 'or', of: [chose('q1', 0), chose('q2', 0)] }],
] as const)('a question asked by a condition of two others (%s) is told only where their table is', (_, visibleIf) => {
  const items = [single('q1', 2), single('q2', 2), onlyIf(single('q3', 2), visibleIf as SurveyItem['visibleIf'])]
  const people = (few: number) => [
    ...alike(9, { q1: 0, q2: 1, q3: 0 }),
    ...alike(9, { q1: 0, q2: 1, q3: 1 }),
    ...alike(few, { q1: 0, q2: 0 }),
    ...alike(10, { q1: 1, q2: 0 }),
    ...alike(10, { q1: 1, q2: 1 }),
  ]
  expect(resultOf(counted(items, people(2)), 'q3')).toMatchObject({ isHidden: true, cells: [] })
  expect(resultOf(counted(items, people(6)), 'q3')).toMatchObject({ isHidden: false, n: 18 })
})

test('a question that follows from an option which few chose is not told, nor one that follows from that', () => {
  const follows = onlyIf(single('q2', 2), { op: 'or', of: [chose('q1', 0), chose('q1', 2)] })
  const all = [
    ...alike(2, { q1: 0, q2: 0 }),
    ...alike(6, { q1: 1 }),
    ...alike(20, { q1: 2, q2: 1 }),
    ...alike(20, { q1: 3 }),
  ]
  const answers = counted([single('q1', 4), follows, onlyIf(single('q3', 2), chose('q2', 1))], all)
  expect(resultOf(answers, 'q1')?.cells.map(({ count }) => count)).toEqual([undefined, undefined, 20, 20])
  expect(resultOf(answers, 'q2')).toMatchObject({ isHidden: true, cells: [] })
  expect(resultOf(answers, 'q3')).toMatchObject({ isHidden: true, cells: [] })
})

test('a coarser form of a question tells nothing of the finer', () => {
  const pair = (q1: number, one: number, other: number) => [
    ...alike(one, { q1, q2: 0, q3: q1 < 2 ? 0 : 1 }),
    ...alike(other, { q1, q2: 1, q3: q1 < 2 ? 0 : 1 }),
  ]
  const all = [...pair(0, 2, 12), ...pair(1, 20, 20), ...pair(2, 6, 7), ...pair(3, 20, 20)]
  const answers = counted([single('q1', 4), single('q2', 2), single('q3', 2)], all)
  expect(
    filtered(answers, 'q1', 'q2')
      .flat()
      .every((count) => count === undefined),
  ).toBe(true)
  expect(filtered(answers, 'q3', 'q2')).toEqual([
    [22, 32],
    [26, 27],
  ])
})
