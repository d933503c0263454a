import {
  type AllergenCode,
  allergenCodes,
  allergens,
  type Diet,
  type DishLabels,
  dietNames,
  diets,
  gb8Codes,
  kindsOf,
} from './canteen-allergens'
import { type Derived, derive, type Finding } from './canteen-lexicon'
import type { Origin } from './canteen-lexicon-entry'

/** A dish as the kitchen declares it; `isConfirmed`: a person has said that all of it holds for these ingredients. */
export interface LabelledDish {
  name: string
  ingredients: readonly string[]
  isNameFigurative: boolean
  contains: readonly AllergenCode[]
  free: readonly AllergenCode[]
  diets: readonly Diet[]
  isConfirmed: boolean
}

/** Why a dish must not be published; `because` are words of its name or ingredients, `message` says what to do next. */
export interface LabelProblem {
  kind: 'contradiction' | 'missing'
  codes: AllergenCode[]
  diet?: Diet
  because: string[]
  message: string
}

const originNames: Readonly<Record<Origin, string>> = {
  meat: '肉类',
  pork: '猪肉',
  beefMutton: '牛羊肉',
  poultry: '禽肉',
  fish: '鱼类',
  crustaceans: '甲壳类',
  molluscs: '软体动物',
  animal: '其他动物',
  unclean: '清真不食的动物',
  insects: '昆虫',
  blood: '动物血',
  gelatine: '明胶',
  lard: '猪油',
  eggs: '蛋类',
  milk: '乳类',
  honey: '蜂蜜',
  alcohol: '酒精',
}

const slaughtered: readonly Origin[] = [
  'meat',
  'pork',
  'beefMutton',
  'poultry',
  'fish',
  'crustaceans',
  'molluscs',
  'animal',
  'insects',
  'blood',
  'gelatine',
  'lard',
]
/** What contradicts a diet. Gelatine is mostly pig's: for halal it counts as such until the kitchen names another. */
const broken: Readonly<Record<Diet, readonly Origin[]>> = {
  vegetarian: slaughtered,
  vegan: [...slaughtered, 'eggs', 'milk', 'honey'],
  halal: ['pork', 'lard', 'alcohol', 'gelatine', 'blood', 'unclean'],
}

const nameOf = (code: AllergenCode): string => {
  const named = allergens.flatMap((item) => [item, ...item.parts]).find((one) => one.code === code)
  return named?.name ?? code
}
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、')
/** In the table's order and once each, so that the same dish always reads the same. */
const ordered = (codes: readonly AllergenCode[]) => allergenCodes.filter((code) => codes.includes(code))
const wordsFor = <T>(findings: readonly Finding<T>[], wanted: readonly T[]) => [
  ...new Set(findings.filter(({ what }) => wanted.includes(what)).flatMap(({ words }) => words)),
]
const whatOf = <T>(findings: readonly Finding<T>[]) => findings.map(({ what }) => what)

/** What is in the dish for certain, and which of the codes declared free (themselves or their item) that belies. */
function judge(dish: LabelledDish, derived: Derived): { contains: AllergenCode[]; conflicts: AllergenCode[] } {
  const contains = ordered([...dish.contains.flatMap(kindsOf), ...whatOf(derived.contains)])
  // an item declared free speaks of its parts; a part declared free does not speak of its item
  const belied = contains.filter((code) => kindsOf(code).some((kind) => dish.free.includes(kind)))
  return { contains, conflicts: belied }
}

/** Origins for certain: by the words, and by what the kitchen declares contained (eggs, milk, fish, pork, alcohol …). */
function originsOf(dish: LabelledDish, derived: Derived): Origin[] {
  const declared = dish.contains.filter((code): code is AllergenCode & Origin => code in originNames)
  return [...new Set([...whatOf(derived.origins), ...declared])]
}

/**
 * The labels people are shown, on the safe side: contained is what is declared or derived, with its items; free only what
 * is declared free, confirmed by a person, and touched by no word, not even by one that says `may`; a diet only when it
 * is declared, confirmed, and nothing that breaks it is or may be in the dish.
 */
