import type { AllergenCode, Diet } from '../../contract/canteen-allergens'
import { allergens, dietNames } from '../../contract/canteen-allergens'
import { type LabelledDish, type LabelProblem, problemsOf } from '../../contract/canteen-labels'
import { allergensOfNotes } from './note-allergens'

const diets: readonly (readonly [Diet, RegExp])[] = [
  ['vegan', /^(vegan(e[rs]?)?( gericht| dish)?|纯素食?|全素|全植物)$/i],
  [
    'vegetarian',
    /^(vegetari(sch(e[rs]?)?|an)( gericht| dish)?|veggie|ovo-?lacto-?vegetari\w+|fleischlos|素食?|蛋奶素)$/i,
  ],
  ['halal', /^(halal|清真)(食品|餐|菜)?$/i],
]
const lacking =
  /^(?:本品|绝对|保证)?(?:不含|无|零)(?:添加)?(.+)$|^(.+?)[- ]?(?:frei(?:e[rs]?)?|free)$|^(?:ohne|without|no) (.+)$/i
const parts = /[、,，;；。\n/&+()（）]/

/** What a menu's notes say is not in a dish, and which diets they say it keeps; only what is said outright. */
function claimsOf(note: string): { free: AllergenCode[]; diets: Diet[] } {
  const items = note
    .normalize('NFKC')
    .split(parts)
    .map((item) => item.trim())
  const free = items.flatMap((item) => {
    const match = lacking.exec(item)
    const what = match?.[1] ?? match?.[2] ?? match?.[3]
    // milk without its sugar is milk
    return what && !/lactose|laktose|乳糖/i.test(what) ? allergensOfNotes([what.replace(/(成分|制品)$/, '')]) : []
  })
  const kept = diets.filter(([, said]) => items.some((item) => said.test(item))).map(([diet]) => diet)
  return { free: [...new Set(free)], diets: kept }
}

const nameOf = (code: AllergenCode) =>
  allergens.flatMap((item) => [item, ...item.parts]).find((one) => one.code === code)?.name ?? code
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、')

/**
 * What the notes of a menu say otherwise than a dish's labels or ingredients. People read both: 含花生 beside a label that
 * says there are none, or 纯素 beside an egg, is a contradiction like any other, and must not be published.
 */
export function noteProblems(dish: LabelledDish, notes: readonly string[]): LabelProblem[] {
  const sentences = notes.flatMap((note) => note.split(/[。；;\n]/).map((part) => part.trim()))
  return [...new Set(sentences)].flatMap((note): LabelProblem[] => {
    const said = allergensOfNotes([note])
    const claims = claimsOf(note)
    if (said.length + claims.free.length + claims.diets.length === 0) return []
    const belied = problemsOf({ ...dish, contains: [...dish.contains, ...said] }).filter(
      ({ kind, diet, codes }) =>
        kind === 'contradiction' && codes.some((code) => said.includes(code)) && !isOwn(dish, { diet, codes }),
    )
    const untrue = problemsOf({ ...dish, free: claims.free, diets: claims.diets }).filter(
      ({ kind }) => kind === 'contradiction',
    )
    return [
      ...belied.map(({ codes, diet }): LabelProblem => {
        const what = diet ? `标签却标了“${dietNames[diet]}”` : `标签却标了“不含${codes.map(nameOf).join('、')}”`
        return problem(note, codes, diet, [], `${what}：请核对后改标签，或改说明。`)
      }),
      ...untrue.map(({ codes, diet, because }): LabelProblem => {
        const what =
          because.length > 0 ? `名称或配料里有${quoted(because)}` : `标签标了含有${codes.map(nameOf).join('、')}`
        return problem(note, codes, diet, because, `但${what}：请改说明，或改配料和标签。`)
      }),
    ]
  })
}

function problem(
  note: string,
  codes: AllergenCode[],
  diet: Diet | undefined,
  because: string[],
  rest: string,
): LabelProblem {
  const message = `说明里写着“${note.slice(0, 40)}”，${rest}`
  return { kind: 'contradiction', codes, ...(diet ? { diet } : {}), because, message }
}

/** Whether the dish has the same contradiction without any note: it is said already. */
function isOwn(dish: LabelledDish, { diet, codes }: Pick<LabelProblem, 'diet' | 'codes'>): boolean {
  return problemsOf(dish).some(
    (one) => one.kind === 'contradiction' && one.diet === diet && codes.every((code) => one.codes.includes(code)),
  )
}
