import type { Log } from '../cloud'

/** An error's stack, PostgreSQL's or Node's code for it, and what caused it in turn; not the dozen fields around them. */
function sayWhy(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const { code } = cause as { code?: unknown }
  const said = `${code === undefined ? '' : `[${String(code)}] `}${cause.stack ?? cause.message}`
  return cause.cause === undefined ? said : `${said}\ncaused by: ${sayWhy(cause.cause)}`
}

/** A log of one JSON line per event, errors with their cause and stack: what log collectors read. */
export function logLines(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return ({ cause, ...line }) => {
    const why = cause === undefined ? {} : { cause: sayWhy(cause) }
    write(`${JSON.stringify({ at: new Date().toISOString(), ...line, ...why })}\n`)
  }
}
