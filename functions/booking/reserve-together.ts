import type { Pool } from 'pg'

/** One judged wish, as the statement wants it. Instants are RFC 3339. */
export interface JudgedWish {
  asker: string
  key: string
  fingerprint: string
  asked_at: string
  /** The answer as JSON, kept under the key when the wish is granted. */
  answer: string
  booking: string
  room: string
  judged_revision: number
  starts_at: string
  ends_at: string
  free_at: string
  organizer: string
  purpose: string
  attendees: number
  layout: string | null
  tea: boolean
  equipment: readonly string[]
  note: string
  audit_detail: object
}

export type Outcome = 'reserved' | 'taken' | 'stale' | 'replayed'

interface Waiting {
  wish: JudgedWish
  resolve: (outcome: Outcome) => void
  reject: (cause: unknown) => void
}

interface Queue {
  waiting: Waiting[]
  underWay: number
  /** The queue will be looked at when this turn of the event loop ends. */
  isDue: boolean
}

const queues = new WeakMap<Pool, Map<number, Queue>>()
/** While so many statements are under way, wishes wait and then go together: one round trip, one commit for all. */
const mostUnderWay = 2
const mostTogether = 64

async function send(pool: Pool, orgId: number, together: readonly Waiting[]): Promise<void> {
  const wishes = together.map(({ wish }, at_position) => ({ at_position, ...wish }))
  // two calls that lock rooms in the same order never wait for each other crosswise
  wishes.sort((a, b) => (a.room < b.room ? -1 : a.room > b.room ? 1 : a.at_position - b.at_position))
  const { rows } = await pool.query<{ position: number; outcome: Outcome }>({
    name: 'reserve-rooms',
    text: 'SELECT "position", outcome FROM reserve_rooms($1, $2)',
    values: [orgId, JSON.stringify(wishes)],
  })
  for (const { position, outcome } of rows) together[position]?.resolve(outcome)
}

async function sendOrSplit(pool: Pool, orgId: number, together: readonly Waiting[]): Promise<void> {
  try {
    await send(pool, orgId, together)
  } catch (cause) {
    const [only] = together
    if (together.length === 1) only?.reject(cause)
    // What one wish broke must not touch the others. A wish that was granted after all is found again by its key.
    else for (const waiting of together) await sendOrSplit(pool, orgId, [waiting])
  }
}

function pump(pool: Pool, orgId: number, queue: Queue): void {
  queue.isDue = false
  while (queue.waiting.length > 0 && queue.underWay < mostUnderWay) {
    const together = queue.waiting.splice(0, mostTogether)
    queue.underWay++
    void sendOrSplit(pool, orgId, together).finally(() => {
      queue.underWay--
      pump(pool, orgId, queue)
    })
  }
}

/**
 * Reserves by the one statement, together with whatever other wishes of the institution wait at this moment; alone it
 * goes at once.
 * Resolves only after the commit.
 */
export function reserveTogether(pool: Pool, orgId: number, wish: JudgedWish): Promise<Outcome> {
  const ofPool = queues.get(pool) ?? new Map<number, Queue>()
  queues.set(pool, ofPool)
  const queue = ofPool.get(orgId) ?? { waiting: [], underWay: 0, isDue: false }
  ofPool.set(orgId, queue)
  return new Promise((resolve, reject) => {
    queue.waiting.push({ wish, resolve, reject })
    // at the end of this turn, so that requests read from the network in one go travel together
    if (!queue.isDue) setImmediate(pump, pool, orgId, queue)
    queue.isDue = true
  })
}
