import type { Answer, AnyProcedure, Fault, FaultCode, InputIssue, InputOf } from '../contract/procedure'
import { useSession } from './session'

/** What is not an answer: a fault of the server's, or no server at all. `id` is to be found in the server's log. */
export class CallFault extends Error {
  constructor(
    readonly fault: FaultCode | 'UNREACHABLE',
    readonly id?: string,
    readonly issues: readonly InputIssue[] = [],
  ) {
    super(fault)
  }
}

const READ_LIMIT_MS = 30_000
const WRITE_LIMIT_MS = 180_000
const KEY_LIFE_MS = 10 * 60_000

// Writes whose outcome nobody knows yet. Sending the same words again carries the same key, so nothing is done twice.
const openKeys = new Map<string, { key: string; since: number }>()
let lastAnswerAt = Date.now()

/** A random UUID; `crypto.randomUUID` itself is missing where the page is not served securely. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function keyFor(wish: string): string {
  const known = openKeys.get(wish)
  if (known && Date.now() - known.since < KEY_LIFE_MS) return known.key
  const key = newKey()
  openKeys.set(wish, { key, since: Date.now() })
  return key
}

async function send(procedure: AnyProcedure, body: string, key?: string, token?: string): Promise<Response> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (token) headers.Authorization = `Bearer ${token}`
  if (key) headers['Idempotency-Key'] = key
  const limit = procedure.writes || procedure.maxBytes ? WRITE_LIMIT_MS : READ_LIMIT_MS
  try {
    return await fetch(`/api/${procedure.name}`, { method: 'POST', headers, body, signal: AbortSignal.timeout(limit) })
  } catch {
    throw new CallFault('UNREACHABLE')
  }
}

const isFault = (body: unknown): body is Fault => typeof body === 'object' && body !== null && 'fault' in body

/**
 * The one door to the cloud: sends the input and gives the value or the refusal. Throws CallFault for anything else;
 * SIGNED_OUT also ends the session. A write repeated after an unknown outcome carries the same idempotency key.
 */
export async function call<P extends AnyProcedure>(procedure: P, input: InputOf<P>): Promise<Answer<P>> {
  const token = procedure.may === 'anyone' ? undefined : useSession.getState().token
  const body = JSON.stringify(input)
  const wish = `${procedure.name} ${body}`
  const response = await send(procedure, body, procedure.writes ? keyFor(wish) : undefined, token)
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) {
    openKeys.delete(wish)
    lastAnswerAt = Date.now()
    return answer as Answer<P> // the server has checked it against the contract; checking twice would only cost time
  }
  if (!isFault(answer)) throw new CallFault('UNREACHABLE')
  if (answer.fault !== 'BROKEN') openKeys.delete(wish)
  if (answer.fault === 'SIGNED_OUT' && token === useSession.getState().token) useSession.getState().end('timedOut')
  throw new CallFault(answer.fault, answer.id, answer.issues)
}

/** Milliseconds since the server last answered: it counts idle time from there. */
export const sinceLastAnswer = (): number => Date.now() - lastAnswerAt
