interface Activity {
  /** Grows with every setData. */
  changes: () => number
  /** What is still to come, in words; empty when nothing is. */
  pending: () => string[]
}

/**
 * As many timer turns in a row without a change or anything to come count as quiet. Turns, not milliseconds: a loaded
 * machine makes turns longer, not fewer.
 */
const QUIET_TURNS = 5

const LONGEST_MS = 10_000

/** Waits until the app is quiet. Throws, saying what still goes on, when it is not after ten seconds. */
export async function settle({ changes, pending }: Activity): Promise<void> {
  const giveUpAt = Date.now() + LONGEST_MS
  let before = changes()
  let quiet = 0
  while (quiet < QUIET_TURNS) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    const waitingFor = pending()
    quiet = changes() === before && waitingFor.length === 0 ? quiet + 1 : 0
    before = changes()
    if (Date.now() > giveUpAt) throw new Error(`the app does not come to rest: ${waitingFor.join(', ') || 'setData'}`)
  }
}
