import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Address } from '../database/connect'
import { buildFunctions } from '../scripts/build-functions'
import { seedWhenEmpty } from '../scripts/seed'
import { ask, freePort, isHealthy } from './support/running-server'
import { startCloud, type TestCloud } from './support/start-cloud'

let test: TestCloud
let folder: string
let url: string
let server: ReturnType<typeof launch>

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(folder, 'web')], { env: { PATH: process.env.PATH ?? '', ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, said: () => said }
}

let databaseUrl: string

beforeAll(async () => {
  test = await startCloud()
  const { rows } = await test.cloud.pool.query<{ name: string }>('SELECT current_database() AS name')
  const address = {
    ...(JSON.parse(process.env.TEST_DATABASE ?? '{}') as Extract<Address, { host: string }>),
    database: rows[0]?.name ?? '',
  }
  databaseUrl = `postgres://${address.user}@localhost:${address.port}/${address.database}?host=${address.host}`
  await seedWhenEmpty(address, () => {})

  folder = mkdtempSync(path.join(tmpdir(), 'guanjia-web-'))
  await buildFunctions(folder, ['web'])
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = launch({ DATABASE_URL: databaseUrl, DEMO: '1', PORT: String(port) })
  for (let i = 0; i < 200 && !(await isHealthy(url)); i++) await new Promise((resolve) => setTimeout(resolve, 50))
})

afterAll(async () => {
  server.child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
  await test.end()
})

async function count(sql: string): Promise<number> {
  const { rows } = await test.cloud.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)
  return rows[0]?.n ?? -1
}

describe('the demo institution', () => {
  it('has two sites, four buildings, forty rooms and 400 people in 18 departments, beside a second institution', async () => {
    expect(await count('site WHERE org_id = 1')).toBe(2)
    expect(await count('building WHERE org_id = 1')).toBe(4)
    expect(await count('room WHERE org_id = 1')).toBe(40)
    expect(await count('door_code JOIN room ON room_id = place_id AND asset_id IS NULL WHERE room.org_id = 1')).toBe(40)
    expect(await count('department WHERE org_id = 1')).toBe(18)
    expect(await count('person WHERE org_id = 1')).toBe(400)
    expect(await count('(SELECT DISTINCT name FROM person WHERE org_id = 1) names')).toBe(400)
    expect(await count('org')).toBe(2)
  })

  it('is booked for three weeks around today, within the hours and departments of its rooms', async () => {
    expect(
      await count(`(SELECT DISTINCT (starts_at + interval '8 hours')::date FROM booking WHERE org_id = 1) days`),
    ).toBeGreaterThan(15)
    expect(await count(`booking WHERE org_id = 1 AND starts_at < now() - interval '9 days'`)).toBeGreaterThan(0)
    expect(await count(`booking WHERE org_id = 1 AND starts_at > now() + interval '8 days'`)).toBeGreaterThan(0)
    expect(
      await count(`booking b JOIN room r USING (org_id, room_id) JOIN person p ON p.org_id = b.org_id AND p.person_id = b.organizer_id
        JOIN department d ON d.org_id = p.org_id AND d.department_id = p.department_id
        WHERE r.rules->'openToDepartmentIds' <> '[]' AND NOT r.rules->'openToDepartmentIds' ?| d.path_ids::text[]`),
    ).toBe(0)
    expect(
      await count(`booking b JOIN room r USING (org_id, room_id) WHERE NOT EXISTS (
        SELECT FROM jsonb_array_elements(r.rules->'opening') day, jsonb_array_elements(day) hours
        WHERE (hours->>0)::int <= extract(epoch FROM (b.starts_at + interval '8 hours')::time) / 60
          AND extract(epoch FROM (b.ends_at + interval '8 hours')::time) / 60 <= (hours->>1)::int)`),
    ).toBe(0)
  })

  it('changes nothing when it is seeded again', async () => {
    const before = await count('booking')
    const { host, port, user, database } = {
      ...(test.cloud.pool.options as { host: string; port: number; user: string; database: string }),
    }
    await seedWhenEmpty({ host, port, user, database }, () => {})
    expect(await count('booking')).toBe(before)
    expect(await count('org')).toBe(2)
  })
})

