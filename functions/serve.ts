import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { AnyProcedure, Fault, FaultCode, InputIssue, May } from '../contract/procedure'
import type { Keepers } from './api'
import type { Cloud } from './cloud'
import { NeedsConsole } from './documents/documents'
import { issuesOf } from './issue-sentence'
import { type Asked, type AskedByPerson, type Keeper, Refusal, WrongInput } from './keeper'
import { countCall } from './metrics'
import { answerInTransaction, fingerprintOf, isUuid, KeyReused, remember } from './remember'
import { writeAudit } from './write-audit'

/** One call as it came in, whatever brought it. */
export interface Call {
  name: string
  input: unknown
  token?: string
  key?: string
  /** Size of the body in bytes. */
  bytes: number
  wechatSubject?: string
}

/** An answer or a fault. `text` is JSON already, where it was remembered. */
export interface Reply {
  status: 200 | 400 | 401 | 403 | 404 | 413 | 429 | 500
  body: unknown
  text?: string
}

const statusOf: Record<FaultCode, Reply['status']> = {
  BAD_INPUT: 400,
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  UNKNOWN_PROCEDURE: 404,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  BROKEN: 500,
}
const usualMaxBytes = 256 * 1024
const mostAtOnce = 2000

/** The reply for a fault, with the status that belongs to it. */
export function faultReply(fault: FaultCode, more: Omit<Fault, 'fault'> = {}): Reply {
  return { status: statusOf[fault], body: { fault, ...more } }
}
const badInput = (...issues: InputIssue[]) => faultReply('BAD_INPUT', { issues })

/** The largest body a procedure takes, in bytes; unknown ones take the usual size. */
export function maxBytesOf(keepers: Keepers, name: string): number {
  return keepers.get(name)?.procedure.maxBytes ?? usualMaxBytes
}

function mayAsk(may: May, duties: ReadonlySet<string>): boolean {
  if (typeof may === 'string') return duties.has(may)
  return may.some((duty) => duties.has(duty))
}

async function answerRead(cloud: Cloud, keeper: Keeper, input: unknown, asked: Asked, note: () => object) {
  const result = await keeper.answer?.(input, asked as AskedByPerson)
  if (keeper.procedure.readsPersonalData && !(result instanceof Refusal)) {
    await writeAudit(cloud.db, asked as AskedByPerson, keeper.procedure.name, 'read', note())
  }
  return bodyOf(result)
}

function bodyOf(result: unknown): object {
  if (!(result instanceof Refusal)) return { value: result }
  return result.detail ? { refusal: result.refusal, detail: result.detail } : { refusal: result.refusal }
}

/** Fields of an input that are short and plain: what the audit log keeps unless a keeper says better. */
function plainFields(input: unknown): Record<string, unknown> {
  const fields = Object.entries(input as Record<string, unknown>)
  return Object.fromEntries(
    fields.filter(([, x]) => typeof x !== 'object' && !(typeof x === 'string' && x.length > 200) && x !== ''),
  )
}

async function answer(cloud: Cloud, keeper: Keeper, call: Call): Promise<Reply> {
  const acts: (() => void)[] = []
  const reply = await answerCall(cloud, keeper, call, (act) => acts.push(act))
  for (const act of acts) act()
  return reply
}

async function answerCall(
  cloud: Cloud,
  keeper: Keeper,
  call: Call,
  afterwards: (act: () => void) => void,
): Promise<Reply> {
  const { procedure } = keeper
  const now = cloud.clock()
  const person = call.token ? await cloud.sessions.personOf(call.token, now) : undefined
  if (procedure.may !== 'anyone') {
    if (!person) return faultReply('SIGNED_OUT')
    if (!mayAsk(procedure.may, person.duties)) return faultReply('FORBIDDEN')
  }
  if (call.key !== undefined && !isUuid(call.key)) {
    return badInput({ path: 'Idempotency-Key', message: '请求编号须为 UUID' })
  }
  // the validator takes a list for an object without fields
  if (Array.isArray(call.input)) return badInput({ path: '', message: '应为一组内容' })
  const parsed = v.safeParse(procedure.input, call.input)
  if (!parsed.success) return faultReply('BAD_INPUT', { issues: issuesOf(parsed.issues) })
  const input = parsed.output

  let noted: Record<string, unknown> | undefined
  const asked: Asked = {
    db: cloud.db,
    now,
    cloud,
    wechatSubject: call.wechatSubject,
    note: (detail) => {
      noted = detail
    },
    afterwards,
  }
  const note = () => noted ?? plainFields(input)
  if (procedure.may === 'anyone' || !person)
    return { status: 200, body: bodyOf(await keeper.answer?.(input, asked as AskedByPerson)) }
  const byPerson: AskedByPerson = { ...asked, person, orgId: person.orgId, token: call.token ?? '' }
  if (!procedure.writes) return { status: 200, body: await answerRead(cloud, keeper, input, byPerson, note) }

  const command = { key: call.key ?? randomUUID(), fingerprint: fingerprintOf(procedure.name, call.input) }
  if (keeper.decide) {
    const decided = await keeper.decide(input, { ...byPerson, command })
    const text =
      decided instanceof Refusal
        ? await remember(byPerson, command, JSON.stringify(bodyOf(decided)))
        : decided.rememberedAnswer
    return { status: 200, body: undefined, text }
  }
  const text = await answerInTransaction(byPerson, command, procedure, note, async (inTransaction) => {
    const result = await keeper.answer?.(input, inTransaction)
    return { body: bodyOf(result), isUndone: result instanceof Refusal && !result.stands }
  })
  return { status: 200, body: undefined, text }
}

function reject(cloud: Cloud, procedure: AnyProcedure, cause: unknown): Reply {
  if (cause instanceof NeedsConsole && procedure.refusals.includes('NEEDS_CONSOLE')) {
    return { status: 200, body: { refusal: 'NEEDS_CONSOLE' } }
  }
  if (cause instanceof KeyReused) {
    return badInput({ path: 'Idempotency-Key', message: '这个请求编号已用于另一项操作，请换一个新的编号' })
  }
  if (cause instanceof WrongInput) return badInput({ path: cause.path, message: cause.message })
  const id = randomUUID().slice(0, 8)
  cloud.log({ level: 'error', message: procedure.name, id, cause })
  return faultReply('BROKEN', { id })
}

function isRefusal({ text, body }: Reply): boolean {
  return text === undefined ? 'refusal' in (body as object) : text.startsWith('{"refusal"')
}

/** Serves calls one by one: check input → who is asking → may they → run → answer → log a fault once. */
export function serving(cloud: Cloud, keepers: Keepers): (call: Call) => Promise<Reply> {
  let underWay = 0
  return async (call) => {
    const keeper = keepers.get(call.name)
    if (!keeper || (call.name === 'people.signInAsDemo' && !cloud.isDemo)) return faultReply('UNKNOWN_PROCEDURE')
    if (call.bytes > maxBytesOf(keepers, call.name)) return faultReply('TOO_LARGE')
    if (underWay >= mostAtOnce) return faultReply('TOO_MANY')
    underWay++
    const startedAt = performance.now()
    let outcome: 'value' | 'refusal' | 'fault' = 'fault'
    try {
      const reply = await answer(cloud, keeper, call)
      if (reply.status === 200) outcome = isRefusal(reply) ? 'refusal' : 'value'
      return reply
    } catch (cause) {
      return reject(cloud, keeper.procedure, cause)
    } finally {
      underWay--
      countCall(call.name, outcome, (performance.now() - startedAt) / 1000)
    }
  }
}
