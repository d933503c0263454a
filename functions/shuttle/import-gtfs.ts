import type { PoolClient } from 'pg'
import { importGtfs } from '../../contract/shuttle-timetables'
import { documentsOf } from '../documents/documents'
import { type AskedToDecide, decisiveKeeper, Refusal, type Remembered, refuse } from '../keeper'
import { firstAnswer } from '../remember'
import { newId } from '../secrets'
import type { Feed } from './feed'
import { oneFeedAtATime, readFeedFile } from './read-feed-file'
import { timetableOf } from './timetable-rows'
import { writeFeed } from './write-feed'

const mostNotices = 50
/** Writing a million rows takes longer than a statement may otherwise. */
const patience = '10min'

/** Takes the key of the call; false when it was answered before. */
async function claimKey(client: PoolClient, { orgId, person, command, now }: AskedToDecide): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO command (org_id, person_id, key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, NULL, $5)
     ON CONFLICT DO NOTHING`,
    [orgId, person.personId, command.key, command.fingerprint, new Date(now)],
  )
  return rowCount === 1
}

async function keepAnswer(client: PoolClient, asked: AskedToDecide, answer: string, detail: object): Promise<void> {
  const { orgId, person, command, now } = asked
  await client.query('UPDATE command SET answer = $4 WHERE org_id = $1 AND person_id = $2 AND key = $3', [
    orgId,
    person.personId,
    command.key,
    answer,
  ])
  await client.query(
    `INSERT INTO audit_entry (org_id, at, person_id, procedure, kind, detail) VALUES ($1, $2, $3, $4, 'write', $5)`,
    [orgId, new Date(now), person.personId, importGtfs.name, JSON.stringify(detail)],
  )
}

async function writeTimetable(client: PoolClient, asked: AskedToDecide, name: string, feed: Feed) {
  const { orgId, person, now } = asked
  const timetable = {
    ...{ timetableId: newId(now), name, agencyName: feed.agencyName, timezone: feed.timezone },
    ...{ source: 'gtfs', status: 'draft', revision: 1, counts: { ...feed.counts } },
    ...{ firstDay: feed.firstDay ?? null, lastDay: feed.lastDay ?? null, createdAt: new Date(now), publishedAt: null },
  }
  const { rows } = await client.query<{ timetable_key: number }>(
    `INSERT INTO timetable (org_id, timetable_id, name, agencies, agency_name, timezone, source, counts, first_day,
       last_day, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'gtfs', $7, $8, $9, $10, $11) RETURNING timetable_key`,
    [
      ...[orgId, timetable.timetableId, name, JSON.stringify(feed.agencies), feed.agencyName, feed.timezone],
      ...[JSON.stringify(feed.counts), timetable.firstDay, timetable.lastDay, person.personId, timetable.createdAt],
    ],
  )
  const timetableKey = rows[0]?.timetable_key ?? 0
  await writeFeed(client, { orgId, timetableKey }, feed, documentsOf(asked.cloud))
  return timetableOf({ ...timetable, timetableKey }, person.zone)
}

/** Writes the feed with key and audit entry, all of it or nothing; the answer given before when there was one. */
async function write(asked: AskedToDecide, name: string, feed: Feed): Promise<string | undefined> {
  const client = await asked.cloud.pool.connect()
  let isBroken = false
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL statement_timeout = '${patience}'`)
    if (!(await claimKey(client, asked))) {
      await client.query('ROLLBACK')
      return undefined
    }
    const timetable = await writeTimetable(client, asked, name, feed)
    const answer = JSON.stringify({ value: timetable })
    await keepAnswer(client, asked, answer, { timetableId: timetable.timetableId, name, ...feed.counts })
    await client.query('COMMIT')
    return answer
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {
      isBroken = true
    })
    throw cause
  } finally {
    client.release(isBroken)
  }
}

export default decisiveKeeper(importGtfs, (input, asked) =>
  oneFeedAtATime(input.content, async (): Promise<Remembered | Refusal<(typeof importGtfs)['refusals'][number]>> => {
    const { db, command } = asked
    const before = await firstAnswer(db, asked, command)
    if (before !== undefined) return { rememberedAnswer: before }
    const read = await readFeedFile(input.content, asked)
    if (read instanceof Refusal) return read
    const { feed, notices } = read
    if (notices.errors > 0)
      return refuse('FEED_INVALID', { errors: notices.errors, notices: notices.first(mostNotices) })
    const rememberedAnswer = (await write(asked, input.name, feed)) ?? (await firstAnswer(db, asked, command))
    if (rememberedAnswer === undefined) throw new Error('an answer was given under this key, and is gone')
    return { rememberedAnswer }
  }),
)
