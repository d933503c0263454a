/**
 * The judge of allergen labels once more, as slow and plain as possible: every pair spelled out by hand, no shared table,
 * no lists that are merged. It is given what each ingredient is known to hold and never reads a word itself.
 */

/** What is known of an ingredient, as codes and origins in one list: sure, and only often. */
export interface Known {
  sure: readonly string[]
  often: readonly string[]
}

/** What the kitchen declared. */
export interface Declared {
  contains: readonly string[]
  free: readonly string[]
  diets: readonly string[]
  isConfirmed: boolean
}

const cereals = ['wheat', 'rye', 'barley', 'oats', 'spelt', 'khorasan']
const nuts = ['almonds', 'hazelnuts', 'walnuts', 'cashews', 'pecans', 'brazilNuts', 'pistachios', 'macadamias']
const plain = ['crustaceans', 'eggs', 'fish', 'peanuts', 'soybeans', 'milk', 'celery', 'mustard', 'sesame', 'sulphites']
const others = ['lupin', 'molluscs', 'beefMutton', 'pork', 'buckwheat', 'alcohol']
export const everyCode = ['gluten', 'nuts', ...cereals, ...nuts, ...plain, ...others]

/** Whether a thing that is `what` is also a thing that somebody calls `name`. */
function is(what: string, name: string): boolean {
  if (what === name) return true
  if (name === 'gluten') return cereals.includes(what)
  if (name === 'wheat') return what === 'spelt' || what === 'khorasan'
  if (name === 'nuts') return nuts.includes(what)
  if (name === 'pork') return what === 'lard'
  return false
}

const bodies = 'meat poultry beefMutton pork lard gelatine blood insects animal fish crustaceans molluscs'.split(' ')
const forbidden = (diet: string, what: string): boolean => {
  if (diet === 'halal') return ['pork', 'lard', 'alcohol', 'gelatine', 'blood', 'unclean'].includes(what)
  if (bodies.includes(what)) return true
  return diet === 'vegan' && ['eggs', 'milk', 'honey'].includes(what)
}
/** Of what is forbidden, that which a label can name; the rest only keeps a diet from being shown. */
const isShown = (what: string) => everyCode.some((code) => is(what, code))

/** What a person who avoids `codes` and wishes `wished` must at least be warned: 2 red, 1 amber, 0 grey. */
export function naiveLevel(known: readonly Known[], declared: Declared, codes: string[], wished: string[]): number {
  const sure = [...known.flatMap((one) => one.sure), ...declared.contains]
  const often = known.flatMap((one) => one.often)
  let worst = 0
  for (const code of codes) {
    let level = 1
    for (const claim of declared.free) {
      const isAboutIt = everyCode.includes(code) && is(code, claim)
      const isBelied = [...sure, ...often].some((what) => is(what, claim))
      if (declared.isConfirmed && isAboutIt && !isBelied) level = 0
    }
    for (const what of sure) if (is(what, code)) level = 2
    worst = Math.max(worst, level)
  }
  for (const diet of wished) {
    const names = diet === 'vegetarian' ? ['vegetarian', 'vegan'] : [diet]
    const isDeclared = names.some(
      (name) => declared.diets.includes(name) && ![...sure, ...often].some((what) => forbidden(name, what)),
    )
    const isBroken = sure.some((what) => forbidden(diet, what) && isShown(what))
    worst = Math.max(worst, isBroken ? 2 : isDeclared && declared.isConfirmed ? 0 : 1)
  }
  return worst
}

/** Whether such a dish may be published at all. */
export function naiveMayPublish(known: readonly Known[], declared: Declared): boolean {
  const sure = [...known.flatMap((one) => one.sure), ...declared.contains]
  if (!declared.isConfirmed) return false
  for (const claim of declared.free) if (sure.some((what) => is(what, claim))) return false
  for (const diet of declared.diets) if (sure.some((what) => forbidden(diet, what))) return false
  for (const code of ['gluten', 'crustaceans', 'fish', 'eggs', 'peanuts', 'soybeans', 'milk', 'nuts']) {
    if (!declared.free.includes(code) && !sure.some((what) => is(what, code))) return false
  }
  return true
}
