import * as v from 'valibot'

const cereals = [
  ['wheat', '小麦'],
  ['rye', '黑麦'],
  ['barley', '大麦'],
  ['oats', '燕麦'],
  ['spelt', '斯佩尔特小麦'],
  ['khorasan', '呼罗珊小麦'],
] as const
const nuts = [
  ['almonds', '杏仁'],
  ['hazelnuts', '榛子'],
  ['walnuts', '核桃'],
  ['cashews', '腰果'],
  ['pecans', '碧根果'],
  ['brazilNuts', '巴西坚果'],
  ['pistachios', '开心果'],
  ['macadamias', '夏威夷果'],
] as const
const items = [
  ['gluten', '麸质谷物', 'gb8'],
  ['crustaceans', '甲壳类（虾、蟹）', 'gb8'],
  ['eggs', '蛋类', 'gb8'],
  ['fish', '鱼类', 'gb8'],
  ['peanuts', '花生', 'gb8'],
  ['soybeans', '大豆', 'gb8'],
  ['milk', '乳类', 'gb8'],
  ['nuts', '坚果', 'gb8'],
  ['celery', '芹菜', 'eu'],
  ['mustard', '芥末', 'eu'],
  ['sesame', '芝麻', 'eu'],
  ['sulphites', '亚硫酸盐', 'eu'],
  ['lupin', '羽扇豆', 'eu'],
  ['molluscs', '软体动物（贝、螺、鱿鱼）', 'eu'],
  ['beefMutton', '牛羊肉', 'own'],
  ['pork', '猪肉', 'own'],
  ['buckwheat', '荞麦', 'own'],
  ['alcohol', '酒精', 'own'],
] as const

export type AllergenCode = (typeof items | typeof cereals | typeof nuts)[number][0]
type Named = { code: AllergenCode; name: string }

const partsOf = (parts: readonly (readonly [AllergenCode, string])[]) => parts.map(([code, name]) => ({ code, name }))

/** An item of the first level with its second level; `isOwn`: no law's, but what people here ask about. */
export interface Allergen extends Named {
  isGb8: boolean
  isOwn: boolean
  parts: readonly Named[]
}

/**
 * What a dish is labelled for: the 14 of Reg. (EU) 1169/2011 Annex II in its order, with the cereals (1) and nuts (8) it
 * names; `isGb8` are the eight of GB 7718-2025. Other nuts (pine nuts, chestnuts; GB 19300) have no part: they are `nuts`.
 */
export const allergens: readonly Allergen[] = items.map(([code, name, law]) => ({
  code,
  name,
  isGb8: law === 'gb8',
  isOwn: law === 'own',
  parts: code === 'gluten' ? partsOf(cereals) : code === 'nuts' ? partsOf(nuts) : [],
}))

/** Every code of both levels, each item before its parts. */
export const allergenCodes: readonly AllergenCode[] = allergens.reduce<AllergenCode[]>(
  (codes, { code, parts }) => codes.concat(code, ...parts.map((part) => part.code)),
  [],
)

/** The eight a label must speak of by GB 7718-2025, first level only. */
export const gb8Codes: readonly AllergenCode[] = allergens.filter(({ isGb8 }) => isGb8).map(({ code }) => code)

export const diets = ['vegetarian', 'vegan', 'halal'] as const
export type Diet = (typeof diets)[number]
export const dietNames: Readonly<Record<Diet, string>> = { vegetarian: '素食', vegan: '纯素', halal: '清真' }

/** What breaks a diet among what labels tell; the cloud knows more (poultry, honey, lard …) and declares nothing then. */
const vegetarianBreaks: readonly AllergenCode[] = ['crustaceans', 'fish', 'molluscs', 'beefMutton', 'pork']
const breaks: Readonly<Record<Diet, readonly AllergenCode[]>> = {
  vegetarian: vegetarianBreaks,
  vegan: vegetarianBreaks.concat('eggs', 'milk'),
  halal: ['pork', 'alcohol'],
}

