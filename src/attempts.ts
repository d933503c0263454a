import { keep, recall } from './platform/storage'

/** A write that was sent and has no answer yet. `at` is when it was first sent, in epoch ms. */
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
  const earlier = known.find(({ of }) => of === wish)
  if (earlier) return earlier.key
  const key = newKey()
  keep(storageKey, [{ of: wish, key, at: now }, ...known].slice(0, mostKept))
  return key
}

/** An answer came: the same wish made again is a new one. */
export function settle(wish: string, now: number): void {
  keep(
    storageKey,
    pending(now).filter(({ of }) => of !== wish),
  )
}
