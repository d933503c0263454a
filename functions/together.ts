import type { Pool } from 'pg'

/** A statement that takes many wishes of one institution at once and gives the outcome of each by its position. */
export interface Lane<Wish> {
  /** Name of the prepared statement. */
  name: string
  /** `SELECT "position", outcome FROM …($1, $2)`: institution, and the wishes as JSON, each with its `at_position`. */
  text: string
  /** The order wishes go in, so that two calls that lock the same rows never wait for each other crosswise. */
  inOrder?: (a: Wish, b: Wish) => number
}

interface Waiting<Wish, Outcome> {
  wish: Wish
  resolve: (outcome: Outcome) => void
  reject: (cause: unknown) => void
}

interface Queue<Wish, Outcome> {
  waiting: Waiting<Wish, Outcome>[]
  isUnderWay: boolean
  /** The queue will be looked at when this turn of the event loop ends. */
  isDue: boolean
}

// While one statement is under way wishes wait, and then go together: one round trip, one commit for all. Two at a time
// would halve what travels together and lock the same rows.
const mostTogether = 64

/**
 * Sends wishes by one statement, each together with whatever others of its institution wait at this moment; alone it
 * goes at once. What is returned resolves only after the commit.
 */
export function togetherBy<Wish extends object, Outcome extends string>({
  name,
  text,
  inOrder,
}: Lane<Wish>): (pool: Pool, orgId: number, wish: Wish) => Promise<Outcome> {
  const queues = new WeakMap<Pool, Map<number, Queue<Wish, Outcome>>>()

  async function send(pool: Pool, orgId: number, together: readonly Waiting<Wish, Outcome>[]): Promise<void> {
    const wishes = together.map(({ wish }, at_position) => ({ at_position, ...wish }))
    if (inOrder) wishes.sort(inOrder)
    const { rows } = await pool.query<{ position: number; outcome: Outcome }>({
      name,
      text,
      values: [orgId, JSON.stringify(wishes)],
    })
    for (const { position, outcome } of rows) together[position]?.resolve(outcome)
  }

  async function sendOrSplit(pool: Pool, orgId: number, together: readonly Waiting<Wish, Outcome>[]): Promise<void> {
    try {
      await send(pool, orgId, together)
    } catch (cause) {
      const [only] = together
      if (together.length === 1) only?.reject(cause)
      // What one wish broke must not touch the others. A wish that was granted after all is found again by its key.
      else for (const waiting of together) await sendOrSplit(pool, orgId, [waiting])
    }
  }

  function pump(pool: Pool, orgId: number, queue: Queue<Wish, Outcome>): void {
    queue.isDue = false
    if (queue.waiting.length === 0 || queue.isUnderWay) return
    queue.isUnderWay = true
    void sendOrSplit(pool, orgId, queue.waiting.splice(0, mostTogether)).finally(() => {
      queue.isUnderWay = false
      pump(pool, orgId, queue)
    })
  }

  return (pool, orgId, wish) => {
    const ofPool = queues.get(pool) ?? new Map<number, Queue<Wish, Outcome>>()
    queues.set(pool, ofPool)
    const queue = ofPool.get(orgId) ?? { waiting: [], isUnderWay: false, isDue: false }
    ofPool.set(orgId, queue)
    return new Promise((resolve, reject) => {
      queue.waiting.push({ wish, resolve, reject })
      // at the end of this turn, so that requests read from the network in one go travel together
      if (!queue.isDue) setImmediate(pump, pool, orgId, queue)
      queue.isDue = true
    })
  }
}