export function labelsOf(dish: LabelledDish): DishLabels {
  const derived = derive(dish)
  const { contains, conflicts } = judge(dish, derived)
  const touched = [...contains, ...whatOf(derived.may)]
  const origins = [...originsOf(dish, derived), ...whatOf(derived.mayOrigins)]
  return {
    contains,
    free: dish.isConfirmed ? ordered(dish.free).filter((code) => !touched.includes(code)) : [],
    conflicts,
    diets: diets.filter(
      (diet) =>
        dish.isConfirmed && dish.diets.includes(diet) && !broken[diet].some((origin) => origins.includes(origin)),
    ),
  }
}

/** What was declared free and is contained all the same. One problem for each claim, however many parts belie it. */
function falseFree(dish: LabelledDish, derived: Derived): LabelProblem[] {
  const { contains } = judge(dish, derived)
  return ordered(dish.free).flatMap((claim): LabelProblem[] => {
    const codes = contains.filter((code) => kindsOf(code).includes(claim))
    if (codes.length === 0) return []
    const because = wordsFor(derived.contains, codes)
    const message =
      because.length > 0
        ? `标了“不含${nameOf(claim)}”，但名称或配料中的${quoted(because)}含${nameOf(claim)}：请改标“含有”，或改配料。`
        : `“${nameOf(claim)}”同时标了“含有”和“不含”：请核对后只留一个。`
    return [{ kind: 'contradiction', codes, because, message }]
  })
}

/** A declared diet that something in the dish breaks. */
function falseDiets(dish: LabelledDish, derived: Derived): LabelProblem[] {
  const origins = originsOf(dish, derived)
  return diets.flatMap((diet): LabelProblem[] => {
    const against = broken[diet].filter((origin) => origins.includes(origin))
    if (!dish.diets.includes(diet) || against.length === 0) return []
    const because = wordsFor(derived.origins, against)
    const names = against.map((origin) => originNames[origin]).join('、')
    const said = because.length > 0 ? `名称或配料中的${quoted(because)}属于${names}` : `又标了含有${names}`
    const message = `标了“${dietNames[diet]}”，但${said}：请去掉“${dietNames[diet]}”标记，或改配料。`
    return [
      {
        kind: 'contradiction',
        codes: allergenCodes.filter((c) => against.some((a) => a === c)),
        diet,
        because,
        message,
      },
    ]
  })
}

/**
 * What stands against publishing a dish, as sentences for the kitchen. Contradictions first; then of what nothing is said
 * though GB 7718-2025 wants it said of eight items, and that nobody has confirmed the labels. A dish with any must wait.
 */
export function problemsOf(dish: LabelledDish): LabelProblem[] {
  const derived = derive(dish)
  const problems = [...falseFree(dish, derived), ...falseDiets(dish, derived)]
  const { contains } = judge(dish, derived)
  const silent = gb8Codes.filter((code) => !contains.includes(code) && !dish.free.includes(code))
  if (silent.length > 0) {
    const message = `还没有说明是否含有${silent.map(nameOf).join('、')}：请逐项标“含有”或“不含”。`
    problems.push({ kind: 'missing', codes: [...silent], because: wordsFor(derived.may, silent), message })
  }
  if (!dish.isConfirmed) {
    const message = '过敏原标签还没有人确认：请对照配料核对后点“确认”。'
    problems.push({ kind: 'missing', codes: [], because: [], message })
  }
  return problems
}

/** For the label editor: each code the name or ingredients speak of, by which words, and whether for certain. */
export function describeDerived(dish: {
  name: string
  ingredients: readonly string[]
  isNameFigurative: boolean
}): { code: AllergenCode; words: string[]; isCertain: boolean }[] {
  const { contains, may } = derive(dish)
  return allergenCodes.flatMap((code) => {
    const sure = wordsFor(contains, [code])
    const words = sure.length > 0 ? sure : wordsFor(may, [code])
    return words.length > 0 ? [{ code, words, isCertain: sure.length > 0 }] : []
  })
}
