import { type AllergenCode, allergenCodes, kindsOf } from '../../contract/canteen-allergens'
import { derive } from '../../contract/canteen-lexicon'

/** Letters of the code that Austrian and many other feeds put in brackets, in the order of Annex II (1169/2011). */
const letters: Readonly<Record<string, AllergenCode>> = {
  ...{ A: 'gluten', B: 'crustaceans', C: 'eggs', D: 'fish', E: 'peanuts', F: 'soybeans', G: 'milk' },
  ...{ H: 'nuts', L: 'celery', M: 'mustard', N: 'sesame', O: 'sulphites', P: 'lupin', R: 'molluscs' },
}

/** The items of Annex II as labels name them in German, English and Chinese; each stands for the whole note. */
const phrases: readonly (readonly [AllergenCode, RegExp])[] = [
  ['gluten', /^(gluten(haltiges getreide)?|cereals containing gluten|(含)?麸质(谷物)?|含麸质的?谷物)$/],
  ['crustaceans', /^(krebstiere|krustentiere|crustaceans?|甲壳[类纲]?(动物)?)$/],
  ['eggs', /^((hühner)?ei(er)?|eggs?|蛋[类品]?|鸡蛋)$/],
  ['fish', /^(fische?|fish|鱼[类品]?)$/],
  ['peanuts', /^(erdn(uss|uß|üsse)|peanuts?|花生)$/],
  ['soybeans', /^(soja(bohnen)?|soy(a|beans?)?|大豆|黄豆)$/],
  [
    'milk',
    /^(milch( (oder|und|inkl\.?|einschließlich) (laktose|milchzucker))?|laktose|milk|lactose|dairy|牛?[奶乳](类|制品)?|乳糖)$/,
  ],
  ['nuts', /^(schalenfrüchte|n(u|ü)sse?|tree nuts|nuts|坚果(类)?)$/],
  ['celery', /^(sellerie|celery|芹菜)$/],
  ['mustard', /^(senf|mustard|芥末)$/],
  ['sesame', /^(sesam(samen)?|sesame( seeds)?|芝麻)$/],
  [
    'sulphites',
    /^(sulfite?|schwefeldioxid( (und|oder) sulfite)?|sul(ph|f)ites?|sul(ph|f)ur dioxide|亚硫酸盐|二氧化硫)$/,
  ],
  ['lupin', /^(lupinen?|lupins?|羽扇豆)$/],
  ['molluscs', /^(weichtiere|mollus[ck]s?|软体动物|贝类)$/],
]

const intro = /^(含有?|内含|过敏原|致敏物|本品含有?|contains?|allergen[es]?|enthält)\s*[:：]?\s*/i
const denies = /不含|无添加|未添加|不使用|无麸质|frei\b|freie?r?\b|\bfree\b|\bohne\b|\bwithout\b|\bno\b|\bnicht\b/i
const maybe = /可能|微量|痕量|同一(生产线|厨房)|\btraces?\b|\bspuren\b|\bmay\b|\bkann\b/i
const separators = /[、,，;；/&+]|\s(?:and|und|oder|or|sowie)\s|[和及与]/i

/** What an item of a list means: as labels name it, else by the lexicon, whose longest match knows 椰奶 from 奶. */
function codesOf(item: string, isStated: boolean): AllergenCode[] {
  const word = item
    .trim()
    .toLowerCase()
    .replace(/\s*(成分|制品|过敏原)$/, '')
  const known = phrases.filter(([, phrase]) => phrase.test(word)).map(([code]) => code)
  if (known.length > 0 || !isStated) return known
  return derive({ name: word, ingredients: [], isNameFigurative: false }).contains.map(({ what }) => what)
}

function codesOfNote(note: string): AllergenCode[] {
  const text = note.normalize('NFKC').trim()
  if (denies.test(text) || maybe.test(text)) return []
  const bracket = /\(([^()]*)\)\s*$/.exec(text)
  const outside = (bracket ? text.slice(0, bracket.index) : text).trim()
  const stated = intro.exec(outside)
  const words = outside.slice(stated?.[0].length ?? 0).trim()
  // (A,C,G) alone, or behind 过敏原; behind other words the letter may be of another code
  const lettered = words === '' ? (bracket?.[1] ?? '') : stated ? words : ''
  const isLettered = /^[A-HL-PR](\s*[,/ ]\s*[A-HL-PR])*$/.test(lettered.trim())
  if (isLettered) return [...lettered].flatMap((letter) => letters[letter] ?? [])
  const whole = codesOf(words, false)
  if (whole.length > 0) return whole
  return words.split(separators).flatMap((item) => codesOf(item, stated !== null))
}

/**
 * What a dish contains by the notes of a menu: 含花生, contains milk, Milch oder Laktose (G), (A,C,G). What a note denies
 * or says may be is passed over: that something is missing from a note makes nothing free.
 */
export function allergensOfNotes(notes: readonly string[]): AllergenCode[] {
  const found = new Set(notes.flatMap(codesOfNote).flatMap(kindsOf))
  return allergenCodes.filter((code) => found.has(code))
}
