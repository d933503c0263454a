import { plainSigns, saysNothing } from '../documents/plain-text'

/** A mobile number with whatever is written between its digits, and China's prefix before it. */
const mobile = /(?<!\d)(?:(?:\+|00)?86[ -]*)?(1(?:[ -]?\d){10})(?!\d)/
const digitsOf = (text: string) => text.replace(/\D/g, '')

/** The first number of a text that is no mobile one: digits with spaces, dashes and brackets between them. */
function firstNumber(text: string): string {
  const piece = text.split(/[/,;、|\\]|转|分机|ext/i).find((part) => /\d/.test(part)) ?? ''
  return digitsOf(/\d[\d ()-]*/.exec(piece)?.[0] ?? '')
}

/**
 * The number that somebody is reached by, digits only, out of a cell such as `+86 138-0000-0013` or `13800000016/8821`;
 * the first mobile number is preferred. With a remark (Chinese) when something was guessed or left out; empty when
 * nothing can be dialled.
 */
export function readPhone(cell: string): { phone: string; remark?: string } {
  const text = plainSigns(cell)
  if (saysNothing(text)) return { phone: '' }
  if (/\de\+?\d/i.test(text))
    return { phone: '', remark: `「${text}」是被表格软件改写过的数字，读不出原来的号码，先留空` }
  const found = mobile.exec(text)
  if (found) {
    const phone = digitsOf(found[1] ?? '')
    const rest = text.replace(found[0], ' ').trim()
    if (!/\d{3}/.test(digitsOf(rest))) return { phone }
    return { phone, remark: `写了不止一个号码，取 ${phone}，没有取「${rest.replace(/^[/,;、| ]+|[/,;、| ]+$/g, '')}」` }
  }
  const phone = firstNumber(text)
  if (phone.length < 3) return { phone: '', remark: `「${text}」读不出号码，先留空` }
  if (phone.length > 20) return { phone: '', remark: `「${text}」太长，不像一个号码，先留空` }
  if (/^1[3-9]/.test(phone) && phone.length > 8) {
    const wrong = phone.length < 11 ? `少 ${11 - phone.length} 位` : `多 ${phone.length - 11} 位`
    return { phone, remark: `手机号应为 11 位，「${text}」${wrong}，照原样保留` }
  }
  const rest = digitsOf(text).length - phone.length
  return rest >= 3 ? { phone, remark: `取 ${phone}，「${text}」的其余部分没有取` } : { phone }
}
