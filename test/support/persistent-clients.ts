import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays, dayOf, formatInstant, instantAt } from '../../contract/zone'
import { ask } from './running-server'

const zone = '+08:00'

/** A booking the server has said yes to, and whether it has said yes to cancelling it as well. */
export interface Acknowledged {
  bookingId: string
  key: string
  isCancelled: boolean
}

/** Clients who book and cancel without pause and repeat what was not answered under the same key, as phones do. */
export interface PersistentClients {
  acknowledged: Acknowledged[]
  /** How often something was not answered and had to be repeated. */
  repeats(): number
  /** Throws what a client was answered that must not be; else true. */
  mustBeWell(): boolean
  /** Lets every client finish what it has begun. */
  stop(): Promise<void>
  /** Ends them at once, when the test has failed already. */
  giveUp(): Promise<void>
}

/** So many clients on these rooms, in working hours of four days that the demo leaves empty. */
export function persistentClients(
  count: number,
  url: string,
  token: string,
  roomIds: readonly string[],
): PersistentClients {
  const acknowledged: Acknowledged[] = []
  const firstDay = addDays(dayOf(Date.now(), zone), 11)
  let isRunning = true
  let isGivenUp = false
  let repeats = 0

  async function insist(
    name: string,
    input: object,
  ): Promise<{ key: string; answer: Awaited<ReturnType<typeof ask>> }> {
    const key = randomUUID()
    for (;;) {
      try {
        return { key, answer: await ask(url, name, input, { token, key }) }
      } catch (cause) {
        if (isGivenUp) throw cause
        repeats++
        await wait(100)
      }
    }
  }

  const pick = <T>(from: readonly T[]) => from[Math.floor(Math.random() * from.length)]

  async function book(): Promise<void> {
    const startsAt = instantAt(
      addDays(firstDay, Math.floor(Math.random() * 4)),
      540 + 30 * Math.floor(Math.random() * 14),
      zone,
    )
    const { key, answer } = await insist('booking.reserveRoom', {
      roomId: pick(roomIds),
      startsAt: formatInstant(startsAt, zone),
      endsAt: formatInstant(startsAt + 3_600_000, zone),
      purpose: '断电演练',
    })
    if (answer.fault) throw new Error(`reserveRoom: ${JSON.stringify(answer)}`)
    if (answer.value) acknowledged.push({ bookingId: String(answer.value.bookingId), key, isCancelled: false })
  }

  async function cancel(): Promise<void> {
    const mine = pick(acknowledged.filter((each) => !each.isCancelled))
    if (!mine) return
    // marked first: two clients must not cancel the same one
    mine.isCancelled = true
    const { answer } = await insist('booking.cancelBooking', { bookingId: mine.bookingId })
    if (!answer.value) throw new Error(`cancelBooking: ${JSON.stringify(answer)}`)
  }

  const clients = Array.from({ length: count }, async () => {
    while (isRunning) {
      await (Math.random() < 0.6 ? book() : cancel())
      await wait(Math.random() * 15)
    }
  })
  let trouble: unknown
  for (const client of clients) {
    client.catch((cause) => {
      trouble ??= cause
    })
  }
  return {
    acknowledged,
    repeats: () => repeats,
    mustBeWell() {
      if (trouble !== undefined) throw trouble
      return true
    },
    async stop() {
      isRunning = false
      await Promise.all(clients)
    },
    async giveUp() {
      isRunning = false
      isGivenUp = true
      await Promise.allSettled(clients)
    },
  }
}
