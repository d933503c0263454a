import type { MealWord } from '../../contract/canteen-words'
import { plainName, plainText, saysNothing } from '../documents/plain-text'
import { readMeal } from './meal-words'
import { readPrices } from './written-prices'

/** A dish as a cell of a menu names it. */
export interface CellDish {
  dish: string
  /** The cell names its own: 素食窗口:罗汉斋. */
  window?: string
  meal?: MealWord
  fen?: number
  halfFen?: number
  hasHalf: boolean
  notes: string[]
}

/** What a cell of a menu says. */
export interface DishCell {
  dishes: CellDish[]
  /** Sentences for people, no dishes. */
  notes: string[]
  isClosed: boolean
  guesses: string[]
}

/** Longer cells are no lists of dishes. */
const mostOfCell = 3000

const closing =
  /^[(（【]?(元旦|春节|清明节?|劳动节|五一|端午节?|中秋节?|国庆节?|十一|法定|节假日|假日|周末|双休日?|寒假|暑假|年假)*(全天|当日|当天|今日|本日|食堂)?(停餐|停止供餐|暂停供餐|不供餐|停供|停伙|停业|歇业|休息|休市|放假|闭餐|闭馆|关闭|不开放|不营业|不开餐|无餐|closed|geschlossen)(一天|日|安排)?[)）】]?([(（][^()（）]{1,20}[)）])?[。.!！]?$/i
const beginsNote = /^[(（【*※]?(注意?|备注|说明|提示|温馨提示|附注)\s*[】)）]?\s*[:：]/
const isSentence =
  /(正常|照常|恢复)(供餐|供应|营业|开餐|上班)|调休|补班|上班日|如有(调整|变动|变化)|以.{0,8}(为准)|敬请|谅解|另行通知|请提前|请到|请至|供餐时间|就餐时间|开餐时间|节假?日快乐/

/** Whether a text says that nothing is cooked: 停餐, 休息, 放假. */
export function saysClosed(text: string): boolean {
  return closing.test(plainText(text).replace(/\s/g, ''))
}

/** Whether a text speaks to people (调休上班日，正常供餐) and names no dish. */
export function isMenuNote(text: string): boolean {
  const plain = plainText(text)
  return beginsNote.test(plain) || isSentence.test(plain) || ([...plain].length > 30 && /[。！]/.test(plain))
}

/** A text's parts between separators that stand outside brackets. */
function partsOf(text: string, separators: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const letter of text) {
    if (/[(（[【「]/.test(letter)) depth++
    else if (/[)）\]】」]/.test(letter)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separators.test(letter)) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  parts.push(part)
  // a bracket that nobody closed separates nothing
  return depth > 0 ? text.split(separators) : parts
}

const han = /^[\p{Script=Han}·]+$/u

/** Dishes that only spaces keep apart; spaces within a name (红 烧 肉) are none. */
function spacedParts(text: string, guesses: string[]): string[] {
  const words = text.split(/ +/)
  if (words.length < 2 || !words.every((word) => han.test(word))) return [text]
  const lengths = words.map((word) => [...word].length)
  const areDishes =
    lengths.every((length) => length >= 3) || (words.length >= 3 && lengths.every((length) => length >= 2))
  guesses.push(areDishes ? `「${text}」按空格分成 ${words.length} 道菜` : `「${text}」里的空格当作菜名中的空格`)
  return areDishes ? words : [text]
}

/** Dishes that are numbered: 1.红烧肉 2.青菜, ①红烧肉②青菜. */
const unnumbered = (text: string) =>
  text.replace(/[①-⑳⑴-⒇❶-❿]/g, '、').replace(/(^|[\s、，,；;])\d{1,2}\s*[.．、)）]\s*(?=\p{L})/gu, '$1、')

const isName = /[\p{L}\p{Extended_Pictographic}]/u

/** What a name holds that may have been meant for several dishes, or for a price. */
function doubtOf(name: string): string | undefined {
  if (/[+＋]|·.*·/.test(name)) return `「${name}」当作一道菜；如果是几道菜，请用顿号分开`
  const digits = /\p{Script=Han}(\d{1,3}(?:\.\d)?)$/u.exec(name)?.[1]
  return digits ? `「${name}」末尾的 ${digits} 当作菜名的一部分；如果是价格，请写成 ${digits} 元` : undefined
}

const windowed = /^([^:：()（）]{1,30})[:：]\s*(.+)$/u
const isWindowName = /(窗口?|档口?|柜台?|专区|专窗|餐线|餐台|明档|餐吧)$/

/** 素食窗口 before a colon is where a dish is; 早餐 is when. */
function splitWindow(text: string, guesses: string[]): { window?: string; meal?: MealWord; rest: string } {
  const match = windowed.exec(text)
  if (!match) return { rest: text }
  const [, before = '', rest = ''] = match
  const meal = readMeal(before)
  if (meal) return { meal, rest }
  if (/^\d+$/.test(before.trim())) return { rest: text }
  const window = plainName(before)
  if (!isWindowName.test(window)) guesses.push(`「${window}」写在冒号前，当作档口`)
  return { window, rest }
}

/**
 * The dishes of a cell of a menu: apart by 、/，, ; and line ends, each with the window or meal before its colon and the
 * price in words behind it. Sentences are kept as notes, 停餐 as closed.
 */
export function readDishCell(cell: string, mayHoldMany = true): DishCell {
  const read: DishCell = { dishes: [], notes: [], isClosed: false, guesses: [] }
  const whole = plainText(cell)
  if (saysNothing(whole)) return read
  if (whole.length > mostOfCell) return { ...read, guesses: [`这一格有 ${whole.length} 个字，不像菜名，没有读`] }
  if (saysClosed(whole)) return { ...read, isClosed: true }
  if (isMenuNote(whole)) return { ...read, notes: [whole] }
  for (const line of cell.split(/[\r\n\v\f]+/).map((text) => plainText(mayHoldMany ? unnumbered(text) : text))) {
    // 12元/份 is one price
    const unsplit = line.replace(/(元|块|\d)\s*[/／]\s*(份|个|碗|例|只|位|盘|杯)/g, '$1')
    let where: { window?: string; meal?: MealWord } = {}
    for (const part of mayHoldMany ? partsOf(unsplit, /[、/／，,;；|｜]/) : [unsplit]) {
      const text = plainText(part)
      if (saysNothing(text)) continue
      if (isMenuNote(text)) {
        read.notes.push(text)
        continue
      }
      const { rest, ...own } = splitWindow(text, read.guesses)
      if (own.window !== undefined || own.meal !== undefined) where = own
      for (const words of mayHoldMany ? spacedParts(rest, read.guesses) : [rest]) {
        const { name, ...said } = readPrices(words, read.guesses)
        const dish = plainName(name)
        if (saysNothing(dish)) continue
        const doubt = doubtOf(dish)
        if (doubt) read.guesses.push(doubt)
        if (isName.test(dish)) read.dishes.push({ dish, ...where, ...said })
        else read.guesses.push(`「${words}」里没有菜名，没有读`)
      }
    }
  }
  return read
}
