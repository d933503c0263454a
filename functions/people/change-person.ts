import { changePerson } from '../../contract/people'
import { duties as allDuties, type Duty } from '../../contract/procedure'
import { keeper, refuse } from '../keeper'
import { maskPhone, plainPhone } from '../phone'
import { endSessions } from './end-sessions'
import { holdActiveAdmins } from './last-admin'
import { rosterPersonOf, selectRoster } from './roster-person'

/** Each once, in the order of the contract; `staff` is everybody's and not granted. */
const granted = (wished: readonly Duty[]) => allDuties.filter((duty) => duty !== 'staff' && wished.includes(duty))

export default keeper(changePerson, async (input, asked) => {
  const { db, orgId } = asked
  const { personId, status, office, note } = input
  const duties = input.duties && granted(input.duties)
  const phone = input.phone === undefined ? undefined : plainPhone(input.phone)
  if (duties || status) {
    const admins = await holdActiveAdmins(db, orgId)
    const staysAdmin = (duties?.includes('admin') ?? true) && (status ?? 'active') === 'active'
    if (admins.has(personId) && admins.size === 1 && !staysAdmin) return refuse('LAST_ADMIN')
  }
  const changes = Object.fromEntries(
    Object.entries({ duties, status, phone, office, note }).filter(([, value]) => value !== undefined),
  )
  if (Object.keys(changes).length > 0) {
    await db.updateTable('person').set(changes).where('orgId', '=', orgId).where('personId', '=', personId).execute()
  }
  const row = await selectRoster(db, orgId).where('p.personId', '=', personId).executeTakeFirst()
  if (!row) return refuse('NO_SUCH_PERSON')
  if (status === 'left') await endSessions(db, orgId, personId)
  if (status || duties) asked.afterwards(() => asked.cloud.sessions.forgetPerson(personId))
  // what was changed, but no phone number: the log is kept for good
  asked.note({ personId, changed: Object.keys(changes), ...(duties && { duties }), ...(status && { status }) })
  const person = rosterPersonOf(row)
  return { ...person, phone: maskPhone(person.phone) }
})
