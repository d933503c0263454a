import { newId } from '../../functions/secrets'

/** One cycle of a random ticket; instants in epoch ms, absent when it did not happen. */
export interface RandomCycle {
  number: number
  startedAt: number
  respondedAt?: number
  plannedAt?: number
  resolvedAt?: number
  due: { response?: number; plan?: number; resolve?: number }
  closedKind?: string
  visitState?: string
  stars?: number
  reasons: string[]
  hangs: { at: number; reason: string; until?: number }[]
}

/** A ticket as it was made up, before anything of it is in a table. */
export interface RandomTicket {
  ticketId: string
  kind: string
  category: number
  building?: number
  place?: number
  asset?: number
  note: string
  channel: string
  status: string
  isMerged: boolean
  createdAt: number
  ownedAt?: number
  cycles: RandomCycle[]
  costs: { quantity: number; unitPriceFen: number }[]
}

const hour = 3_600_000

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Makes up so many tickets reported in the 40 days before `now` (epoch ms). */
export function randomTickets(seed: number, count: number, now: number): RandomTicket[] {
  const random = seeded(seed)
  const chance = (part: number) => random() < part
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const soon = (from: number, most: number) => Math.min(now, Math.round(from + random() * most))

  function cycle(number: number, startedAt: number, end: string, isImported: boolean): RandomCycle {
    const made: RandomCycle = { number, startedAt, due: {}, reasons: [], hangs: [] }
    if (chance(0.8) && !isImported) made.due.response = startedAt + pick([1, 2, 4]) * hour
    if (chance(0.4) && !isImported) made.due.plan = startedAt + pick([4, 24]) * hour
    if (chance(0.8)) made.due.resolve = startedAt + pick([2, 24, 48]) * hour
    const isOver = ['done', 'confirmed', 'refused', 'cancelled'].includes(end)
    if (isOver) made.resolvedAt = soon(startedAt, 60 * hour)
    const until = made.resolvedAt ?? now
    const between = () => Math.round(startedAt + random() * (until - startedAt))
    // nobody has taken what is still new; what is over was answered at the latest when it ended
    const early = chance(0.7) && !['new', 'assigned'].includes(end) && !isImported
    made.respondedAt = early ? between() : made.resolvedAt
    made.plannedAt = early && chance(0.5) ? between() : made.resolvedAt
    // exactly in time is in time
    if (made.due.resolve && chance(0.2)) made.due.resolve = made.resolvedAt ?? now
    if (made.due.response && chance(0.1)) made.due.response = made.respondedAt ?? now
    if (!isImported && !['new', 'assigned', 'cancelled', 'refused'].includes(end)) {
      let at = startedAt
      for (let n = end === 'hung' ? 1 : 0; n < 3 && (n === 1 || chance(0.3)); n++) {
        const from = Math.round(at + random() * (until - at) * 0.5)
        const isLast = end === 'hung'
        at = Math.round(from + random() * (until - from))
        made.hangs.push({ at: from, reason: pick(['part', 'vendor', 'other']), ...(isLast ? {} : { until: at }) })
        if (isLast) break
      }
    }
    if ((end === 'done' || end === 'confirmed') && !isImported) {
      made.closedKind = pick(['fixed', 'fixed', 'temporary', 'notFixed'])
      made.visitState = pick(['due', 'satisfied', 'unsatisfied', 'unreachable'])
      if (chance(0.4)) {
        made.stars = 1 + Math.floor(random() * 5)
        made.reasons = chance(0.5) ? ['speed', 'quality'] : []
      }
    }
    return made
  }

  return Array.from({ length: count }, (_, i): RandomTicket => {
    const isImported = chance(0.1)
    const createdAt = Math.round(now - random() * 40 * 24 * hour)
    const statuses = ['new', 'assigned', 'accepted', 'working', 'hung', 'done', 'confirmed', 'refused', 'cancelled']
    const status = isImported ? pick(['confirmed', 'confirmed', 'new', 'cancelled']) : pick(statuses)
    const reopenings = isImported ? 0 : Math.floor(random() * random() * 3)
    const cycles: RandomCycle[] = []
    for (let n = 1; n <= reopenings; n++) {
      const past = cycle(n, cycles.at(-1)?.resolvedAt ?? createdAt, pick(['done', 'confirmed', 'refused']), false)
      cycles.push(past)
    }
    cycles.push(cycle(reopenings + 1, cycles.at(-1)?.resolvedAt ?? createdAt, status, isImported))
    const place = chance(0.7) ? Math.floor(random() * 6) : undefined
    return {
      ticketId: newId(now),
      kind: pick(['repair', 'repair', 'cleaning', 'praise']),
      category: i % 5,
      place,
      building: place === undefined ? undefined : place % 2,
      asset: place !== undefined && chance(0.3) ? place : undefined,
      note: chance(0.5) ? pick(['东门', '南侧楼梯']) : '',
      channel: isImported ? 'import' : 'app',
      status,
      isMerged: i > 0 && chance(0.08),
      createdAt,
      ownedAt: !isImported && chance(0.7) ? soon(createdAt, 5 * hour) : undefined,
      cycles,
      costs: chance(0.3) ? [{ quantity: 1.25, unitPriceFen: 333 }] : [],
    }
  })
}
