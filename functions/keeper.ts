import type { AnyProcedure, AskedOf, RefusalOf, Refused, ValueOf } from '../contract/procedure'
import type { Db } from '../database/connect'
import type { Cloud } from './cloud'
import type { Person } from './person'

/** One write as its key and body tell it apart from others. */
export interface Command {
  key: string
  fingerprint: Buffer
}

/** What a keeper is given besides its input. `now` is epoch milliseconds. */
export interface Asked {
  /** Within a write this is its transaction. */
  db: Db
  now: number
  cloud: Cloud
  /** The account WeChat vouches for in this very call. */
  wechatSubject?: string
  /** What the audit log should say of this call instead of its input's plain fields. */
  note(detail: Record<string, unknown>): void
  /** Something to do in this process once the answer is committed: dropping what a cache still believes. */
  afterwards(act: () => void): void
}
export interface AskedByPerson extends Asked {
  person: Person
  orgId: number
  token: string
}
export interface AskedToDecide extends AskedByPerson {
  command: Command
}

/** An expected no, returned by a keeper. */
export class Refusal<R extends string = string> implements Refused<R> {
  constructor(
    readonly refusal: R,
    readonly detail?: Record<string, unknown>,
    /** What the keeper wrote stays written: that it was asked for in vain is itself worth keeping. */
    readonly stands = false,
  ) {}
}

/** The refusal of a wish, with what would help: `refuse('ROOM_TAKEN', { ways })`. */
export function refuse<const R extends string>(refusal: R, detail?: Record<string, unknown>): Refusal<R> {
  return new Refusal(refusal, detail)
}

/** A refusal that does not undo what was written before it, e.g. that a code was refused. */
export function refuseForTheRecord<const R extends string>(refusal: R, detail?: Record<string, unknown>): Refusal<R> {
  return new Refusal(refusal, detail, true)
}

/** Input that only a keeper can tell to be wrong; answered like any other `BAD_INPUT`. The message is Chinese. */
export class WrongInput extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message)
  }
}

type Asker<P extends AnyProcedure> = P['may'] extends 'anyone' ? Asked : AskedByPerson
type Outcome<P extends AnyProcedure> = Promise<ValueOf<P> | Refusal<RefusalOf<P>>>

/** Already remembered under its key by the keeper's own statement: sent as it is. */
export interface Remembered {
  rememberedAnswer: string
}

export interface Keeper<P extends AnyProcedure = AnyProcedure> {
  procedure: P
  answer?: (input: AskedOf<P>, asked: Asker<P>) => Outcome<P>
  decide?: (input: AskedOf<P>, asked: AskedToDecide) => Promise<Remembered | Refusal<RefusalOf<P>>>
}

/** The usual keeper: a write runs in one transaction with its key and its audit entry. */
export function keeper<P extends AnyProcedure>(
  procedure: P,
  answer: (input: AskedOf<P>, asked: Asker<P>) => Outcome<P>,
): Keeper<P> {
  return { procedure, answer }
}

/** A keeper for a contended write: one statement of its own does what the transaction would do in five. */
export function decisiveKeeper<P extends AnyProcedure>(
  procedure: P,
  decide: (input: AskedOf<P>, asked: AskedToDecide) => Promise<Remembered | Refusal<RefusalOf<P>>>,
): Keeper<P> {
  return { procedure, decide }
}
