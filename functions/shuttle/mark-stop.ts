import { sql } from 'kysely'
import { markStop, mostKeptStops } from '../../contract/shuttle'
import { keeper, refuse } from '../keeper'
import { readKeptStops } from './kept-stops'
import { knownStops } from './known-stops'
import { timetableInForce } from './timetable-in-force'

export default keeper(markStop, async ({ stopId, isFavourite, isUsual }, asked) => {
  const { db, orgId, person, now } = asked
  const timetable = await timetableInForce(asked)
  const known = timetable && (await knownStops({ ...asked, pool: asked.cloud.pool }, timetable.timetableKey, [stopId]))
  const mine = sql`org_id = ${orgId} AND person_id = ${person.personId}::uuid`
  // of two marks of one person the second waits: there is one usual stop at most
  await sql`SELECT FROM person WHERE ${mine} FOR NO KEY UPDATE`.execute(db)
  const kept = await readKeptStops(db, orgId, person.personId)
  // one that the timetable has no more can still be let go
  if (!known || !(known.asked.has(stopId) || (!isFavourite && kept.includes(stopId)))) return refuse('NO_SUCH_STOP')
  if (isFavourite) {
    const isNew = !kept.includes(stopId)
    if (isNew && kept.length >= mostKeptStops) return refuse('TOO_MANY_STOPS', { most: mostKeptStops })
    const becomesUsual = isUsual || kept.length === 0
    if (becomesUsual) await sql`UPDATE kept_stop SET is_usual = false WHERE ${mine} AND is_usual`.execute(db)
    await db
      .insertInto('keptStop')
      .values({ orgId, personId: person.personId, stopId, isUsual: becomesUsual, keptAt: new Date(now) })
      .onConflict((one) =>
        one
          .columns(['orgId', 'personId', 'stopId'])
          .doUpdateSet((old) => ({ isUsual: becomesUsual ? sql.lit(true) : old.ref('keptStop.isUsual') })),
      )
      .execute()
  } else {
    await sql`DELETE FROM kept_stop WHERE ${mine} AND stop_id = ${stopId}`.execute(db)
    // without a usual one the oldest that is kept takes its place
    await sql`UPDATE kept_stop SET is_usual = true WHERE ${mine} AND stop_id = (
      SELECT stop_id FROM kept_stop WHERE ${mine} ORDER BY is_usual DESC, kept_at, stop_id LIMIT 1)`.execute(db)
  }
  const after = await readKeptStops(db, orgId, person.personId)
  const all = await knownStops({ ...asked, pool: asked.cloud.pool }, timetable.timetableKey, after)
  return {
    myStops: after.flatMap((id) => {
      const found = all.asked.get(id)
      return found ? [found.stop] : []
    }),
  }
})
