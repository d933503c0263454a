import type { Ticket } from '../../contract/repair'
import { actsFor, isOpen } from '../../contract/repair-lifecycle'
import { formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { maskPhone } from '../phone'
import { catalogOf } from './catalog'
import { clockViews } from './clock-views'
import { statusOf } from './hold-ticket'
import { photoPolicyOf, photoProblem, photoStages } from './may-photograph'
import { ratingProblem } from './may-rate'
import type { seeTicket } from './see-ticket'
import { readAbsorbed, readCosts, readPeople, readPhotos, readRating, readRootNumber } from './ticket-parts'
import { type BriefRow, briefOf, briefRows } from './ticket-rows'
import { peopleIn, timelineOf } from './timeline'

type Seen = NonNullable<Awaited<ReturnType<typeof seeTicket>>>

const minuteMs = 60_000

/** What those who only follow a ticket learn of it: nothing that was written, and nobody's name. */
export function outlineRow(row: BriefRow): BriefRow {
  return { ...row, placeNote: '', assigneeId: null, assignee: null }
}

/** Whole for whom it belongs to, for whoever has the ticket while it is open, and for the desk until it called back. */
function phoneFor({ row, eyes }: Seen, personId: string): string {
  if (row.requesterId === personId || row.reportedById === personId) return row.phone
  if (eyes === 'pool' || eyes === 'follower') return ''
  const has = eyes === 'desk' || row.assigneeId === personId || row.accountableId === personId
  const isNeeded = isOpen(statusOf(row)) || (eyes === 'desk' && row.visitState === 'due')
  return has && isNeeded ? row.phone : maskPhone(row.phone)
}

/** Minutes in which nobody was accountable; a ticket that was closed without anybody stops counting then. */
function ownerlessMinutes({ row }: Seen, now: number): number {
  const until = (row.ownedAt ?? row.closedAt)?.getTime() ?? now
  return Math.max(0, Math.floor((until - row.createdAt.getTime()) / minuteMs))
}

async function photosFor(asked: AskedByPerson, seen: Seen): Promise<Pick<Ticket, 'photos' | 'mayAddPhotos'>> {
  if (seen.eyes === 'pool' || seen.eyes === 'follower') return { photos: [], mayAddPhotos: false }
  const [policy, photos] = await Promise.all([photoPolicyOf(asked, seen), readPhotos(asked, seen.row.ticketId)])
  const mayAddPhotos = photoStages.some((stage) => !photoProblem(seen, asked, { stage, policy, photos }))
  return { photos, mayAddPhotos }
}

async function ratingFor(asked: AskedByPerson, seen: Seen): Promise<Pick<Ticket, 'rating' | 'mayRate'>> {
  if (seen.eyes === 'pool' || seen.eyes === 'follower') return { mayRate: false }
  const rating = await readRating(asked, seen)
  return { ...(rating ? { rating } : {}), mayRate: !rating && !ratingProblem(seen, asked) }
}

/** What was written and by whom; empty for those who only follow. */
function wordsFor(asked: AskedByPerson, seen: Seen, people: Awaited<ReturnType<typeof readPeople>>) {
  const { row, eyes } = seen
  const { names, departments } = people
  const shown = (at: Date | null) => (at ? formatInstant(at.getTime(), asked.person.zone) : undefined)
  if (eyes === 'follower') {
    const empty = { placeNote: '', words: '', answers: [], phone: '', requester: '', requesterDepartment: '' }
    return { ...empty, reportedBy: '', accountable: '', ownerlessMinutes: 0, bounces: 0 }
  }
  return {
    placeNote: row.placeNote,
    words: row.words,
    answers: row.answers as Ticket['answers'],
    wantedFrom: shown(row.wantedFrom),
    wantedUntil: shown(row.wantedUntil),
    phone: phoneFor(seen, asked.person.personId),
    requester: names.get(row.requesterId) ?? '',
    requesterDepartment: departments.get(row.requesterId) ?? '',
    reportedBy: names.get(row.reportedById) ?? '',
    accountable: names.get(row.accountableId ?? '') ?? '',
    ownerlessMinutes: ownerlessMinutes(seen, asked.now),
    bounces: row.bounces,
  }
}

/** A ticket as the asker may see it; what is not theirs to see is empty. */
export async function ticketView(asked: AskedByPerson, seen: Seen): Promise<Ticket> {
  const { db, orgId, now, person } = asked
  const { row, events, roles, eyes } = seen
  const { zone } = person
  const isInner = eyes === 'desk' || eyes === 'handler'
  const named = [row.requesterId, row.reportedById, row.accountableId, ...peopleIn(events)]
  const [catalog, briefRow, people, photos, rating, costs, absorbed, mergedIntoNumber] = await Promise.all([
    catalogOf(asked),
    briefRows(db).where('t.orgId', '=', orgId).where('t.ticketId', '=', row.ticketId).executeTakeFirstOrThrow(),
    readPeople(asked, named),
    photosFor(asked, seen),
    ratingFor(asked, seen),
    isInner ? readCosts(asked, row.ticketId) : [],
    eyes === 'follower' ? [] : readAbsorbed(asked, row.ticketId),
    readRootNumber(asked, seen),
  ])
  const isOver = row.mergedInto !== null || eyes === 'follower'
  return {
    ...briefOf(eyes === 'follower' ? outlineRow(briefRow) : briefRow, catalog, zone, now),
    ...wordsFor(asked, seen, people),
    ...photos,
    ...rating,
    roles: eyes === 'follower' ? [...roles, 'follower'] : roles,
    acts: isOver ? [] : actsFor(statusOf(row), roles),
    mayEdit: !isOver && row.status === 'new' && (eyes === 'desk' || roles.includes('requester')),
    channel: row.channel as Ticket['channel'],
    cycle: row.cycle,
    now: formatInstant(now, zone),
    clocks: eyes === 'follower' ? [] : clockViews(seen, catalog.calendar, { now, zone }),
    ...(row.plannedFor ? { plannedFor: formatInstant(row.plannedFor.getTime(), zone) } : {}),
    hangReason: row.hangReason,
    ...(row.closedKind ? { closedKind: row.closedKind as Ticket['closedKind'] } : {}),
    costs,
    ...(row.visitState && eyes !== 'follower' ? { visitState: row.visitState as Ticket['visitState'] } : {}),
    absorbed,
    mergedIntoNumber,
    timeline: timelineOf(events, people.names, { eyes, zone }),
  }
}
