import { plainText } from '../documents/plain-text'
import { simplified } from '../documents/simplified'

const han = '\\p{Script=Han}'
const separator = new RegExp(`\\s*(?:[/／\\\\>＞》|→»]+|(?<=[${han})）])\\s*[-－–—]+\\s*(?=${han}))\\s*`, 'u')
const between = new RegExp(`(?<=${han}) +(?=${han})`, 'gu')

/**
 * Names from the root down, out of the cells of a row: 部门 and 科室 side by side, or one path such as 后勤处/维修班,
 * 后勤处>维修班, 后勤处-维修班. A name that comes again (科室 repeats its 部门) counts once.
 */
export function readDepartmentPath(cells: readonly string[]): string[] {
  const path: string[] = []
  for (const cell of cells) {
    const names = plainText(cell)
      .split(separator)
      .map((name) => name.replace(between, '').trim())
      .filter((name) => /[\p{L}\p{N}]/u.test(name))
    const repeats = names.length > path.length && path.every((name, i) => names[i] === name)
    if (repeats) path.length = 0
    for (const name of names) if (path.at(-1) !== name) path.push(name)
  }
  return path
}

/**
 * One spelling for names that differ only in traditional characters (後勤處, 后勤处): the one on the roster, else the one
 * that the sheet writes more often, else the simplified one. Names written in one way only stay as they are.
 */
export function oneSpelling(inSheet: readonly string[], onRoster: ReadonlySet<string>): (name: string) => string {
  const counts = new Map<string, Map<string, number>>()
  const count = (name: string, weight: number) => {
    const key = simplified(name)
    const spellings = counts.get(key) ?? new Map<string, number>()
    counts.set(key, spellings.set(name, (spellings.get(name) ?? 0) + weight))
  }
  for (const name of inSheet) count(name, 1)
  for (const name of onRoster) count(name, 1_000_000)
  const chosen = new Map<string, string>()
  for (const [key, spellings] of counts) {
    const most = Math.max(...spellings.values())
    const best = [...spellings].filter(([, n]) => n === most).map(([name]) => name)
    chosen.set(key, best.includes(key) ? key : (best[0] ?? key))
  }
  return (name) => (onRoster.has(name) ? name : (chosen.get(simplified(name)) ?? name))
}
