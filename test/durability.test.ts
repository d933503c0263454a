import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { persistentClients } from './support/persistent-clients'
import { ask, freePort, isHealthy, postmasterOf, type RunningServer, startServer } from './support/running-server'

const dataDir = mkdtempSync(path.join(tmpdir(), 'guanjia-durability-'))
let port: number
let server: RunningServer

const start = () => startServer(port, { DATA_DIR: dataDir })

beforeAll(async () => {
  port = await freePort()
  server = await start()
})
afterAll(async () => {
  server.process.kill('SIGINT')
  await server.ended
  rmSync(dataDir, { recursive: true, force: true })
})

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const patience = Date.now() + 30_000; !(await isSo()); await wait(20)) {
    if (server.process.exitCode !== null) throw new Error(`the server ended by itself:\n${server.said()}`)
    if (Date.now() > patience) throw new Error(`waited too long until ${what}:\n${server.said().slice(-2000)}`)
  }
}

async function query<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const { socketDir } = postmasterOf(dataDir)
  const client = new Client({ host: socketDir, port: 5432, user: 'postgres', database: 'guanjia' })
  await client.connect()
  return client
    .query<T>(text, values)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** The ways to die: the server alone, the whole of PostgreSQL at once, its postmaster alone, one of its backends. */
const deaths: Record<string, () => Promise<void>> = {
  async server() {
    server.process.kill('SIGKILL')
    await server.ended
    server = await start()
  },
  async postgres() {
    const { processId } = postmasterOf(dataDir)
    const backends = execFileSync('ps', ['-o', 'pid=', '--ppid', String(processId)], { encoding: 'utf8' })
    for (const pid of [processId, ...backends.trim().split(/\s+/).map(Number)]) process.kill(pid, 'SIGKILL')
  },
  async postmaster() {
    process.kill(postmasterOf(dataDir).processId, 'SIGKILL')
  },
  async backend() {
    const [busy] = await query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'guanjia' ORDER BY random() LIMIT 1`,
    )
    if (busy) process.kill(busy.pid, 'SIGKILL')
  },
}

describe('when the server or PostgreSQL is killed at any moment under load', () => {
  it('every acknowledged booking is there afterwards, and no half one', async () => {
    const { value } = await ask(server.url, 'people.signInAsDemo', { persona: 'admin' })
    const token = String(value?.token)
    const rooms = await ask(server.url, 'booking.listRooms', { limit: 100 }, { token })
    const items = (rooms.value?.items ?? []) as { roomId: string; rules: { isBookable: boolean } }[]
    const roomIds = items.filter((room) => room.rules.isBookable).map((room) => room.roomId)
    const begunAt = new Date()
    const clients = persistentClients(8, server.url, token, roomIds)

    try {
      for (const kill of ['backend', 'server', 'postgres', 'postmaster', 'server']) {
        // under load: some more have been acknowledged since the last death, and more are under way
        const enough = clients.acknowledged.length + 15 + Math.random() * 20
        await until('more was acknowledged', () => clients.mustBeWell() && clients.acknowledged.length >= enough)
        await wait(Math.random() * 200)
        await deaths[kill]?.()
        await until('it is healthy again', () => isHealthy(server.url))
      }
      await clients.stop()
    } finally {
      await clients.giveUp()
    }

    expect(clients.acknowledged.length).toBeGreaterThan(75)
    expect(clients.repeats()).toBeGreaterThan(0)

    const bookings = await query<{ booking_id: string; status: string }>(
      'SELECT booking_id, status FROM booking WHERE created_at >= $1',
      [begunAt],
    )
    const statusOf = new Map(bookings.map((row) => [row.booking_id, row.status]))
    for (const { bookingId, isCancelled } of clients.acknowledged) {
      expect(statusOf.get(bookingId)).toBe(isCancelled ? 'cancelled' : 'confirmed')
    }
    // every booking was made for exactly one key whose answer names it, and stands once in the audit log
    const whole = await query<{ bookings: number; answered: number; noted: number; acknowledged: number }>(
      `SELECT count(*)::int AS bookings,
         count(*) FILTER (WHERE (SELECT count(*) FROM command c WHERE c.org_id = b.org_id AND c.at >= $1
           AND c.answer LIKE '%"createdAt"%' AND c.answer LIKE '%' || b.booking_id || '%"status":"confirmed"%') = 1)::int AS answered,
         count(*) FILTER (WHERE (SELECT count(*) FROM audit_entry a WHERE a.org_id = b.org_id
           AND a.procedure = 'booking.reserveRoom' AND a.detail->>'bookingId' = b.booking_id::text) = 1)::int AS noted,
         count(*) FILTER (WHERE b.booking_id::text = ANY($2))::int AS acknowledged
       FROM booking b WHERE b.created_at >= $1`,
      [begunAt, clients.acknowledged.map((each) => each.bookingId)],
    )
    const made = clients.acknowledged.length
    expect(whole).toEqual([{ bookings: made, answered: made, noted: made, acknowledged: made }])
    // every cancellation too
    const [cancelled] = await query<{ bookings: number; noted: number }>(
      `SELECT (SELECT count(*)::int FROM booking WHERE created_at >= $1 AND status = 'cancelled') AS bookings,
         (SELECT count(*)::int FROM audit_entry WHERE procedure = 'booking.cancelBooking') AS noted`,
      [begunAt],
    )
    expect(cancelled?.bookings).toBe(clients.acknowledged.filter((each) => each.isCancelled).length)
    expect(cancelled?.noted).toBe(cancelled?.bookings)
    expect(await query('SELECT FROM command WHERE answer IS NULL')).toEqual([])
    expect(await query('SELECT * FROM audit_faults()')).toEqual([])
    expect(
      await query(`SELECT a.booking_id FROM booking a JOIN booking b USING (org_id, room_id)
        WHERE a.booking_id < b.booking_id AND a.during && b.during AND a.status = 'confirmed' AND b.status = 'confirmed'`),
    ).toEqual([])
  })
})
