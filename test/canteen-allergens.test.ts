import * as v from 'valibot'
import {
  type AllergenCode,
  allergenCodes,
  allergens,
  avoidance,
  type Diet,
  type DishLabels,
  dishLabels,
  gb8Codes,
  kindsOf,
  matchDish,
  stateOf,
} from '../contract/canteen-allergens'

const labels = (some: Partial<DishLabels>): DishLabels => ({
  contains: [],
  free: [],
  conflicts: [],
  diets: [],
  ...some,
})
const avoid = (codes: AllergenCode[], diets: Diet[] = []) => ({ allergens: codes, diets })
const allFree = labels({ free: allergens.map(({ code }) => code), diets: ['vegan', 'vegetarian', 'halal'] })

describe('the table', () => {
  test('the fourteen of Annex II in its order, then our own', () => {
    const eu = 'gluten crustaceans eggs fish peanuts soybeans milk nuts celery mustard sesame sulphites lupin molluscs'
    expect(allergens.filter(({ isOwn }) => !isOwn).map(({ code }) => code)).toEqual(eu.split(' '))
    expect(allergens.filter(({ isOwn }) => isOwn).map(({ code }) => code)).toEqual([
      'beefMutton',
      'pork',
      'buckwheat',
      'alcohol',
    ])
  })

  test('the eight of GB 7718-2025', () => {
    expect([...gb8Codes].sort()).toEqual(
      ['gluten', 'crustaceans', 'fish', 'eggs', 'peanuts', 'soybeans', 'milk', 'nuts'].sort(),
    )
  })

  test('every code once, each item before its parts, each with a Chinese name', () => {
    expect(new Set(allergenCodes).size).toBe(allergenCodes.length)
    expect(allergenCodes).toHaveLength(18 + 6 + 8)
    expect(allergenCodes.slice(0, 3)).toEqual(['gluten', 'wheat', 'rye'])
    for (const { name, parts } of allergens) {
      for (const one of [name, ...parts.map((part) => part.name)]) expect(one).toMatch(/^\p{Script=Han}/u)
    }
  })

  test('spelt and khorasan are wheat', () => {
    expect(kindsOf('spelt')).toEqual(['spelt', 'wheat', 'gluten'])
    expect(kindsOf('khorasan')).toEqual(['khorasan', 'wheat', 'gluten'])
    expect(kindsOf('rye')).toEqual(['rye', 'gluten'])
    expect(kindsOf('milk')).toEqual(['milk'])
  })
})

describe('items and their parts', () => {
  test.each<[string, Partial<DishLabels>, AllergenCode, string]>([
    ['nothing said', {}, 'milk', 'unknown'],
    ['a part contained makes the item contained', { contains: ['walnuts'] }, 'nuts', 'contains'],
    ['an item contained says nothing of a part', { contains: ['nuts'] }, 'walnuts', 'unknown'],
    ['one part contained says nothing of another', { contains: ['walnuts'] }, 'cashews', 'unknown'],
    ['an item free makes its parts free', { free: ['nuts'] }, 'walnuts', 'free'],
    ['a part free does not make the item free', { free: ['walnuts'] }, 'nuts', 'unknown'],
    ['wheat free makes spelt free', { free: ['wheat'] }, 'spelt', 'free'],
    ['spelt contained makes wheat contained', { contains: ['spelt'] }, 'wheat', 'contains'],
    ['spelt contained makes gluten contained', { contains: ['spelt'] }, 'gluten', 'contains'],
    ['wheat contained says nothing of spelt', { contains: ['wheat'] }, 'spelt', 'unknown'],
    ['another part may be free beside one contained', { contains: ['walnuts'], free: ['almonds'] }, 'almonds', 'free'],
    ['both contained and free', { contains: ['milk'], free: ['milk'] }, 'milk', 'conflict'],
    ['a part contained though its item is free', { contains: ['wheat'], free: ['gluten'] }, 'wheat', 'conflict'],
    ['… and the item', { contains: ['wheat'], free: ['gluten'] }, 'gluten', 'conflict'],
    ['… and what rests on that claim', { contains: ['wheat'], free: ['gluten'] }, 'rye', 'unknown'],
    ['a conflict wins over contained', { contains: ['milk'], conflicts: ['milk'] }, 'milk', 'conflict'],
    ['a conflict wins over free', { free: ['milk'], conflicts: ['milk'] }, 'milk', 'conflict'],
    ['a part in conflict taints the item', { free: ['gluten'], conflicts: ['wheat'] }, 'gluten', 'conflict'],
    ['an item in conflict makes no part free', { free: ['gluten'], conflicts: ['gluten'] }, 'rye', 'unknown'],
  ])('%s', (_what, some, code, expected) => {
    expect(stateOf(labels(some), code)).toBe(expected)
  })

  test('all parts free do not make the item free', () => {
    for (const { code, parts } of allergens.filter(({ parts }) => parts.length > 0)) {
      expect(stateOf(labels({ free: parts.map((part) => part.code) }), code)).toBe('unknown')
    }
  })
})

