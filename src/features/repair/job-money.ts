import { type CostLine, fenOf } from '../../../contract/repair'
import { costWords } from './job-words'

const money = /^(\d{1,8})(?:\.(\d{0,2}))?$/

/** Hundredths of what was typed, exactly: 35.5 is 3550. Undefined for anything that is no number with two decimals. */
export function hundredthsOf(text: string): number | undefined {
  const [, whole, part = ''] = money.exec(text.trim().replace(/[．。]/g, '.')) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** ¥35 or ¥35.50, from fen. */
export function yuanText(fen: number): string {
  const [whole, part] = [Math.floor(fen / 100), fen % 100]
  return `¥${whole}${part > 0 ? `.${String(part).padStart(2, '0')}` : ''}`
}

/** What all lines come to, in fen. */
export const sumFen = (lines: readonly CostLine[]): number => lines.reduce((sum, line) => sum + fenOf(line), 0)

/** A line in two: 配件 · 启动电容, and below it 2 × ¥35.55 = ¥71.10. */
export const costText = ({ kind, name, quantity, unitPriceFen }: CostLine): string =>
  `${costWords[kind]} · ${name}\n${quantity} × ${yuanText(unitPriceFen)} = ${yuanText(fenOf({ quantity, unitPriceFen }))}`