export const allergenCode = v.picklist(allergenCodes)
export const diet = v.picklist(diets)
const codes = v.array(allergenCode)

/** A dish's labels: a code in none of the lists is unknown; `diets` are declared and not contradicted. */
export const dishLabels = v.object({ contains: codes, free: codes, conflicts: codes, diets: v.array(diet) })
export type DishLabels = v.InferOutput<typeof dishLabels>

const isText = (input: unknown) => typeof input === 'string'

/** 忌口, kept on the phone only. A code this version does not know is kept and stays amber: dropping it would be a lie. */
export const avoidance = v.object({
  allergens: v.array(v.custom<AllergenCode>(isText)),
  diets: v.array(v.custom<Diet>(isText)),
})
export type Avoidance = v.InferOutput<typeof avoidance>

/** A code and what it is a kind of, nearest first. Spelt and khorasan are wheat, says Annex II (1). */
export function kindsOf(code: AllergenCode): AllergenCode[] {
  const whole = allergens.find(({ parts }) => parts.some((part) => part.code === code))
  if (!whole) return [code]
  return code === 'spelt' || code === 'khorasan' ? [code, 'wheat', whole.code] : [code, whole.code]
}

const has = (list: readonly string[], wanted: string) => list.indexOf(wanted) >= 0
/** Whether a list names a code or any part of it. */
const touches = (list: readonly AllergenCode[], code: AllergenCode) => list.some((one) => has(kindsOf(one), code))

/**
 * What labels say of one code. A part contained makes its item contained, an item free makes its parts free; an item
 * contained says nothing of a part, and all parts free do not make it free (there are more nuts than eight). What is both
 * contained and free is in conflict, and an item that is wrongly called free makes no part free.
 */
export function stateOf(labels: DishLabels, code: AllergenCode): 'contains' | 'free' | 'unknown' | 'conflict' {
  const bad = labels.contains.concat(labels.conflicts)
  const claims = kindsOf(code).filter((kind) => has(labels.free, kind))
  const isContained = touches(labels.contains, code)
  if (touches(labels.conflicts, code) || (isContained && claims.length > 0)) return 'conflict'
  if (isContained) return 'contains'
  return has(allergenCodes, code) && claims.some((claim) => !touches(bad, claim)) ? 'free' : 'unknown'
}

/** `contains`: avoided and contained or in conflict. `unknown`: avoided and not confirmed free. The diets likewise. */
export interface Match {
  level: 'red' | 'amber' | 'grey'
  contains: AllergenCode[]
  unknown: AllergenCode[]
  brokenDiets: Diet[]
  unknownDiets: Diet[]
}

/**
 * How a dish stands to what somebody avoids. Grey: all of it confirmed free, wished diets declared. There is no green: no
 * kitchen is without traces. A vegan dish is vegetarian; a code or diet unknown here is never better than amber.
 */
export function matchDish(labels: DishLabels, { allergens: avoided, diets: wished }: Avoidance): Match {
  const once = <T>(one: T, place: number, all: T[]) => all.indexOf(one) === place
  const isBad = (code: AllergenCode) => has(['contains', 'conflict'], stateOf(labels, code))
  const isBroken = (diet: Diet) => has(diets, diet) && breaks[diet].some(isBad)
  const isDeclared = (diet: Diet) =>
    has(diets, diet) && (has(labels.diets, diet) || (diet === 'vegetarian' && has(labels.diets, 'vegan')))
  const mine = avoided.filter(once)
  const contains = mine.filter(isBad)
  const unknown = mine.filter((code) => !isBad(code) && stateOf(labels, code) !== 'free')
  const brokenDiets = wished.filter(once).filter(isBroken)
  const unknownDiets = wished.filter(once).filter((diet) => !isBroken(diet) && !isDeclared(diet))
  const isRed = contains.length + brokenDiets.length > 0
  const level = isRed ? 'red' : unknown.length + unknownDiets.length > 0 ? 'amber' : 'grey'
  return { level, contains, unknown, brokenDiets, unknownDiets }
}
