import { inspect } from 'node:util'
import type { Log } from '../cloud'

/** A log of one JSON line per event, errors with their cause and stack: what log collectors read. */
export function logLines(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return ({ cause, ...line }) => {
    const why = cause === undefined ? {} : { cause: inspect(cause, { depth: 4 }) }
    write(`${JSON.stringify({ at: new Date().toISOString(), ...line, ...why })}\n`)
  }
}
