import type { AskedByPerson } from '../keeper'
import { type Held, record } from './hold-ticket'

/**
 * Merges a held ticket into a held one. Whatever was merged into the former goes along: `viaTicketId` in the log keeps
 * that it came by it, and it leaves with it again.
 */
export async function pointTicket(asked: AskedByPerson, held: Held, into: Held, viaTicketId?: string): Promise<void> {
  const { ticketId, number } = into.row
  const via = viaTicketId === undefined || viaTicketId === ticketId ? {} : { viaTicketId }
  const data = { intoTicketId: ticketId, intoNumber: number, ...via }
  await record(asked, held, { kind: 'merged', data }, { mergedInto: ticketId })
}

/** The ticket that a merged one came by: the one it was merged into when somebody decided so. */
export function cameBy({ events }: Held): string {
  const { viaTicketId, intoTicketId } = events.filter(({ kind }) => kind === 'merged').at(-1)?.data ?? {}
  return String(viaTicketId ?? intoTicketId ?? '')
}

/** Of some merged tickets those that came by one of them, or by another that did. */
export function broughtBy(ticketId: string, merged: readonly Held[]): Held[] {
  const own = merged.filter((held) => cameBy(held) === ticketId)
  return own.flatMap((held) => [held, ...broughtBy(held.row.ticketId, merged)])
}
