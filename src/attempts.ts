import { keep, recall } from './platform/storage'

/**
 * A write that was sent and has no answer yet. `of` names the wish: itself, or for a long one (a photo) its length and a
 * digest, because nobody keeps a megabyte to remember a key. `at` is when it was first sent, in epoch ms.
 */
interface Attempt {
  of: string
  key: string
  at: number
}

const storageKey = 'attempts'
/** The cloud remembers keys for 30 days, this phone for one; after that the same wish is a new one. */
const lifetimeMs = 24 * 3_600_000
const mostKept = 20

const pending = (now: number): Attempt[] =>
  (recall<Attempt[]>(storageKey) ?? []).filter(({ at }) => now - at < lifetimeMs)

const longWish = 2000

/** 53 bits of a text (cyrb53); what is kept under them is looked up by the same person within a day only. */
function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

const nameOf = (wish: string) => (wish.length > longWish ? `${wish.length} ${digest(wish)}` : wish)

/** A version 4 UUID. It only has to be unlike any other of this person; mini-programs have no better dice. */
export function newKey(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const dice = Math.floor(Math.random() * 16)
    return (letter === 'x' ? dice : (dice % 4) + 8).toString(16)
  })
}

/**
 * The idempotency key of a wish (its procedure, person and input as text): the one of an earlier try that got no
 * answer, even if the app was closed since, otherwise a new one. So a retry can never do the same thing twice.
 */
export function keyFor(wish: string, now: number): string {
  const known = pending(now)
  const of = nameOf(wish)
  const earlier = known.find((attempt) => attempt.of === of)
  if (earlier) return earlier.key
  const key = newKey()
  keep(storageKey, [{ of, key, at: now }, ...known].slice(0, mostKept))
  return key
}

/** An answer came: the same wish made again is a new one. */
export function settle(wish: string, now: number): void {
  const name = nameOf(wish)
  keep(
    storageKey,
    pending(now).filter(({ of }) => of !== name),
  )
}
