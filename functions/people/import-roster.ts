import { sql } from 'kysely'
import { importRoster, type RosterRow } from '../../contract/people'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { makeSites } from '../make-sites'
import { plainPhone } from '../phone'
import { newId } from '../secrets'
import { changedFields, type Facts, factsAfter, type KnownPerson, knownPeople } from './compare-roster'
import { endSessions } from './end-sessions'
import { holdActiveAdmins } from './last-admin'
import { makeDepartments } from './make-departments'
import { plainStaffNumber } from './staff-number'
import { addPeople, changePeople, type Written } from './write-people'

/** Of two imports at once the second waits, and then finds what the first wrote: it changes nothing twice. */
async function holdRoster({ db, orgId }: AskedByPerson): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('import_roster'), ${orgId})`.execute(db)
}

function doubledNumbers(rows: readonly RosterRow[]): string[] {
  const seen = new Set<string>()
  const doubled = rows.filter(({ staffNumber }) => seen.size === seen.add(plainStaffNumber(staffNumber)).size)
  return [...new Set(doubled.map(({ staffNumber }) => staffNumber))]
}

interface Change {
  known?: KnownPerson
  after: Facts
  /** Fields that change; all of them for somebody new. */
  fields: string[]
}

/** What importing means for each row, and for those who are said to have left. */
function changesOf(
  rows: readonly RosterRow[],
  leftPersonIds: readonly string[],
  known: ReadonlyMap<string, KnownPerson>,
): Change[] {
  const changes = rows.map((row): Change => {
    const person = known.get(plainStaffNumber(row.staffNumber))
    const said = { ...row, phone: plainPhone(row.phone), staffNumber: plainStaffNumber(row.staffNumber) }
    const after = factsAfter(person, said)
    return { known: person, after, fields: person ? changedFields(person, after) : Object.keys(after) }
  })
  const inRows = new Set(changes.flatMap((change) => change.known?.personId ?? []))
  const leavers = new Set(leftPersonIds)
  for (const { personId, ...facts } of known.values()) {
    if (!leavers.has(personId) || inRows.has(personId) || facts.status === 'left') continue
    changes.push({ known: { personId, ...facts }, after: { ...facts, status: 'left' }, fields: ['status'] })
  }
  return changes
}

async function write(asked: AskedByPerson, changes: readonly Change[]): Promise<void> {
  const departmentId = await makeDepartments(
    asked,
    changes.map(({ after }) => after.departmentPath),
  )
  const sites = await makeSites(
    asked,
    changes.map(({ after }) => after.site),
  )
  const written = ({ known, after: { departmentPath, site, ...facts } }: Change): Written => ({
    ...facts,
    personId: known?.personId ?? newId(asked.now),
    departmentId: departmentId(departmentPath),
    siteId: sites.get(site) ?? null,
  })
  await addPeople(asked, changes.filter(({ known }) => !known).map(written))
  await changePeople(asked, changes.filter(({ known }) => known).map(written))
}

/** Sessions of those who left are over; sessions of those with other duties are looked up anew. */
async function letGo(asked: AskedByPerson, changes: readonly Change[]): Promise<void> {
  const touched = changes.filter(
    ({ known, fields }) => known && (fields.includes('status') || fields.includes('duties')),
  )
  const left = touched.filter(({ after }) => after.status === 'left').flatMap(({ known }) => known?.personId ?? [])
  if (left.length > 0) await endSessions(asked.db, asked.orgId, left)
  asked.afterwards(() => {
    for (const { known } of touched) if (known) asked.cloud.sessions.forgetPerson(known.personId)
  })
}

export default keeper(importRoster, async ({ rows, leftPersonIds }, asked) => {
  documentsOf(asked.cloud)
  const staffNumbers = doubledNumbers(rows)
  if (staffNumbers.length > 0) return refuse('DOUBLED_STAFF_NUMBER', { staffNumbers })
  await holdRoster(asked)
  const admins = await holdActiveAdmins(asked.db, asked.orgId)
  const all = changesOf(rows, leftPersonIds, await knownPeople(asked.db, asked.orgId))
  const changes = all.filter(({ fields }) => fields.length > 0)

  const noLonger = changes.filter(
    ({ known, after }) =>
      known && admins.has(known.personId) && !(after.status === 'active' && after.duties.includes('admin')),
  )
  const isNewAdmin = changes.some(({ after }) => after.status === 'active' && after.duties.includes('admin'))
  if (noLonger.length > 0 && noLonger.length === admins.size && !isNewAdmin) return refuse('LAST_ADMIN')

  await write(asked, changes)
  await letGo(asked, changes)
  const added = changes.filter(({ known }) => !known).length
  const left = all.length - rows.length
  const result = { added, changed: changes.length - added - left, same: all.length - changes.length, left }
  asked.note(result)
  return result
})