describe('how a dish stands to what somebody avoids', () => {
  test.each<[string, Partial<DishLabels>, AllergenCode[], Diet[], string]>([
    ['contained is red', { contains: ['milk'] }, ['milk'], [], 'red'],
    ['in conflict is red', { conflicts: ['milk'] }, ['milk'], [], 'red'],
    ['unknown is amber', {}, ['milk'], [], 'amber'],
    ['free is grey', { free: ['milk'] }, ['milk'], [], 'grey'],
    ['one of two unknown is amber', { free: ['milk'] }, ['milk', 'eggs'], [], 'amber'],
    ['red wins over amber', { contains: ['milk'] }, ['milk', 'eggs'], [], 'red'],
    ['who avoids nuts is warned of walnuts', { contains: ['walnuts'] }, ['nuts'], [], 'red'],
    ['who avoids walnuts does not know with nuts', { contains: ['nuts'] }, ['walnuts'], [], 'amber'],
    ['a diet not declared is amber', {}, [], ['vegan'], 'amber'],
    ['a diet declared is grey', { diets: ['vegan'] }, [], ['vegan'], 'grey'],
    ['vegan is vegetarian', { diets: ['vegan'] }, [], ['vegetarian'], 'grey'],
    ['vegetarian is not vegan', { diets: ['vegetarian'] }, [], ['vegan'], 'amber'],
    ['vegetarian with fish is red', { contains: ['fish'] }, [], ['vegetarian'], 'red'],
    ['… even if declared', { contains: ['fish'], diets: ['vegetarian'] }, [], ['vegetarian'], 'red'],
    ['vegetarian with eggs is not broken', { contains: ['eggs'] }, [], ['vegetarian'], 'amber'],
    ['vegan with eggs is red', { contains: ['eggs'] }, [], ['vegan'], 'red'],
    ['halal with pork is red', { contains: ['pork'] }, [], ['halal'], 'red'],
    ['halal with alcohol is red', { contains: ['alcohol'] }, [], ['halal'], 'red'],
    ['halal with beef is not broken', { contains: ['beefMutton'] }, [], ['halal'], 'amber'],
  ])('%s', (_what, some, codes, diets, expected) => {
    expect(matchDish(labels(some), avoid(codes, diets)).level).toBe(expected)
  })

  test('says which', () => {
    const dish = labels({ contains: ['gluten', 'wheat', 'pork'], conflicts: ['milk'], free: ['eggs'] })
    expect(matchDish(dish, avoid(['wheat', 'milk', 'eggs', 'fish', 'fish'], ['vegetarian', 'vegan', 'halal']))).toEqual(
      {
        level: 'red',
        contains: ['wheat', 'milk'],
        unknown: ['fish'],
        brokenDiets: ['vegetarian', 'vegan', 'halal'],
        unknownDiets: [],
      },
    )
  })

  test('who avoids nothing gets grey with nothing', () => {
    const nothing = { level: 'grey', contains: [], unknown: [], brokenDiets: [], unknownDiets: [] }
    expect(matchDish(labels({ contains: ['milk'] }), avoid([]))).toEqual(nothing)
  })
})

describe('codes this version does not know', () => {
  const strange = ['kiwi', '', 'constructor', 'toString', '__proto__'].map((code) => code as AllergenCode)

  test.each(strange)('avoided %p is amber, even where labels call it free', (code) => {
    const dish = { ...allFree, free: [...allFree.free, code] }
    expect(matchDish(dish, avoid([code]))).toMatchObject({ level: 'amber', unknown: [code] })
  })

  test('avoided and contained is red', () => {
    expect(matchDish(labels({ contains: strange.slice(0, 1) }), avoid(strange.slice(0, 1))).level).toBe('red')
  })

  test.each(['keto', 'constructor'] as string[])('a wished diet %p is amber, even where labels declare it', (diet) => {
    const dish = { ...allFree, diets: [...allFree.diets, diet as Diet] }
    expect(matchDish(dish, avoid([], [diet as Diet])).level).toBe('amber')
  })

  test('in labels they change nothing for the codes that are known', () => {
    const dish = labels({ contains: ['milk', ...strange], free: ['eggs', ...strange], conflicts: strange })
    expect([stateOf(dish, 'milk'), stateOf(dish, 'eggs'), stateOf(dish, 'fish')]).toEqual([
      'contains',
      'free',
      'unknown',
    ])
  })

  test('what a phone keeps survives an older app; what the wire carries does not take them', () => {
    expect(v.parse(avoidance, { allergens: strange, diets: ['keto'] })).toEqual({ allergens: strange, diets: ['keto'] })
    expect(v.is(dishLabels, labels({ contains: strange }))).toBe(false)
    expect(v.is(dishLabels, allFree)).toBe(true)
    expect(v.is(avoidance, { allergens: [7], diets: [] })).toBe(false)
  })
})
