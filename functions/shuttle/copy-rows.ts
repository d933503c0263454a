import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const pieceLength = 65_536

type Value = string | number | boolean | null

/** A value in the text form of COPY. */
function written(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return String(value)
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/[\\\t\n\r]/g, (c) => `\\${c === '\\' ? c : c === '\t' ? 't' : c === '\n' ? 'n' : 'r'}`)
    : value
}

function* texts(rows: Iterable<readonly Value[]>): Generator<string> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(written).join('\t')}\n`
    if (text.length < pieceLength) continue
    yield text
    text = ''
  }
  yield text
}

/** Sends bytes to a COPY statement as fast as the server takes them. */
export async function copyBytes(
  client: PoolClient,
  statement: string,
  bytes: Iterable<Buffer | string>,
): Promise<void> {
  await pipeline(Readable.from(bytes), client.query(copyFrom(statement)))
}

/** Writes many rows into a table by COPY; `columns` as in the statement. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: string,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  await copyBytes(client, `COPY ${table} (${columns}) FROM STDIN`, texts(rows))
}
