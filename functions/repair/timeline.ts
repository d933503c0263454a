import type { TimelineEntry } from '../../contract/repair'
import type { TicketEventKind } from '../../contract/repair-lifecycle'
import { formatInstant } from '../../contract/zone'
import type { Eyes } from './see-ticket'
import type { LoggedEvent } from './ticket-log'

type Detail = TimelineEntry['detail']

/** How it stands, and nothing that somebody wrote: what those who only follow see. */
const plainKinds: ReadonlySet<TicketEventKind> = new Set([
  'reported',
  'imported',
  'assigned',
  'grabbed',
  'accepted',
  'bounced',
  'transferred',
  'started',
  'hung',
  'resumed',
  'planned',
  'finished',
  'confirmed',
  'reopened',
  'refused',
  'cancelled',
  'merged',
  'unmerged',
  'absorbed',
  'released',
])
const plainDetails = ['promisedOn', 'plannedFor', 'closedKind', 'intoNumber']

/** Money is for those who handle the ticket; a warning is for whoever has to hurry. */
const innerKinds: ReadonlySet<TicketEventKind> = new Set(['costed', 'warned'])
const innerDetails = ['costFen']

/** People named in some events: who did it, and whom it was given to. */
export function peopleIn(events: readonly LoggedEvent[]): string[] {
  const ids = events.flatMap(({ byId, data }) => [byId, data.toPersonId])
  return ids.filter((id): id is string => typeof id === 'string')
}

/** What belongs to an event, as plain values: ids become names, and what only the machine reads is left out. */
function detailOf({ data }: LoggedEvent, names: ReadonlyMap<string, string>, zone: string): Detail {
  const detail: Detail = {}
  for (const [field, value] of Object.entries(data)) {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    if (isPlain && value !== '' && !/Ids?$|Ms$/.test(field)) detail[field] = value
  }
  const toName = names.get(String(data.toPersonId))
  if (toName) detail.toName = toName
  if (data.plannedForMs) detail.plannedFor = formatInstant(Number(data.plannedForMs), zone)
  return detail
}

/** The log of a ticket as these eyes may read it, in order; times in the institution's zone. */
export function timelineOf(
  events: readonly LoggedEvent[],
  names: ReadonlyMap<string, string>,
  { eyes, zone }: { eyes: Eyes; zone: string },
): TimelineEntry[] {
  const isInner = eyes === 'desk' || eyes === 'handler'
  const shown = events.filter(({ kind }) => {
    if (eyes === 'follower') return plainKinds.has(kind)
    return isInner || !innerKinds.has(kind)
  })
  return shown.map((event) => {
    const { eventNumber, cycle, at, kind, byId } = event
    const isNamed = eyes !== 'follower' && (isInner || kind !== 'joined')
    const detail = detailOf(event, names, zone)
    const fields = Object.keys(detail).filter((field) =>
      eyes === 'follower' ? plainDetails.includes(field) : isInner || !innerDetails.includes(field),
    )
    return {
      eventNumber,
      cycle,
      at: formatInstant(at, zone),
      kind,
      by: (isNamed && byId && names.get(byId)) || '',
      detail: Object.fromEntries(fields.map((field) => [field, detail[field] as Detail[string]])),
    }
  })
}
