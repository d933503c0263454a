import type { Pool, PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type PackedPart, packPart, writeZip } from '../documents/write-zip'
import { calendarFiles, csvLine } from './feed-calendar'
import { type FeedTable, feedTables } from './feed-tables'

const patience = '10min'

/** The timetable a feed is made of. */
export interface ExportedTimetable {
  orgId: number
  timetableKey: number
  /** The address of the house: what an agency without one of its own is given, because the standard insists. */
  publicUrl: string
}

/** Names of the columns that are only kept in a table. */
async function keptColumns(client: PoolClient, { orgId, timetableKey }: ExportedTimetable, table: FeedTable) {
  if (!table.more) return []
  const [name = ''] = table.from.split(' ')
  const { rows } = await client.query<{ key: string }>(
    `SELECT DISTINCT jsonb_object_keys(more) AS key FROM ${name} WHERE org_id = $1 AND timetable_key = $2 ORDER BY 1`,
    [orgId, timetableKey],
  )
  return rows.map(({ key }) => key)
}

async function* tablePieces(client: PoolClient, of: ExportedTimetable, table: FeedTable) {
  const kept = await keptColumns(client, of, table)
  const columns = [
    ...table.columns.map(([, expression]) => expression),
    ...kept.map((key) => `${table.more} ->> ${client.escapeLiteral(key)}`),
  ]
  yield Buffer.from(csvLine([...table.columns.map(([name]) => name), ...kept]))
  // COPY takes no parameters; both are whole numbers
  const where = `p.org_id = ${Number(of.orgId)} AND p.timetable_key = ${Number(of.timetableKey)}`
  yield* client.query(
    copyTo(`COPY (SELECT ${columns.join(', ')} FROM ${table.from} WHERE ${where} ORDER BY ${table.order})
      TO STDOUT (FORMAT csv)`),
  ) as AsyncIterable<Buffer>
}

async function agencyFile(client: PoolClient, { orgId, timetableKey, publicUrl }: ExportedTimetable): Promise<string> {
  const { rows } = await client.query<{ agencies: Record<string, string>[]; name: string; timezone: string }>(
    `SELECT agencies, coalesce(nullif(agency_name, ''), org.name) AS name, timezone
     FROM timetable JOIN org USING (org_id) WHERE org_id = $1 AND timetable_key = $2`,
    [orgId, timetableKey],
  )
  const { agencies = [], name = '', timezone = '' } = rows[0] ?? {}
  const own: Record<string, string> = {
    agency_name: name,
    agency_url: publicUrl,
    agency_timezone: timezone,
    agency_lang: 'zh',
  }
  const told = agencies.length > 0 ? agencies : [own]
  const columns = [...new Set(told.flatMap((agency) => Object.keys(agency)))]
  return [columns, ...told.map((agency) => columns.map((column) => agency[column] ?? ''))].map(csvLine).join('')
}

async function keptParts(client: PoolClient, { orgId, timetableKey }: ExportedTimetable): Promise<PackedPart[]> {
  const { rows } = await client.query<{ name: string; deflated: Buffer; bytes: number; crc: number }>(
    `SELECT name, deflated, byte_count AS bytes, crc32 AS crc FROM timetable_file
     WHERE org_id = $1 AND timetable_key = $2 ORDER BY name`,
    [orgId, timetableKey],
  )
  return rows.map(({ name, deflated, bytes, crc }) => ({ name, deflated: [deflated], bytes, crc32: crc }))
}

async function hasFrequencies(client: PoolClient, { orgId, timetableKey }: ExportedTimetable): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM trip_frequency WHERE org_id = $1 AND timetable_key = $2 LIMIT 1',
    [orgId, timetableKey],
  )
  return rowCount === 1
}

async function packFeed(client: PoolClient, of: ExportedTimetable): Promise<PackedPart[]> {
  const texts = { 'agency.txt': await agencyFile(client, of), ...(await calendarFiles(client, of)) }
  const parts: PackedPart[] = []
  for (const [name, text] of Object.entries(texts)) parts.push(await packPart(name, [Buffer.from(text)]))
  for (const table of feedTables) {
    if (table.file === 'frequencies.txt' && !(await hasFrequencies(client, of))) continue
    parts.push(await packPart(table.file, tablePieces(client, of, table)))
  }
  return [...parts, ...(await keptParts(client, of))]
}

/** A timetable as a GTFS feed (zip), all of it as it was at one moment; the same one gives the same bytes. */
export async function feedOfTimetable(pool: Pool, of: ExportedTimetable): Promise<Buffer> {
  const client = await pool.connect()
  let isBroken = true
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL statement_timeout = '${patience}'`)
    const zip = writeZip(await packFeed(client, of))
    await client.query('COMMIT')
    isBroken = false
    return zip
  } finally {
    // a connection that was left in the middle of a COPY is of no use to anybody
    client.release(isBroken)
  }
}
