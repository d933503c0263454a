import { keep, recall } from './platform/storage'

/** An answer of an earlier time, and when it came (epoch ms). */
export interface KeptAnswer {
  value: unknown
  at: number
}

const indexKey = 'answers'
const mostKept = 24
/** A week of a large canteen's menu has some 90 KB. */
const largestAnswer = 150_000

const place = (key: string) => `answer.${key}`

/** Keeps an answer for times without a network: the last 24, none larger than 150 KB. */
export function rememberAnswer(key: string, value: unknown, at: number): void {
  const kept = { value, at } satisfies KeptAnswer
  if (JSON.stringify(kept).length > largestAnswer) return
  const earlier = recall<string[]>(indexKey) ?? []
  const index = [key, ...earlier.filter((other) => other !== key)]
  for (const old of index.slice(mostKept)) keep(place(old), undefined)
  keep(indexKey, index.slice(0, mostKept))
  keep(place(key), kept)
}

/** The answer kept under this key, if any. */
export const recallAnswer = (key: string): KeptAnswer | undefined => recall<KeptAnswer>(place(key))
