import type { AllergenCode } from './canteen-allergens'
import { beanWords } from './canteen-lexicon-beans'
import { dairyWords } from './canteen-lexicon-dairy'
import { dishWords } from './canteen-lexicon-dishes'
import { entryOf, type Origin, type WordEntry, type WordGroup } from './canteen-lexicon-entry'
import { grainWords } from './canteen-lexicon-grains'
import { latinWords } from './canteen-lexicon-latin'
import { meatWords } from './canteen-lexicon-meat'
import { sauceWords } from './canteen-lexicon-sauces'
import { waterWords } from './canteen-lexicon-water'

/** A word as it stands in the text, and what it says. */
export interface ReadWord {
  word: string
  entry: WordEntry
}

/** What was derived and the words that said so, in the order of the text. */
export interface Finding<T> {
  what: T
  words: string[]
}

/** `contains` and `origins` are certain; what is only often in a word, and in no other for certain, is `may`. Parts bring their items. */
export interface Derived {
  contains: Finding<AllergenCode>[]
  may: Finding<AllergenCode>[]
  origins: Finding<Origin>[]
  mayOrigins: Finding<Origin>[]
}

/** Traditional characters and kitchens' shorthand (旦 for 蛋) that occur in these words, each before the usual one. */
const pairs =
  '魚鱼蝦虾麵面麪面雞鸡鷄鸡鴨鸭鵝鹅豬猪醬酱貝贝鮑鲍魷鱿鱔鳝鰻鳗鱸鲈鱈鳕鮭鲑鯛鲷鰍鳅鯽鲫鯉鲤鰱鲢鱅鳙鯧鲳' +
  '鱘鲟鱖鳜龍龙蠔蚝餅饼餃饺餛馄飩饨饅馒頭头麥麦黃黄臘腊腸肠腦脑漿浆絲丝圓圆湯汤燒烧滷卤開开蘇苏蔥葱鮮鲜' +
  '鍋锅條条捲卷鹹咸鬆松堅坚蠣蛎蟶蛏蟲虫蠶蚕驢驴馬马鱷鳄鱉鳖鴿鸽鵪鹌鶉鹑乾干鳳凤鯨鲸榖谷穀谷蕎荞筍笋糰团' +
  '爾尔芻刍葉叶頁页獅狮貓猫蘿萝蔔卜檸柠醃腌薑姜蝸蜗螄蛳膠胶凍冻紅红綠绿雜杂燉炖滾滚鐵铁館馆麩麸饃馍饢馕' +
  '鳥鸟鯖鲭鮪鲔鮐鲐鯡鲱鯿鳊鯔鲻鰹鲣鰣鲥鰩鳐鯊鲨鱒鳟鰺鲹鰈鲽鮫鲛鯷鳀鯪鲮鯰鲶蜆蚬蟬蝉蠍蝎餌饵烏乌雲云貽贻' +
  '帶带瑤瑶參参膽胆紹绍釀酿薩萨鮁鲅鹵卤雙双蕓芸長长蘭兰腳脚羅罗別别婦妇螞蚂蟻蚁樹树賽赛關关東东壽寿飯饭' +
  '餡馅團团親亲漢汉鬚须國国韓韩亞亚達达歐欧納纳響响風风蓮莲無无瑪玛濃浓煉炼凱凯發发綿绵亂乱寶宝宮宫貢贡' +
  '擔担熱热陰阴幹干鱧鳢鮃鲆鰉鳇鯢鲵鱟鲎饊馓麼么奧奥華华優优聖圣擴扩荳豆菓果蔴麻旦蛋蟮鳝鱓鳝鯗鲞'
const plain = new Map((pairs.match(/../gu) ?? []).map(([from = '', to = '']) => [from, to]))

/** NFKC without invisible characters and doubled spaces: a dish copied from a sheet reads like one that was typed. */
const clean = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim()

/** One character for each of the text, so that places agree: small, simplified, without accents, a hyphen a space. */
const foldOne = (character: string) => {
  if (/[-_‐‑–]/.test(character)) return ' '
  const bare = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return plain.get(bare) ?? (bare.length === 1 ? bare : character)
}
const fold = (characters: readonly string[]) => characters.map(foldOne)

interface Listed {
  entry: WordEntry
  /** Believed only where the text begins: 武昌鱼香煎 has fish, 鱼香茄子 has none. */
  isFirstOnly: boolean
}

/** All words, as they are written: another version of them judges all dishes anew. */
export const lexiconGroups: readonly WordGroup[] = [
  grainWords,
  beanWords,
  waterWords,
  meatWords,
  dairyWords,
  sauceWords,
  dishWords,
  latinWords,
].flat()

