const whole = new Intl.NumberFormat('zh-CN')
const money = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })

/** What stands where there is nothing to count. */
export const nothing = '—'

/** 12,345 */
export const countText = (n: number): string => whole.format(n)

/** ￥1,234.50 out of fen. */
export const moneyText = (fen: number): string => money.format(fen / 100)

/** A part of a whole in percent to a tenth; undefined when there is no whole. */
export const percentOf = (part: number, all: number): number | undefined =>
  all === 0 ? undefined : Math.round((part / all) * 1000) / 10
