import type { TicketFilter } from '../../contract/repair-desk'
import { ticketKinds, ticketStatuses, urgency } from '../../contract/repair-lifecycle'
import { isDay } from '../../contract/zone'

/** Every param of the address that narrows the board. */
const filterParams = [
  'kind',
  'status',
  'urgency',
  'category',
  'building',
  'assignee',
  'overdue',
  'query',
  'from',
  'until',
] as const
export type FilterParams = Record<(typeof filterParams)[number], string>

/** The filter as the address has it; what is not known is left out. */
export function readFilter(params: URLSearchParams): TicketFilter {
  const statuses = (params.get('status') ?? '').split(',')
  const dayOf = (name: string) => {
    const day = params.get(name)
    return day && isDay(day) ? day : undefined
  }
  return {
    kind: ticketKinds.find((kind) => kind === params.get('kind')),
    statuses: ticketStatuses.filter((status) => statuses.includes(status)),
    urgency: urgency.options.find((option) => option === params.get('urgency')),
    categoryId: params.get('category') || undefined,
    buildingId: params.get('building') || undefined,
    assigneeId: params.get('assignee') || undefined,
    isOverdue: params.get('overdue') ? true : undefined,
    query: params.get('query') || undefined,
    from: dayOf('from'),
    until: dayOf('until'),
  }
}

/** A filter as the address wants it; params that do not narrow are empty, which takes them out. */
export function paramsOf(filter: TicketFilter): FilterParams {
  return {
    kind: filter.kind ?? '',
    status: (filter.statuses ?? []).join(','),
    urgency: filter.urgency ?? '',
    category: filter.categoryId ?? '',
    building: filter.buildingId ?? '',
    assignee: filter.assigneeId ?? '',
    overdue: filter.isOverdue ? '1' : '',
    query: filter.query ?? '',
    from: filter.from ?? '',
    until: filter.until ?? '',
  }
}

/** Whether a filter narrows anything. */
export const isNarrowed = (filter: TicketFilter): boolean => Object.values(paramsOf(filter)).some(Boolean)

/** Whether two filters show the same tickets. */
export function isSameFilter(a: TicketFilter, b: TicketFilter): boolean {
  const [one, other] = [paramsOf(a), paramsOf(b)]
  const sorted = (list: string) => list.split(',').sort().join()
  return filterParams.every((name) => sorted(one[name]) === sorted(other[name]))
}
