import type { AskedByPerson } from '../keeper'
import type { Held } from './hold-ticket'

/** Why somebody may not rate a ticket's present cycle. Only whom it was reported for rates: silence is never five stars. */
export function ratingProblem(
  { row }: Pick<Held, 'row'>,
  { person }: Pick<AskedByPerson, 'person'>,
): 'NOT_YOURS' | 'NOT_DONE' | undefined {
  if (row.requesterId !== person.personId) return 'NOT_YOURS'
  return row.status === 'done' || row.status === 'confirmed' ? undefined : 'NOT_DONE'
}
