import { chineseNumber } from '../documents/chinese-number'
import { plainSigns, plainText, saysNothing } from '../documents/plain-text'

const number = '(\\d{1,3}|[一二三四五六七八九十百]{1,4})'
const below = new RegExp(`^(?:B|-|负|地下)\\s*${number}\\s*(?:层|楼|F)?$`)
const above = new RegExp(`^(?:第|F)?\\s*${number}\\s*(?:层|楼|F)?$`)

function count(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text)
}

/** A floor in one spelling: 3F, 三层, 3楼, F3 and 3 are 3层; B1, 负一层, 地下一层 and -1 are B1; others stay (夹层). */
export function readFloor(cell: string): string {
  const text = plainSigns(cell)
    .toUpperCase()
    .replace(/^首层$/, '1层')
  if (saysNothing(text)) return ''
  const down = count(below.exec(text)?.[1])
  if (down) return `B${down}`
  const up = count(above.exec(text)?.[1])
  return up ? `${up}层` : plainText(cell)
}

const storey = '(?:B|负|地下)?\\s*(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*(?:层|楼|F)'
// a bare B1 is a floor only after a space: 教学楼B2 may be a building
const tail = new RegExp(`^(.*?[^\\d一二三四五六七八九十号\\s,、-])(?:[\\s,、-]*(${storey})|[\\s,、-]+(B\\d))$`, 'i')

/** A place in one cell (综合楼3层, 1号楼 二楼) as building and floor; undefined when no floor stands at its end. */
export function splitPlace(cell: string): { building: string; floor: string } | undefined {
  const match = tail.exec(plainText(cell))
  return match ? { building: (match[1] ?? '').trim(), floor: readFloor(match[2] ?? match[3] ?? '') } : undefined
}
