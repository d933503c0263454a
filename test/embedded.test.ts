import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { type EmbeddedServer, startEmbedded } from '../database/embedded'
import { isPostmaster } from '../database/embedded-process'

const folder = mkdtempSync(path.join(tmpdir(), 'guanjia-embedded-'))
const settings = ['fsync=off']
const running: EmbeddedServer[] = []

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder, settings)
  running.push(server)
  return server
}

async function ask(server: EmbeddedServer, sql: string): Promise<object[]> {
  const client = new Client(server.address('postgres'))
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) await server.stop()
}

afterEach(stopAll)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the embedded PostgreSQL', () => {
  it('has one owner when two start at once on a new folder, and a guest does not stop it', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect(first?.processId()).toBe(second?.processId())
    const [owner, guest] = first?.isOwner() ? [first, second] : [second, first]
    expect([owner?.isOwner(), guest?.isOwner()]).toEqual([true, false])
    await guest?.stop()
    expect(await ask(owner as EmbeddedServer, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner?.stop()
    expect(isPostmaster(owner?.processId() ?? 0, owner?.dataDir ?? '')).toBe(false)
  })

  it('is taken over by the next start when its owner was killed', async () => {
    const script = `require(${JSON.stringify(path.join(__dirname, '../database/embedded.ts'))})
      .startEmbedded(${JSON.stringify(folder)}, ['fsync=off']).then((server) => console.log(server.processId()))`
    const other = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: path.join(__dirname, '..') })
    const processId = await new Promise<number>((resolve) =>
      other.stdout.once('data', (bytes: Buffer) => resolve(Number(bytes))),
    )
    other.kill('SIGKILL')
    await new Promise((resolve) => other.once('exit', resolve))
    await wait(100)
    const next = await start()
    expect(next.processId()).toBe(processId)
    expect(next.isOwner()).toBe(true)
  })

  it('starts although its process number has passed to a stranger', async () => {
    const { dataDir } = await start()
    const file = path.join(dataDir, 'postmaster.pid')
    const left = readFileSync(file, 'utf8')
    await stopAll()
    const stranger = spawn('sleep', ['60'])
    try {
      writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)))
      chmodSync(file, 0o644)
      const server = await start()
      expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      expect(stranger.exitCode).toBeNull()
    } finally {
      stranger.kill()
    }
  })

  it('rises again by itself when it was killed, with what had been committed', async () => {
    const server = await start()
    const told: string[] = []
    server.keepAlive((sentence) => told.push(sentence))
    await ask(server, "CREATE TABLE IF NOT EXISTS kept (what text); INSERT INTO kept VALUES ('this')")
    const before = server.processId()
    process.kill(before, 'SIGKILL')
    while (told.length < 2) await wait(20)
    expect(server.processId()).not.toBe(before)
    expect(await ask(server, 'SELECT what FROM kept')).toEqual([{ what: 'this' }])
  })

  it('says in one sentence what is wrong when the folder holds no database it can open', async () => {
    const { dataDir } = await start()
    await stopAll()
    const version = path.join(dataDir, 'PG_VERSION')
    const right = readFileSync(version, 'utf8')
    writeFileSync(version, '9.6\n')
    try {
      await expect(start()).rejects.toThrow(/没能在 .* 启动/)
    } finally {
      writeFileSync(version, right)
    }
    expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false)
  })
})
