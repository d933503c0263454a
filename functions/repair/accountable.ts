import type { AskedByPerson } from '../keeper'
import type { TicketRow } from './hold-ticket'

type Owned = Pick<TicketRow, 'accountableId' | 'ownedAt'>
type By = Pick<AskedByPerson, 'now' | 'person'>

/** Whoever takes it is accountable from now on; `ownedAt` is when somebody was for the first time. */
export function takesOver({ ownedAt }: Owned, { now, person }: By): Owned {
  return { accountableId: person.personId, ownedAt: ownedAt ?? new Date(now) }
}

/** Whoever decides over a ticket that nobody is accountable for becomes so; otherwise nothing changes. */
export function takesUnowned(row: Owned, by: By): Partial<Owned> {
  return row.accountableId === null ? takesOver(row, by) : {}
}
