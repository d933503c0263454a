import * as v from 'valibot'
import { WrongInput } from './keeper'

/** What may stand in a cursor: each is checked, because a cursor comes back from outside. */
export const cursorText = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((text) => !text.includes('\0')),
)
export const cursorId = v.pipe(v.string(), v.uuid())
export const cursorMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Date.UTC(2100, 0)))
export const cursorCount = v.pipe(v.string(), v.regex(/^\d{1,18}$/))

/** Where the next page begins, as an opaque text: the sort values of the last item of this one. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The sort values in a cursor, of the shape the list sorts by. A cursor that is none of ours is wrong input. */
export function readCursor<S extends v.GenericSchema>(
  cursor: string | undefined,
  shape: S,
): v.InferOutput<S> | undefined {
  if (cursor === undefined) return undefined
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), shape),
    Buffer.from(cursor, 'base64url').toString('utf8'),
  )
  if (!parsed.success) throw new WrongInput('cursor', '翻页位置不对，请从第一页重新查看')
  return parsed.output
}

/** One page out of `limit + 1` rows: the one too many only tells that there is a next page. */
export function pageOut<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => readonly (string | number)[],
): { rows: Row[]; nextCursor?: string } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return rows.length > limit && last ? { rows: shown, nextCursor: writeCursor(cursorOf(last)) } : { rows: shown }
}
