import { mayReserveForOthers } from '../../contract/shuttle-seats'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'

/** Who is to sit there. */
export interface Rider {
  personId: string
  name: string
}

/** The person a place is wished for: the asker, a colleague, or the asker's guest; the last two for those who may. */
export async function findRider(
  { db, orgId, person }: AskedByPerson,
  { forPersonId, guestName }: { forPersonId?: string | undefined; guestName: string },
): Promise<Rider | Refusal<'NOT_FOR_OTHERS' | 'NO_SUCH_PERSON' | 'PERSON_LEFT'>> {
  const isForOther = forPersonId !== undefined && forPersonId !== person.personId
  if ((isForOther || guestName !== '') && !mayReserveForOthers(person.duties)) return refuse('NOT_FOR_OTHERS')
  if (!isForOther) return { personId: person.personId, name: guestName || person.name }
  const other = await db
    .selectFrom('person')
    .select(['name', 'status'])
    .where('orgId', '=', orgId)
    .where('personId', '=', forPersonId)
    .executeTakeFirst()
  if (!other) return refuse('NO_SUCH_PERSON')
  if (other.status === 'left') return refuse('PERSON_LEFT')
  return { personId: forPersonId, name: guestName || other.name }
}
