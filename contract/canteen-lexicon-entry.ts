import { type AllergenCode, allergenCodes, kindsOf } from './canteen-allergens'

/** Where something comes from, as far as a diet asks. `animal`: frogs, turtles, sea cucumbers, jellyfish, bird's nest; `unclean`: what no halal kitchen cooks, besides pork. */
export type Origin =
  | 'meat'
  | 'pork'
  | 'beefMutton'
  | 'poultry'
  | 'fish'
  | 'crustaceans'
  | 'molluscs'
  | 'animal'
  | 'unclean'
  | 'insects'
  | 'blood'
  | 'gelatine'
  | 'lard'
  | 'eggs'
  | 'milk'
  | 'honey'
  | 'alcohol'

/** What the lists of words are written with: a code, an origin, or a word that is both. */
export type Term = AllergenCode | Origin

/** Words parted by spaces (a hyphen is a space inside one), what is in each for certain, what is often in it. */
export type WordGroup = readonly [words: string, contains: readonly Term[], may?: readonly Term[]]

/** What one word says. A trap says nothing: it only keeps its own parts from being read. */
export interface WordEntry {
  contains: AllergenCode[]
  may: AllergenCode[]
  origins: Origin[]
  mayOrigins: Origin[]
}

const originNames: readonly string[] = [
  'meat',
  'pork',
  'beefMutton',
  'poultry',
  'fish',
  'crustaceans',
  'molluscs',
  'animal',
  'unclean',
  'insects',
  'blood',
  'gelatine',
  'lard',
  'eggs',
  'milk',
  'honey',
  'alcohol',
] satisfies Origin[]

const implied: Partial<Record<Term, readonly Term[]>> = {
  pork: ['meat'],
  lard: ['pork', 'meat'],
  beefMutton: ['meat'],
  poultry: ['meat'],
  blood: ['meat'],
}

const isCode = (term: Term): term is AllergenCode => allergenCodes.some((code) => code === term)
const isOrigin = (term: Term): term is Origin => originNames.includes(term)
const withImplied = (terms: readonly Term[]) => [...new Set(terms.flatMap((term) => [term, ...(implied[term] ?? [])]))]

/** Spells out what a group of words says: lard is pork, and a part brings its item. */
export function entryOf(contains: readonly Term[], may: readonly Term[] = []): WordEntry {
  const codesOf = (terms: readonly Term[]) => [...new Set(withImplied(terms).filter(isCode).flatMap(kindsOf))]
  const originsOf = (terms: readonly Term[]) => withImplied(terms).filter(isOrigin)
  const certain = { codes: codesOf(contains), origins: originsOf(contains) }
  return {
    contains: certain.codes,
    may: codesOf(may).filter((code) => !certain.codes.includes(code)),
    origins: certain.origins,
    mayOrigins: originsOf(may).filter((origin) => !certain.origins.includes(origin)),
  }
}
