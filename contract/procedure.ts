import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/** What a person is entrusted with. `staff` is everyone on the roster; the others are granted to a person. */
export const duties = [
  'staff',
  'proxy',
  'steward',
  'dispatcher',
  'technician',
  'kitchen',
  'fleet',
  'surveyor',
  'manager',
  'admin',
  'auditor',
] as const
export type Duty = (typeof duties)[number]

/** Who may ask: somebody not signed in yet (`anyone`), or holders of one of the duties named. */
export type May = 'anyone' | Duty | readonly Duty[]

interface Promised {
  /** One sentence for the listing at `GET /api`. */
  summary: string
  input: GenericSchema
  output: GenericSchema
  refusals: readonly string[]
  may: May
  /** Changes something: the call carries an idempotency key and leaves an audit entry. */
  writes?: boolean
  /** Reads other people's personal data: leaves an audit entry too. */
  readsPersonalData?: boolean
  /** The audit log lists its entries that tell nothing else without who asked: nobody learns who rated. */
  hidesAsker?: boolean
  /** The answer tells a secret once: it is kept under its key so that only the session that asked can read it again. */
  answersSecret?: boolean
  /** Largest body in bytes when the usual 256 KB do not do. */
  maxBytes?: number
}

export type Procedure<Name extends string = string, P extends Promised = Promised> = P & { name: Name }

/** Writes down one promise between clients and cloud; `name` is `<feature>.<verbNoun>`, the same in every layer. */
export function procedure<const Name extends `${string}.${string}`, const P extends Promised>(
  name: Name,
  promise: P,
): Procedure<Name, P> {
  return { ...promise, name }
}

export type AnyProcedure = Procedure
/** What a client sends. */
export type InputOf<P extends AnyProcedure> = InferInput<P['input']>
/** What a keeper receives: the input after cleaning. */
export type AskedOf<P extends AnyProcedure> = InferOutput<P['input']>
export type ValueOf<P extends AnyProcedure> = InferInput<P['output']>
export type RefusalOf<P extends AnyProcedure> = P['refusals'][number]

/** A refusal is expected: listed in the contract and returned as a value, with what would help in `detail`. */
export interface Refused<R extends string = string> {
  refusal: R
  detail?: Record<string, unknown>
}
export type Answer<P extends AnyProcedure> = { value: ValueOf<P> } | Refused<RefusalOf<P>>

export type FaultCode =
  | 'BAD_INPUT'
  | 'SIGNED_OUT'
  | 'FORBIDDEN'
  | 'UNKNOWN_PROCEDURE'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'BROKEN'

/** One thing wrong with an input: where (`rows.3.phone`) and why, in Chinese. */
export interface InputIssue {
  path: string
  message: string
}
/** A fault is not expected; `id` is in the log exactly once. */
export interface Fault {
  fault: FaultCode
  issues?: InputIssue[]
  id?: string
}
