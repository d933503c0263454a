import * as v from 'valibot'
import { dayOf, isDay, parseInstant } from './zone'

// Invisible or direction-changing characters make two different texts look alike; half a character (a lone surrogate)
// is none, and jsonb refuses it. The joiner stays inside emoji.
const invisible = /(?![\n\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu

/** Text as people mean it: NFC, no invisible characters, no doubled or outer spaces. A lone joiner counts as nothing. */
export function cleanText(text: string): string {
  const kept = text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .replace(invisible, '')
    .replace(/[ \u00a0\u3000]+/g, ' ')
    .trim()
  return /^(?:\s|\u200d|\ufe0f)*$/.test(kept) ? '' : kept
}

const lengthOf = (text: string) => [...text].length

/** Cleaned text of 1 to `max` characters (code points). */
export const text = (max: number, what = '内容') =>
  v.pipe(
    v.string(),
    v.transform(cleanText),
    v.check((s) => s.length > 0, `${what}不能为空`),
    v.check((s) => lengthOf(s) <= max, `${what}最多 ${max} 个字`),
  )

/** Cleaned text that may be empty, at most `max` characters. */
export const optionalText = (max: number, what = '内容') =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(cleanText),
      v.check((s) => lengthOf(s) <= max, `${what}最多 ${max} 个字`),
    ),
    '',
  )

/** An opaque id. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '编号不存在或不完整'),
)

/** Whether a text is an instant whose day is a known one in every zone: whatever was written can be read again. */
function isInstant(s: string): boolean {
  const ms = parseInstant(s)
  return ms !== undefined && isDay(dayOf(ms, '-14:00')) && isDay(dayOf(ms, '+14:00'))
}

/** A point in time, RFC 3339 with offset, on the wire. */
export const instant = v.pipe(
  v.string(),
  v.check(isInstant, '时间须写成带时区的形式，例如 2026-11-21T09:30:00+08:00'),
  v.metadata({ format: 'date-time' }),
)

/** A calendar day in the institution's zone, `YYYY-MM-DD`. */
export const day = v.pipe(
  v.string(),
  v.check((s) => isDay(s), '日期须写成 2026-11-21 这样的形式'),
  v.metadata({ format: 'date' }),
)

/** Whole number between `min` and `max`, both included. */
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer('须为整数'), v.minValue(min, `不能小于 ${min}`), v.maxValue(max, `不能大于 ${max}`))

/** Where a page of a list begins and how long it is (at most 100). */
export const paging = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(400, '翻页位置不对，请从第一页重新查看'))),
  limit: v.optional(whole(1, 100), 20),
}

/** One page of a list; `nextCursor` is absent on the last one. */
export const pageOf = <S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), nextCursor: v.optional(v.string()) })

/** What a printed code carries: the token of the link, or the six characters printed below it. */
export const codeToken = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_-]{6,22}$/, '这不是本单位的房间码'))

const isBase64 = (s: string) => s.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(s)

/** Bytes in base64, also none at all. The validator's own check overflows the stack from some 4.5 MB on. */
export const base64 = v.pipe(
  v.string(),
  v.check(isBase64, '文件内容须为 base64'),
  v.metadata({ contentEncoding: 'base64' }),
)

/** A file as it was chosen: its name and its bytes in base64. */
export const file = v.object({
  fileName: text(200, '文件名'),
  content: v.pipe(base64, v.nonEmpty('文件是空的')),
})