describe('the server as it is built', () => {
  it('says that it is well, what it can be asked, and what it has done', async () => {
    const health = (await (await fetch(`${url}/health`)).json()) as object
    expect(health).toEqual({ ok: true, database: 'ok', migration: expect.stringMatching(/^\d{4}$/) })
    const { procedures } = (await (await fetch(`${url}/api`)).json()) as { procedures: { name: string }[] }
    expect(procedures.map((procedure) => procedure.name)).toContain('booking.reserveRoom')
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('guanjia_pool_connections')
  })

  it('shows the first persona what is coming up', async () => {
    const { value } = await ask(url, 'people.signInAsDemo', { persona: 'staff' })
    const mine = await ask(url, 'booking.listMyBookings', {}, { token: String(value?.token) })
    expect(mine.value?.items ?? []).toHaveProperty('1.status', 'confirmed')
  })

  it('signs every persona in, each with the duties of the part', async () => {
    const duties = async (persona: string) => {
      const { value } = await ask(url, 'people.signInAsDemo', { persona })
      return ((value?.me ?? {}) as { duties: string[] }).duties.filter((duty) => duty !== 'staff').sort()
    }
    expect(await duties('staff')).toEqual([])
    expect(await duties('colleague')).toEqual([])
    expect(await duties('manager')).toEqual(['manager', 'proxy', 'steward'])
    expect(await duties('admin')).toEqual(['admin', 'steward'])
    expect(await duties('dispatcher')).toEqual(['dispatcher', 'proxy'])
    for (const own of ['technician', 'kitchen', 'fleet', 'surveyor']) expect(await duties(own)).toEqual([own])
    expect(await duties('outsider')).toEqual([])
  })

  it('leads from a printed code to the room, and prints labels in Chinese without any package around it', async () => {
    const { rows } = await test.cloud.pool.query<{ token: string }>(
      'SELECT token FROM door_code WHERE org_id = 1 LIMIT 1',
    )
    const door = await fetch(`${url}/r/${rows[0]?.token}`, { redirect: 'manual' })
    expect(door.headers.get('location')).toContain(rows[0]?.token)
    const { value } = await ask(url, 'people.signInAsDemo', { persona: 'admin' })
    const labels = await ask(url, 'booking.printDoorLabels', {}, { token: String(value?.token) })
    const pdf = Buffer.from(String(labels.value?.content), 'base64')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('NotoSansSC')
  })

  it('ends when it is asked to, and answers what is under way', async () => {
    const { value } = await ask(url, 'people.signInAsDemo', { persona: 'staff' })
    const underWay = ask(url, 'booking.listMyBookings', {}, { token: String(value?.token) })
    await new Promise((resolve) => setTimeout(resolve, 5))
    server.child.kill('SIGTERM')
    expect((await underWay).value).toBeDefined()
    expect(await server.ended).toBe(0)
  })
})

describe('a start with something wrong stops with one sentence', () => {
  it.each([
    ['PORT', { PORT: 'eighty' }, '环境变量 PORT 应为 0 到 65535 的整数'],
    ['DEMO', { DEMO: 'yes' }, '环境变量 DEMO 应为 1(开)或 0(关)'],
    ['DATABASE_URL', { DATABASE_URL: '' }, '环境变量 DATABASE_URL 须设为'],
  ])('%s', async (_name, env, sentence) => {
    const { ended, said } = launch({ DATABASE_URL: databaseUrl, ...env })
    expect(await ended).toBe(1)
    expect(said()).toContain(sentence)
    expect(said().trim().split('\n')).toHaveLength(1)
  })

  it('a port that is taken', async () => {
    const first = launch({ DATABASE_URL: databaseUrl, PORT: '0' })
    while (!first.said().includes('提供服务')) await new Promise((resolve) => setTimeout(resolve, 20))
    const port = /:(\d+) /.exec(first.said())?.[1] ?? ''
    const { ended, said } = launch({ DATABASE_URL: databaseUrl, PORT: port })
    expect(await ended).toBe(1)
    expect(said()).toContain(`端口 ${port} 已被别的程序占用`)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
  })
})
