import { sql } from 'kysely'
import { importRooms, type RoomRow } from '../../contract/booking-rooms'
import { openingProblem } from '../../contract/opening-hours'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { touchDirectory } from '../touch-directory'
import {
  changedRoomFields,
  type KnownRoom,
  type KnownRooms,
  knownRooms,
  type RoomFacts,
  roomAfter,
} from './compare-rooms'
import { addRooms, changeRooms } from './write-rooms'

/** Of two imports at once the second waits, and then finds what the first wrote: it changes nothing twice. */
async function holdRooms({ db, orgId }: AskedByPerson): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('import_rooms'), ${orgId})`.execute(db)
}

interface Change {
  line: number
  known?: KnownRoom
  after: RoomFacts
  isChanged: boolean
}

function changeOf(rooms: KnownRooms, row: RoomRow, usualSite: string | undefined): Change {
  const placed = { ...row, site: row.site || usualSite || (rooms.siteOf(row.building) ?? '') }
  const known = rooms.find(placed)
  const after = roomAfter(known, placed)
  return { line: row.line, known, after, isChanged: !known || changedRoomFields(known, after).length > 0 }
}

/** Lines that mean a room which a line before them means already. */
function doubledLines(changes: readonly Change[]): number[] {
  const seen = new Set<string>()
  return changes
    .filter(({ known, after }) => {
      const key = known?.roomId ?? JSON.stringify([after.site, after.building, after.floor, after.name])
      return seen.size === seen.add(key).size
    })
    .map(({ line }) => line)
}

export default keeper(importRooms, async ({ rows, siteId }, asked) => {
  const { db, orgId } = asked
  documentsOf(asked.cloud)
  const wrong = rows.filter(({ opening }) => openingProblem(opening) !== undefined)
  const [first] = wrong
  if (first)
    return refuse('HOURS_INVALID', { lines: wrong.map(({ line }) => line), problem: openingProblem(first.opening) })

  await holdRooms(asked)
  const site = siteId
    ? await db
        .selectFrom('site')
        .select('name')
        .where('orgId', '=', orgId)
        .where('siteId', '=', siteId)
        .executeTakeFirst()
    : undefined
  if (siteId && !site) return refuse('NO_SUCH_PLACE')
  const rooms = await knownRooms(db, orgId)
  const all = rows.map((row) => changeOf(rooms, row, site?.name))
  const nowhere = all.filter(({ after }) => after.site === '').map(({ line }) => line)
  if (nowhere.length > 0) return refuse('NO_SUCH_PLACE', { lines: nowhere })
  const doubled = doubledLines(all)
  if (doubled.length > 0) return refuse('DOUBLED_ROOM', { lines: doubled })

  const added = all.filter(({ known }) => !known)
  const changed = all.filter(({ known, isChanged }) => known && isChanged)
  await addRooms(
    asked,
    added.map(({ after }) => after),
  )
  await changeRooms(
    asked,
    changed.flatMap(({ known, after }) => (known ? [{ ...after, roomId: known.roomId }] : [])),
  )
  const result = { added: added.length, changed: changed.length, same: all.length - added.length - changed.length }
  if (result.added + result.changed > 0) await touchDirectory(db, orgId)
  asked.note(result)
  return result
})
