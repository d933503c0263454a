import { type Price, priceRoles } from '../../contract/canteen'
import { mealWords } from '../../contract/canteen-words'
import { cleanText } from '../../contract/fields'
import { isDay } from '../../contract/zone'
import { readXml, type XmlElement } from '../documents/read-xml'
import { UnreadableXml, xmlText } from '../documents/xml-text'
import { type MenuCollector, menuCollector, type ReadMenu } from './collect-menu'
import { openMensaV2, readHalfNote, splitCategory } from './write-open-mensa'

const mostFen = 1_000_000

/** Text as it is meant: line ends and doubled spaces of the file are none of it. */
const textOf = (text: string) => cleanText(text.replace(/\s+/g, ' '))

interface Feed {
  collector: MenuCollector
  /** Elements of other namespaces say nothing here. */
  of(parent: XmlElement, name: string): XmlElement[]
  window: string
}

function pricesOf({ collector, of }: Feed, meal: XmlElement): Price[] {
  const prices: Price[] = []
  for (const element of of(meal, 'price')) {
    const guess = (message: string) => collector.remark({ line: element.line }, 'prices', 'guess', message)
    const said = element.attributes.get('role')?.trim() ?? ''
    const role = priceRoles.find((one) => one === said)
    const written = textOf(element.text)
    const fen = /^\+?\d*[.,]?\d+$|^\d+[.,]$/.test(written)
      ? Math.round(Number(written.replace(',', '.')) * 100)
      : Number.NaN
    if (!role) guess(`价格的对象「${said}」不认识，没有取`)
    else if (!(fen >= 0 && fen <= mostFen)) guess(`「${written}」读不出价格，没有取`)
    else if (prices.some((one) => one.role === role)) guess(`同一类人员写了两个价格，取了前一个`)
    else prices.push({ role, fen })
  }
  return priceRoles.flatMap((role) => prices.filter((price) => price.role === role))
}

function readMealElement(feed: Feed, element: XmlElement, day: string, category: string): void {
  const { collector, of } = feed
  const place = { line: element.line }
  const [name, another] = of(element, 'name')
  const dish = textOf(name?.text ?? '')
  if (dish === '')
    return void collector.refuse(place, 'dish', '没有写菜名', [day, category], { day: [day], window: [category] })
  if (another) collector.remark(place, 'dish', 'guess', '写了几个菜名，取了第一个')
  const prices = pricesOf(feed, element)
  const notes: string[] = []
  let hasHalf = false
  for (const note of of(element, 'note')) {
    const text = textOf(note.text)
    const halves = readHalfNote(text)
    if (halves) {
      hasHalf = true
      for (const [i, price] of prices.entries()) {
        const halfFen = halves.get(price.role)
        if (halfFen !== undefined) prices[i] = { ...price, halfFen }
      }
    } else if (text !== '') notes.push(text)
  }
  const { meal, window } = splitCategory(category)
  collector.add(place, {
    day,
    meal,
    window,
    dish,
    prices,
    hasHalf,
    notes,
    says: { prices: true, half: true, notes: true },
  })
}

function readDay(feed: Feed, element: XmlElement, firstOf: Map<string, number>): void {
  const { collector, of, window } = feed
  const place = { line: element.line }
  const day = (element.attributes.get('date') ?? '').trim()
  if (!isDay(day)) {
    const message = day === '' ? '没有写日期' : `「${day.slice(0, 40)}」不是日期，应写成 2026-09-22 这样`
    return void collector.refuse(place, 'day', message, [day], { day: [day] })
  }
  const first = firstOf.get(day)
  if (first !== undefined)
    return void collector.refuse(place, 'day', `${day} 在第 ${first} 行已经有了，只取那一次`, [day], { day: [day] })
  firstOf.set(day, element.line)
  const before = collector.menu.rows.length
  for (const category of of(element, 'category')) {
    const said = textOf(category.attributes.get('name') ?? '')
    if (said === '') collector.remark({ line: category.line }, 'window', 'guess', `没有写档口，按「${window}」`)
    const meals = of(category, 'meal')
    if (meals.length === 0)
      collector.remark({ line: category.line }, 'dish', 'guess', `「${said || window}」里没有菜，没有读`)
    for (const meal of meals) readMealElement(feed, meal, day, said || window)
  }
  const isClosed = of(element, 'closed').length > 0
  if (isClosed) collector.close(place, day)
  else if (collector.menu.rows.length === before)
    collector.remark(place, 'day', 'guess', `${day} 没有菜，也没有写停餐，没有读`)
}

/** By day, then meal, then window as it first comes: so a feed is written again in the order in which it was read. */
function inOrder(menu: ReadMenu): void {
  const places = new Map<string, number>()
  for (const { day, meal, window } of menu.rows) {
    const key = JSON.stringify([day, meal, window])
    if (!places.has(key)) places.set(key, places.size)
  }
  const placeOf = ({ day, meal, window }: ReadMenu['rows'][number]) =>
    places.get(JSON.stringify([day, meal, window])) ?? 0
  menu.rows.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1
    return mealWords.indexOf(a.meal) - mealWords.indexOf(b.meal) || placeOf(a) - placeOf(b)
  })
}

/**
 * The menu of an OpenMensa v2 feed. Throws UnreadableXml, whose message is for people, for everything that is none. What
 * describes the canteen (name, times, feeds) is passed over; `window` is where dishes are whose category has no name.
 */
export function readOpenMensa(bytes: Buffer, window: string): ReadMenu {
  const root = readXml(xmlText(bytes))
  if (root.name !== 'openmensa')
    throw new UnreadableXml(`这不是 OpenMensa 的菜单：文件的开头是 <${root.name.slice(0, 40)}>。`)
  if (root.namespace !== openMensaV2 && root.namespace !== '')
    throw new UnreadableXml('只认识 OpenMensa 第 2 版（open-mensa-v2）的文件，请向提供方索取这一版。')
  const of = (parent: XmlElement, name: string) =>
    parent.children.filter((child) => child.name === name && child.namespace === root.namespace)
  const collector = menuCollector([''])
  const [canteen, another] = of(root, 'canteen')
  if (!canteen) throw new UnreadableXml('文件里没有食堂（canteen），请检查是否选错了文件。')
  if (root.namespace === '')
    collector.remark({ line: root.line }, '', 'guess', '没有写明是 OpenMensa 第 2 版，按第 2 版读')
  if (another) collector.remark({ line: another.line }, '', 'error', '文件里有几个食堂，只读了第一个')
  const firstOf = new Map<string, number>()
  for (const day of of(canteen, 'day')) readDay({ collector, of, window }, day, firstOf)
  inOrder(collector.menu)
  return collector.menu
}