function indexOf(): ReadonlyMap<string, Listed> {
  const index = new Map<string, Listed>()
  for (const [words, contains, may] of lexiconGroups) {
    const entry = entryOf(contains, may)
    for (const written of words.split(' ')) {
      const word = fold([...written.replace('^', '')]).join('')
      index.set(word, { entry, isFirstOnly: written.startsWith('^') })
      if (/^[a-z ]+$/.test(word) && !index.has(`${word}s`)) index.set(`${word}s`, { entry, isFirstOnly: false })
    }
  }
  return index
}
const lexicon = indexOf()
const longest = Math.max(...[...lexicon.keys()].map((word) => [...word].length))

const isLetter = (character: string | undefined) => character !== undefined && /[a-zß]/.test(character)
const isHan = (character: string | undefined) => character !== undefined && /\p{Script=Han}/u.test(character)
/** Whether a word must not be crossed: it says nothing for certain, or silences its own last character (花生奶|油). */
function isDoubtful(word: string, { contains, origins }: WordEntry): boolean {
  const last = lexicon.get([...word].slice(-1).join(''))
  return contains.length + origins.length === 0 || !!last?.entry.contains.some((code) => !contains.includes(code))
}

/** The longest word at a place, of at most so many characters; Latin words end where their letters end. */
function wordAt(text: readonly string[], at: number, limit: number): { length: number; entry: WordEntry } | undefined {
  if (isLetter(text[at]) && isLetter(text[at - 1])) return undefined
  for (let length = Math.min(limit, text.length - at); length > 0; length -= 1) {
    const found = lexicon.get(text.slice(at, at + length).join(''))
    if (!found || (found.isFirstOnly && isHan(text[at - 1]))) continue
    if (isLetter(text[at + length - 1]) && isLetter(text[at + length])) continue
    return { length, entry: found.entry }
  }
  return undefined
}

/** Whether a word begins inside `at … end` and goes on beyond it. */
function isCrossed(text: readonly string[], at: number, end: number): boolean {
  for (let inside = at + 1; inside < end; inside += 1) {
    if ((wordAt(text, inside, longest)?.length ?? 0) > end - inside) return true
  }
  return false
}

/**
 * The lexicon's words in a text, longest match from left to right over NFKC-cleaned text; what is no word is passed over
 * character by character. A trap that another word crosses (玉米面|条, 鱼香|菇) may not be one, nor a word that says
 * nothing for certain (南瓜饼|干): then both ways of reading count. A word too many warns, a word too few does harm.
 */
export function readWords(text: string): ReadWord[] {
  const shown = [...clean(text)]
  const folded = fold(shown)
  const found = new Map<string, ReadWord & { at: number }>()
  const reached = new Set([0])
  for (let at = 0; at < folded.length; at += 1) {
    if (!reached.has(at)) continue
    let limit = longest
    for (;;) {
      const match = wordAt(folded, at, limit)
      reached.add(at + (match?.length ?? 1))
      if (!match) break
      const word = shown.slice(at, at + match.length).join('')
      found.set(`${at} ${match.length}`, { at, word, entry: match.entry })
      const end = at + match.length
      if (!isDoubtful(folded.slice(at, end).join(''), match.entry) || !isCrossed(folded, at, end)) break
      limit = match.length - 1
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at).map(({ word, entry }) => ({ word, entry }))
}

/** Names are spread over a column with spaces (花　生): lone characters in a row are read together as well. */
const drawnTogether = (text: string) => {
  let before = ''
  return clean(text)
    .split(' ')
    .reduce((joined, piece) => {
      const isLone = [...piece].length === 1 && isHan(piece)
      const next = joined + (isLone && before === 'lone' ? '' : ' ') + piece
      before = isLone ? 'lone' : ''
      return next
    }, '')
    .trim()
}

/**
 * What name and ingredients say of a dish, with the words that say so. The name counts like an ingredient unless it is
 * figurative, said by a person: 蚂蚁上树 has no ants, and the lexicon cannot know every such name.
 */
export function derive(dish: { name: string; ingredients: readonly string[]; isNameFigurative: boolean }): Derived {
  const texts = dish.isNameFigurative ? dish.ingredients : [dish.name, ...dish.ingredients]
  const read = texts.flatMap((text) => {
    const together = drawnTogether(text)
    return together === clean(text) ? readWords(text) : [...readWords(text), ...readWords(together)]
  })
  const findings = <T>(saidBy: (entry: WordEntry) => readonly T[]): Finding<T>[] => {
    const words = new Map<T, Set<string>>()
    for (const { word, entry } of read) {
      for (const what of saidBy(entry)) words.set(what, (words.get(what) ?? new Set<string>()).add(word))
    }
    return [...words].map(([what, said]) => ({ what, words: [...said] }))
  }
  const without = <T>(certain: Finding<T>[], possible: Finding<T>[]) =>
    possible.filter(({ what }) => !certain.some((one) => one.what === what))
  const contains = findings((entry) => entry.contains)
  const origins = findings((entry) => entry.origins)
  return {
    contains,
    may: without(
      contains,
      findings((entry) => entry.may),
    ),
    origins,
    mayOrigins: without(
      origins,
      findings((entry) => entry.mayOrigins),
    ),
  }
}
