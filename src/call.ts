import type { Answer, AnyProcedure, InputOf } from '../contract/procedure'
import { keyFor, settle } from './attempts'
import { CallFault, readFault } from './fault'
import { deliver } from './platform/transport'
import { currentSession, endSession } from './session'
import { askToSignIn } from './sign-in-first'

/** Faults after which the cloud may yet have done what was asked, so that a retry must carry the same key. */
const isOpen = (fault: CallFault) =>
  fault.code === 'UNREACHABLE' || fault.code === 'BROKEN' || fault.code === 'TOO_MANY'

const onTheirWay = new Map<string, Promise<unknown>>()
let lastWriteAt = 0

/** When something was last written from this phone, in epoch ms: what was read before it may be out of date. */
export const lastWrite = (): number => lastWriteAt

/** Something was changed by a procedure that is no write by the contract: lists are to be asked anew. */
export function noteWrite(): void {
  lastWriteAt = Date.now()
}

/**
 * The one door to the cloud. Answers are values: `{ value }` or `{ refusal, detail }`. Everything else is thrown as a
 * CallFault with a sentence for people; when nobody is signed in, the sign-in page opens with the way back.
 * The same write asked twice at once is sent once; a retry after no answer carries the key of the first try: for a day the
 * one remembered here, or `key`, which a form keeps with its draft for as long as that lives.
 */
export function call<P extends AnyProcedure>(procedure: P, input: InputOf<P>, key?: string): Promise<Answer<P>> {
  if (!procedure.writes) return ask(procedure, input)
  const wish = JSON.stringify([procedure.name, currentSession()?.me.personId, input])
  const running = onTheirWay.get(wish)
  if (running) return running as Promise<Answer<P>>
  const asked = askOnce(procedure, input, wish, key).finally(() => onTheirWay.delete(wish))
  onTheirWay.set(wish, asked)
  return asked
}

async function askOnce<P extends AnyProcedure>(
  procedure: P,
  input: InputOf<P>,
  wish: string,
  key = keyFor(wish, Date.now()),
): Promise<Answer<P>> {
  try {
    const answer = await ask(procedure, input, key)
    settle(wish, Date.now())
    if ('value' in answer) lastWriteAt = Date.now()
    return answer
  } catch (thrown) {
    if (thrown instanceof CallFault && !isOpen(thrown)) settle(wish, Date.now())
    throw thrown
  }
}

async function ask<P extends AnyProcedure>(procedure: P, input: InputOf<P>, key?: string): Promise<Answer<P>> {
  const token = currentSession()?.token
  if (!token && procedure.may !== 'anyone') {
    askToSignIn()
    throw new CallFault('SIGNED_OUT')
  }
  const isLarge = procedure.maxBytes !== undefined
  const body = await deliver({ procedure: procedure.name, input, token, key, isLarge }).catch(() => {
    throw new CallFault('UNREACHABLE')
  })
  if (typeof body === 'object' && body !== null && ('value' in body || 'refusal' in body)) return body as Answer<P>
  const fault = readFault(body)
  if (fault.code === 'SIGNED_OUT' && token === currentSession()?.token) {
    endSession()
    askToSignIn()
  }
  throw fault
}
