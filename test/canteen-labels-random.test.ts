/** contract/canteen-labels.ts and canteen-allergens.ts against a judge that was written apart, on random dishes. */
import fc from 'fast-check'
import { type AllergenCode, type Avoidance, type Diet, matchDish } from '../contract/canteen-allergens'
import { type LabelledDish, labelsOf, problemsOf } from '../contract/canteen-labels'
import { beanWords } from '../contract/canteen-lexicon-beans'
import { dairyWords } from '../contract/canteen-lexicon-dairy'
import { dishWords } from '../contract/canteen-lexicon-dishes'
import { grainWords } from '../contract/canteen-lexicon-grains'
import { latinWords } from '../contract/canteen-lexicon-latin'
import { meatWords } from '../contract/canteen-lexicon-meat'
import { sauceWords } from '../contract/canteen-lexicon-sauces'
import { waterWords } from '../contract/canteen-lexicon-water'
import { everyCode, type Known, naiveLevel, naiveMayPublish } from './support/naive-labels'

const groups = [grainWords, beanWords, waterWords, meatWords, dairyWords, sauceWords, dishWords, latinWords].flat()
const listed: [string, Known][] = groups.flatMap(([words, sure, often = []]) =>
  words.split(' ').map((word): [string, Known] => [word.replace('^', '').replace(/-/g, ' '), { sure, often }]),
)
const nothing: Known = { sure: [], often: [] }
// characters that no word of the lexicon begins, ends or consists of alone
const filler = fc
  .constantFrom('清炒', '凉拌', '时令', '爽口', '特色', '秘制', '农家', '手工')
  .map((word): [string, Known] => [word, nothing])
const oneWord = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...listed) }, { weight: 1, arbitrary: filler })
/** Names that no list has: whatever they say beside, they do not make a dish safer. */
const anyName = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 }))

const codesOf = (max: number) => fc.uniqueArray(fc.constantFrom(...everyCode), { maxLength: max })
const dietsOf = fc.uniqueArray(fc.constantFrom('vegetarian', 'vegan', 'halal'), { maxLength: 3 })
const declared = fc.record({
  contains: codesOf(2),
  free: fc.oneof(codesOf(4), codesOf(32), fc.constant(everyCode)),
  diets: dietsOf,
  isConfirmed: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
})
const wishes = fc.record({ codes: codesOf(3), diets: fc.oneof(fc.constant<string[]>([]), dietsOf) })
const plates = fc.record({ words: fc.array(oneWord, { maxLength: 3 }), declared, wishes })

type Plate = typeof plates extends fc.Arbitrary<infer P> ? P : never
const dishOf = ({ words, declared }: Plate, name = ''): LabelledDish => ({
  name,
  ingredients: words.map(([word]) => word),
  isNameFigurative: false,
  contains: declared.contains as AllergenCode[],
  free: declared.free as AllergenCode[],
  diets: declared.diets as Diet[],
  isConfirmed: declared.isConfirmed,
})
const avoidanceOf = ({ wishes }: Plate): Avoidance => ({
  allergens: wishes.codes as AllergenCode[],
  diets: wishes.diets as Diet[],
})
const levels = ['grey', 'amber', 'red']
const levelOf = (dish: LabelledDish, avoided: Avoidance) => levels.indexOf(matchDish(labelsOf(dish), avoided).level)

test('ten thousand random dishes and avoidances get the level of a judge written apart, and none is published wrongly', () => {
  const seen = [0, 0, 0]
  let published = 0
  fc.assert(
    fc.property(plates, (plate) => {
      const known = plate.words.map(([, one]) => one)
      const level = naiveLevel(known, plate.declared, plate.wishes.codes, plate.wishes.diets)
      expect(levelOf(dishOf(plate), avoidanceOf(plate))).toBe(level)
      const mayPublish = naiveMayPublish(known, plate.declared)
      expect(problemsOf(dishOf(plate)).length === 0).toBe(mayPublish)
      seen[level] = (seen[level] ?? 0) + 1
      published += mayPublish ? 1 : 0
    }),
    { numRuns: 10_000 },
  )
  // a generator that never makes a safe dish, or an unsafe one, would agree with anything
  for (const times of seen) expect(times).toBeGreaterThan(500)
  expect(published).toBeGreaterThan(200)
})

test('words written into a name, one after another or among others, warn no less than alone', () => {
  fc.assert(
    fc.property(plates, anyName, fc.constantFrom('、', '和', '，'), ({ words, ...plate }, rest, between) => {
      const level = naiveLevel(
        words.map(([, one]) => one),
        plate.declared,
        plate.wishes.codes,
        plate.wishes.diets,
      )
      const name = `${words.map(([word]) => word).join(between)} (${rest})`
      expect(levelOf(dishOf({ words: [], ...plate }, name), avoidanceOf({ words, ...plate }))).toBeGreaterThanOrEqual(
        level,
      )
    }),
    { numRuns: 5_000 },
  )
})

test('an ingredient more never makes a dish safer, nor does a claim of freedom or a confirmation less', () => {
  fc.assert(
    fc.property(plates, oneWord, anyName, fc.nat(), (plate, [more], name, which) => {
      const dish = dishOf(plate, name)
      const avoided = avoidanceOf(plate)
      const level = levelOf(dish, avoided)
      const worse: LabelledDish[] = [
        { ...dish, ingredients: [...dish.ingredients, more] },
        { ...dish, ingredients: [...dish.ingredients, name] },
        { ...dish, free: dish.free.filter((_, place) => place !== which % Math.max(1, dish.free.length)) },
        { ...dish, free: [] },
        { ...dish, diets: dish.diets.slice(1) },
        { ...dish, isConfirmed: false },
      ]
      for (const one of worse) expect(levelOf(one, avoided)).toBeGreaterThanOrEqual(level)
      const named = { ...dish, isNameFigurative: true }
      expect(levelOf(named, avoided)).toBeLessThanOrEqual(level)
    }),
    { numRuns: 5_000 },
  )
})

test('who avoids more is never shown something safer', () => {
  fc.assert(
    fc.property(plates, fc.constantFrom(...everyCode, 'kiwi', 'constructor'), (plate, code) => {
      const avoided = avoidanceOf(plate)
      const more = { ...avoided, allergens: [...avoided.allergens, code as AllergenCode] }
      const dish = dishOf(plate)
      expect(levelOf(dish, more)).toBeGreaterThanOrEqual(levelOf(dish, avoided))
      if (!everyCode.includes(code)) expect(levelOf(dish, more)).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})
