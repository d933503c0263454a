import { allergens } from '../../contract/canteen-allergens'
import { mealNames } from '../../contract/canteen-words'
import { placeName } from '../documents/row-reader'
import type { ReadMenu, ReadRow } from './collect-menu'
import { draftLines, type KnownMenu } from './known-menu'
import { allergensOfNotes } from './note-allergens'

/** As many dishes as a day's draft holds. */
export const mostOfDay = 300

const placeOf = ({ line, sheet }: Pick<ReadRow, 'line' | 'sheet'>) => (sheet === '' ? { line } : { line, sheet })
const allergenName = (code: string) =>
  allergens.flatMap((item) => [item, ...item.parts]).find((one) => one.code === code)?.name ?? code

/** A row by the names that are known, with what it leaves unsaid as the draft or the dish has it. */
function completed(read: ReadMenu, known: KnownMenu, row: ReadRow): ReadRow {
  const dish = known.findDish(row.dish)
  const window = known.findWindow(row.window)
  const guess = (column: string, message: string) =>
    read.remarks.push({ ...placeOf(row), column, severity: 'guess', message })
  if (dish && dish.name !== row.dish) guess('dish', `「${row.dish}」按已有的「${dish.name}」`)
  if (window && window.name !== row.window) guess('window', `「${row.window}」按已有的「${window.name}」`)
  const missed = allergensOfNotes(row.notes).filter((code) => dish && !dish.contains.includes(code))
  if (missed.length > 0)
    guess('notes', `按说明有${missed.map(allergenName).join('、')}，「${row.dish}」的标签里却没有，请核对标签`)
  const line = draftLines(known, row.day).find(
    (one) => one.line.meal === row.meal && one.line.dishId === dish?.dishId && one.line.windowId === window?.windowId,
  )?.line
  return {
    ...row,
    dish: dish?.name ?? row.dish,
    window: window?.name ?? row.window,
    prices: row.says.prices ? row.prices : (line?.prices ?? []),
    hasHalf: row.says.half ? row.hasHalf : (line?.hasHalf ?? dish?.hasHalf ?? false),
    notes: row.says.notes ? row.notes : (line?.notes ?? []),
  }
}

/**
 * The menu as it can be imported: known dishes and windows by their names, each dish once at its place, no day both open
 * and closed, no day with more than a draft holds. What has to go is said as an error.
 */
export function settleMenu(read: ReadMenu, known: KnownMenu): ReadMenu {
  const first = new Map<string, ReadRow>()
  const counts = new Map<string, number>()
  const refuse = (row: ReadRow, column: string, message: string) => {
    read.remarks.push({ ...placeOf(row), column, severity: 'error', message })
    const said = { day: [row.day], meal: [mealNames[row.meal]], window: [row.window], dish: [row.dish] }
    read.unreadable.push({ ...placeOf(row), cells: [row.day, row.window, row.dish], said })
  }
  const rows = read.rows.map((row) => completed(read, known, row))
  const kept = rows.filter((row) => {
    const key = JSON.stringify([row.day, row.meal, row.window, row.dish])
    const earlier = first.get(key)
    const count = counts.get(row.day) ?? 0
    if (earlier)
      refuse(
        row,
        'dish',
        `「${row.dish}」在${placeName(placeOf(earlier))}已经有了（同一天、同一餐、同一档口），只取那一次`,
      )
    else if (count >= mostOfDay) refuse(row, 'dish', `${row.day} 超过 ${mostOfDay} 道菜，这一道没有取`)
    else {
      first.set(key, row)
      counts.set(row.day, count + 1)
    }
    return !earlier && count < mostOfDay
  })
  const closed = new Set<string>()
  const closedDays = read.closedDays.filter(({ day, ...place }) => {
    const isOpen = counts.has(day)
    const message = `${day} 写了停餐，又写了菜：按有菜读，如果确实停餐请删去菜再导入`
    if (isOpen) read.remarks.push({ ...placeOf(place), column: 'day', severity: 'error', message })
    return !isOpen && closed.size !== closed.add(day).size
  })
  const dayNotes = read.dayNotes.filter(({ day }) => counts.has(day))
  // a note on a closed day is the reason why
  for (const closedDay of closedDays)
    closedDay.note ||= read.dayNotes.find(({ day }) => day === closedDay.day)?.note ?? ''
  return { ...read, rows: kept, closedDays, dayNotes }
}
