import type { World } from './world'

/** What an app hands to a platform function: its own members, and where to tell the outcome. */
export interface CallOptions {
  success?: (result: Record<string, unknown>) => void
  fail?: (error: Record<string, unknown>) => void
  complete?: (outcome: Record<string, unknown>) => void
  [member: string]: unknown
}

/** Fails a platform function with these members, over the platform's usual ones. */
export class PlatformFailure extends Error {
  constructor(
    reason: string,
    readonly members: Record<string, unknown> = {},
  ) {
    super(reason)
  }
}

export interface Asynchronous {
  /** Does the work; what it returns is the success, what it throws the failure. */
  work(options: CallOptions): unknown
  /** Looked at in the very moment of the call: the reason to refuse it, if any. */
  refuse?(options: CallOptions): string | undefined
  /** How the call is named in `pending` and `hold`; its function's name unless given. */
  label?(options: CallOptions): string
}

/** How a platform puts success and failure into the object its callbacks get. */
export interface Dialect {
  success(name: string, result: Record<string, unknown>): Record<string, unknown>
  failure(name: string, error: Error): Record<string, unknown>
}

export type PlatformFunction = (
  options?: CallOptions,
  onStart?: (interrupt: (reason: string) => void) => void,
) => Promise<unknown> | undefined

/**
 * Makes one asynchronous function of `wx` or `my`: it is recorded, answers later, through callbacks when the app gave
 * any and else by a promise.
 */
export function asynchronous(world: World, dialect: Dialect, name: string, api: Asynchronous): PlatformFunction {
  return (options = {}, onStart) => {
    world.record(name, options)
    const refusal = api.refuse?.(options)
    const work = async (): Promise<Record<string, unknown>> => {
      const result = refusal === undefined ? await api.work(options) : await Promise.reject(new Error(refusal))
      await nextTurn()
      return dialect.success(name, isRecord(result) ? result : {})
    }
    const outcome = world.answering(api.label?.(options) ?? name, work, onStart)
    if (!options.success && !options.fail && !options.complete) {
      return outcome.catch((error) => Promise.reject(dialect.failure(name, asError(error))))
    }
    void outcome.then(
      (result) => deliver(world, [options.success, options.complete], result),
      (error) => deliver(world, [options.fail, options.complete], dialect.failure(name, asError(error))),
    )
    return undefined
  }
}

/** How WeChat words it: `errMsg` in both cases. */
export const wechatDialect: Dialect = {
  success: (name, result) => ({ errMsg: `${name}:ok`, ...result }),
  failure: (name, error) => ({
    errMsg: `${name}:fail ${error.message}`,
    ...(error instanceof PlatformFailure ? error.members : {}),
  }),
}

/** How Alipay words it: the result alone, or `error` (a number) and `errorMessage`. */
export const alipayDialect: Dialect = {
  success: (_, result) => ({ ...result }),
  failure: (_, error) => ({
    error: 4,
    errorMessage: error.message,
    ...(error instanceof PlatformFailure ? error.members : {}),
  }),
}

function deliver(
  world: World,
  receivers: (((outcome: Record<string, unknown>) => void) | undefined)[],
  outcome: Record<string, unknown>,
): void {
  for (const receive of receivers) {
    try {
      receive?.(outcome)
    } catch (error) {
      world.fault(error)
    }
  }
}

/** Platforms answer in a later turn, never within the call. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
