import { type Price, priceRoles } from '../../contract/canteen'
import { type MealWord, mealNames } from '../../contract/canteen-words'
import { readMeal } from './meal-words'
import type { MenuOfDays } from './menu-of-days'

/** The namespace of OpenMensa v2; its schema lies at that address with `.xsd` behind it. */
export const openMensaV2 = 'http://openmensa.org/open-mensa-v2'

const roleNames: Readonly<Record<Price['role'], string>> = {
  employee: '职工',
  student: '学生',
  pupil: '中小学生',
  other: '访客',
}
const mayHalf = '可打半份'
const halfBegins = '半份价：'
const between = ' · '
/** Longer names, categories and notes are not valid. */
const longest = 250

const cut = (text: string) => [...text].slice(0, longest).join('')
const escaped = (text: string) =>
  text
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
const yuan = (fen: number) => (fen / 100).toFixed(2)

/** OpenMensa knows no meals of the day: a category of another than lunch is written 早餐 · 面点, and so read back. */
function categoryName(meal: MealWord, window: string): string {
  const isPlain = meal === 'lunch' && splitCategory(window).window === window
  return isPlain ? window : `${mealNames[meal]}${between}${window}`
}

/** The meal and the window of a category's name; without a meal in front it is lunch. */
export function splitCategory(category: string): { meal: MealWord; window: string } {
  const at = category.indexOf(between)
  const meal = at > 0 ? readMeal(category.slice(0, at)) : undefined
  const window = category.slice(at + between.length).trim()
  const isOurs = meal !== undefined && mealNames[meal] === category.slice(0, at) && window !== ''
  return isOurs ? { meal, window } : { meal: 'lunch', window: category }
}

/** Half portions, for which the format has nothing, as a note. */
function halfNotes(prices: readonly Price[], hasHalf: boolean): string[] {
  if (!hasHalf) return []
  const halves = prices.flatMap(({ role, halfFen }) =>
    halfFen === undefined ? [] : [`${roleNames[role]} ${yuan(halfFen)} 元`],
  )
  return [halves.length > 0 ? `${halfBegins}${halves.join('，')}` : mayHalf]
}

/** What our own notes on half portions say; undefined for every other note. */
export function readHalfNote(note: string): Map<Price['role'], number> | undefined {
  if (note === mayHalf) return new Map()
  if (!note.startsWith(halfBegins)) return undefined
  const halves = note
    .slice(halfBegins.length)
    .split('，')
    .map((piece) => {
      const match = /^(\S+) (\d+\.\d\d) 元$/.exec(piece)
      const role = priceRoles.find((one) => roleNames[one] === match?.[1])
      return match && role ? ([role, Math.round(Number(match[2]) * 100)] as const) : undefined
    })
  const read = halves.filter((half) => half !== undefined)
  return read.length === halves.length ? new Map(read) : undefined
}

type Row = MenuOfDays['rows'][number]

function mealXml({ dish, notes, prices, hasHalf }: Row): string {
  const lines = [
    `<name>${escaped(cut(dish))}</name>`,
    ...[...notes, ...halfNotes(prices, hasHalf)].map((note) => `<note>${escaped(cut(note))}</note>`),
    ...prices.map(({ role, fen }) => `<price role="${role}">${yuan(fen)}</price>`),
  ]
  return `        <meal>\n${lines.map((line) => `          ${line}\n`).join('')}        </meal>\n`
}

function dayXml(day: string, rows: readonly Row[]): string {
  const categories = new Map<string, string[]>()
  for (const row of rows) {
    const name = cut(categoryName(row.meal, row.window))
    categories.set(name, [...(categories.get(name) ?? []), mealXml(row)])
  }
  const inner = [...categories].map(
    ([name, meals]) => `      <category name="${escaped(name)}">\n${meals.join('')}      </category>\n`,
  )
  return `    <day date="${day}">\n${inner.join('')}    </day>\n`
}

/** A menu as an OpenMensa v2 feed (open-mensa-v2.xsd). Days of which nothing is known are left out, closed ones are not. */
export function openMensaXml(canteen: string, { rows, closedDays }: MenuOfDays): string {
  const byDay = new Map<string, Row[]>()
  for (const row of rows) {
    const known = byDay.get(row.day)
    if (known) known.push(row)
    else byDay.set(row.day, [row])
  }
  const closed = new Set(closedDays.map(({ day }) => day))
  const days = [...new Set([...byDay.keys(), ...closed])].sort()
  const inner = days.map((day) =>
    closed.has(day) ? `    <day date="${day}">\n      <closed/>\n    </day>\n` : dayXml(day, byDay.get(day) ?? []),
  )
  const space = `xmlns="${openMensaV2}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<openmensa version="2.1" ${space} xsi:schemaLocation="${openMensaV2} ${openMensaV2}.xsd">
  <canteen>
    <name>${escaped(canteen)}</name>
${inner.join('')}  </canteen>
</openmensa>
`
}
