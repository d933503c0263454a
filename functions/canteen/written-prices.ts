import { plainSigns, plainText } from '../documents/plain-text'

/** What stands behind a dish's name: its price in fen, half portions, and remarks in brackets. */
export interface WrittenPrices {
  name: string
  fen?: number
  halfFen?: number
  hasHalf: boolean
  notes: string[]
}

const most = 1_000_000
const amount =
  '(?:[¥￥$]\\s*)?(\\d{1,5}(?:\\.\\d{1,2})?)\\s*(?:元|块钱?|圆|rmb)?(?:\\s*/?\\s*(?:份|个|碗|例|只|位|盘|杯))?'
const whole = new RegExp(`^(?:价格|单价|售价|整份|全份|大份|每份)?\\s*[:：]?\\s*${amount}$`, 'i')
const half = new RegExp(`^(?:半份|小份|半)\\s*(?:价格?|售价)?\\s*[:：]?\\s*${amount}$`, 'i')
const isHalf = /^(可|能|有|供)?(打|点|选|售)?半份(可选|供应)?$/
const isRemark = /^(含|内含|不含|过敏原|限量|限\s*\d|每日限|需预[订约]|预[订约]|contains)/i
const behind =
  /\s*[¥￥]\s*\d{1,5}(?:\.\d{1,2})?\s*元?$|\s*\d{1,5}(?:\.\d{1,2})?\s*(?:元|块钱?|圆)(?:\s*\/?\s*(?:份|个|碗|例|只|位|盘|杯))?$/
const bareBehind = /(?<=[^\s\d.]) (\d{1,3}(?:\.\d{1,2})?)$/

/** Yuan as written, in fen; undefined for what is no amount. */
export function fenOf(cell: string): number | undefined {
  const match = whole.exec(plainSigns(cell).trim())
  const fen = match ? Math.round(Number(match[1]) * 100) : undefined
  return fen !== undefined && fen <= most ? fen : undefined
}

function halfFenOf(text: string): number | undefined {
  const match = half.exec(text)
  return match ? Math.round(Number(match[1]) * 100) : undefined
}

/** Takes what a bracket says into what is known; false when the bracket belongs to the name (微辣). */
function takeBracket(inner: string, said: WrittenPrices): boolean {
  const pieces = plainSigns(inner)
    .split(/[、/,;|\s]+/)
    .filter((piece) => piece !== '')
  const isPrice = (piece: string) => fenOf(piece) !== undefined || halfFenOf(piece) !== undefined || isHalf.test(piece)
  if (isRemark.test(plainText(inner))) said.notes.push(plainText(inner))
  else if (pieces.length === 0 || !pieces.every(isPrice)) return false
  else for (const piece of pieces) takePiece(piece, said)
  return true
}

function takePiece(piece: string, said: WrittenPrices): void {
  const halfFen = halfFenOf(piece)
  if (halfFen !== undefined || isHalf.test(piece)) said.hasHalf = true
  if (halfFen !== undefined) said.halfFen = halfFen
  else if (!isHalf.test(piece)) said.fen = fenOf(piece) ?? said.fen
}

/**
 * Name and price of 兰州拉面 12元, 白切鸡(半份8元), 酸菜鱼(15元/半份8元), 花生米(含花生). A half price without a whole
 * one cannot be kept as a price: it becomes a note.
 */
export function readPrices(text: string, guesses: string[]): WrittenPrices {
  const said: WrittenPrices = { name: text, hasHalf: false, notes: [] }
  for (;;) {
    const bracket = /\s*[(（]([^()（）]{1,60})[)）]\s*$/.exec(said.name)
    const price = behind.exec(said.name)
    const halfBehind = /\s*半份\s*[:：]?\s*\d{1,4}(?:\.\d{1,2})?\s*元$/.exec(said.name)
    if (bracket && bracket.index > 0 && takeBracket(bracket[1] ?? '', said))
      said.name = said.name.slice(0, bracket.index)
    else if (halfBehind && halfBehind.index > 0) {
      takePiece(plainSigns(halfBehind[0]), said)
      said.name = said.name.slice(0, halfBehind.index)
    } else if (price && price.index > 0 && said.fen === undefined) {
      said.fen = fenOf(price[0])
      said.name = said.name.slice(0, price.index)
    } else break
  }
  const bare = said.fen === undefined ? bareBehind.exec(said.name) : null
  if (bare) {
    said.fen = fenOf(bare[1] ?? '')
    guesses.push(`「${text}」里的 ${bare[1]} 当作价格`)
    said.name = said.name.slice(0, bare.index)
  }
  if (said.fen === undefined && said.halfFen !== undefined) {
    said.notes.push(`半份 ${said.halfFen / 100} 元`)
    guesses.push(`「${text}」只写了半份的价格，记入说明`)
  }
  said.name = said.name.trim()
  return said
}
