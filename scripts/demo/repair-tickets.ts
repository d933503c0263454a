import type { Category } from '../../contract/repair-catalog'
import type { WorkingCalendar } from '../../contract/working-time'
import type { Db } from '../../database/connect'
import { newHumanCode, newId } from '../../functions/secrets'
import type { Chance } from './chance'
import type { DemoAsset, DemoPlace } from './repair-places'
import { type Played, play, timesAt } from './repair-play'
import type { Story } from './repair-story'
import type { DemoTechnician } from './repair-technicians'

/** Everything and everybody the stories are about. */
export interface Scene {
  orgId: number
  now: number
  calendar: WorkingCalendar
  categoryIds: ReadonlyMap<string, string>
  categoryOf: ReadonlyMap<string, Category>
  places: readonly DemoPlace[]
  assets: readonly DemoAsset[]
  technicians: readonly DemoTechnician[]
  /** In the order of their staff numbers, the personas first. */
  people: readonly { personId: string; phone: string }[]
  deskId: string
}

const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms))

/** Those who have the skill, or everybody when nobody has. */
function whoCan({ technicians }: Scene, skill: string): readonly DemoTechnician[] {
  const able = technicians.filter(({ skills }) => skills.includes(skill))
  return [...able, ...technicians.filter((each) => !able.includes(each))]
}

/** The asset of a place that faults of the category's group are reported of. */
function assetFor({ assets, categoryOf }: Scene, { placeId }: DemoPlace, { parentId }: Category): string | null {
  const isMeant = (asset: DemoAsset) => categoryOf.get(asset.categoryId ?? '')?.parentId === parentId
  return assets.find((asset) => asset.placeId === placeId && isMeant(asset))?.assetId ?? null
}

/** A story as rows of all the tables it stands in. */
function rowsOf(story: Story, scene: Scene, chance: Chance) {
  const { orgId, now, calendar, categoryIds, categoryOf, people, deskId } = scene
  const category = categoryOf.get(categoryIds.get(story.what) ?? '')
  const place = scene.places.find(
    ({ building, floor, name }) => building === story.building && `${floor} ${name}` === story.place,
  )
  if (!category || !place) return undefined
  const urgency = story.urgency ?? 'normal'
  const requester = people[story.by ?? chance.whole(20, people.length - 1)] ?? { personId: deskId, phone: '' }
  const channel = story.channel ?? 'app'
  const isTakenIn = !['app', 'door'].includes(channel)
  const { skill } = category
  const parts = { requesterId: requester.personId, deskId, skill, technicians: whoCan(scene, skill) }
  const played = play(story, parts, category.limits[urgency], calendar, now)
  const { state, createdAt, events, past, done } = played
  const ticketId = newId(createdAt)
  const where = { orgId, ticketId }
  const { visitDueAt, ...times } = timesAt(played, state, calendar, now)
  const others = Array.from({ length: story.others ?? 0 }, () => chance.pick(people).personId)
  const followers = [...new Set(others)].filter((personId) => personId !== requester.personId)
  const ownedAt = state.ownedAt ?? (isTakenIn ? createdAt : null)
  const ticket = {
    ...where,
    number: newHumanCode(6),
    kind: category.kind,
    categoryId: category.categoryId,
    placeId: place.placeId,
    buildingId: place.buildingId,
    assetId: story.isOfAsset ? assetFor(scene, place, category) : null,
    urgency,
    priority: 1 + followers.length,
    words: story.words,
    answers: JSON.stringify((story.answers ?? []).map(([question, answer]) => ({ question, answer }))),
    phone: requester.phone,
    channel,
    requesterId: requester.personId,
    reportedById: isTakenIn ? deskId : requester.personId,
    status: state.status,
    closedKind: state.closedKind,
    assigneeId: state.assigneeId,
    accountableId: state.accountableId ?? (isTakenIn ? deskId : null),
    cycle: state.cycle,
    lastEvent: events.length,
    bounces: state.bounces,
    createdAt: new Date(createdAt),
    ownedAt: dateOf(ownedAt),
    startedAt: new Date(state.startedAt),
    plannedFor: dateOf(state.plannedFor),
    closedAt: dateOf(state.closedAt),
    hangReason: state.hangReason,
    promisedOn: state.promisedOn,
    doerId: state.doerId,
    visitDueAt,
    visitState: state.visitState,
    visitAttempts: state.visitAttempts,
    ...times,
  }
  return {
    story,
    ticket,
    events: events.map(({ eventNumber, cycle, at, kind, byId, data }) => ({
      ...where,
      eventNumber,
      cycle,
      at: new Date(at),
      kind,
      // what came in by phone or on paper, the desk wrote down
      byId: kind === 'reported' && isTakenIn ? deskId : (byId ?? null),
      data: JSON.stringify(data),
    })),
    past: past.map(({ state: over, endedAt }) => pastRow(where, played, over, calendar, endedAt)),
    followers: followers.map((personId) => ({ ...where, personId, at: new Date(createdAt + 300_000) })),
    ...facetsOf(where, done, { requesterId: requester.personId, deskId }),
  }
}

function pastRow(
  where: { orgId: number; ticketId: string },
  played: Played,
  { cycle, startedAt, doerId, closedKind, visitState }: Played['state'],
  calendar: WorkingCalendar,
  endedAt: number,
) {
  const state = played.past.find((over) => over.state.cycle === cycle)?.state ?? played.state
  const { dueAt, steps, ...times } = timesAt(played, state, calendar, endedAt)
  return { ...where, cycle, startedAt: new Date(startedAt), doerId, closedKind, visitState, ...times }
}

/** Ratings, visits and costs: facets of a cycle, not states. */
function facetsOf(
  where: { orgId: number; ticketId: string },
  done: Played['done'],
  { requesterId, deskId }: { requesterId: string; deskId: string },
) {
  const ratings = []
  const visits = []
  const costs = []
  for (const { deed, cycle, at } of done) {
    const when = new Date(at)
    if (deed.act === 'rate') {
      const { stars, reasons = [], words = '' } = deed
      ratings.push({ ...where, cycle, personId: requesterId, stars, reasons: [...reasons], words, ratedAt: when })
    }
    if (deed.act === 'visit') {
      const attempt: number = 1 + visits.filter((visit) => visit.cycle === cycle).length
      visits.push({ ...where, cycle, attempt, byId: deskId, at: when, outcome: deed.outcome, words: deed.words ?? '' })
    }
    if (deed.act !== 'finish') continue
    for (const line of deed.costs ?? []) {
      costs.push({ ...where, costId: newId(at), cycle, ...line, byId: deskId, at: when })
    }
  }
  return { ratings, visits, costs }
}

type Rows = NonNullable<ReturnType<typeof rowsOf>>

/** The first ticket of each such pair follows the second from a moment ago on. */
function merge(all: readonly Rows[], { now, deskId }: Scene): void {
  for (const [i, rows] of all.entries()) {
    const into = all[i + 1]
    if (!rows.story.isSameAsNext || !into) continue
    const at = new Date(now - 240_000)
    const { orgId, ticketId, number, cycle } = rows.ticket
    const event = { orgId, at, byId: deskId }
    rows.events.push({
      ...event,
      ticketId,
      cycle,
      eventNumber: ++rows.ticket.lastEvent,
      kind: 'merged',
      data: JSON.stringify({ intoTicketId: into.ticket.ticketId, intoNumber: into.ticket.number }),
    })
    into.events.push({
      ...event,
      ticketId: into.ticket.ticketId,
      cycle: into.ticket.cycle,
      eventNumber: ++into.ticket.lastEvent,
      kind: 'absorbed',
      data: JSON.stringify({ ticketId, number }),
    })
    into.ticket.priority++
    Object.assign(rows.ticket, {
      mergedInto: into.ticket.ticketId,
      dueAt: new Date(Date.UTC(2100, 0, 1)),
      steps: '[]',
    })
  }
}

/** Writes the stories as tickets with all that belongs to them. Gives how many there are. */
export async function writeTickets(db: Db, scene: Scene, stories: readonly Story[], chance: Chance): Promise<number> {
  const all = stories.map((story) => rowsOf(story, scene, chance)).filter((rows) => rows !== undefined)
  if (all.length === 0) return 0
  merge(all, scene)
  const tickets = all.map(({ ticket }) => ticket)
  // whoever is followed must be there first
  await db
    .insertInto('ticket')
    .values(tickets.map((ticket) => ({ ...ticket })))
    .execute()
  await db
    .insertInto('ticketEvent')
    .values(all.flatMap(({ events }) => events))
    .execute()
  const [past, followers] = [all.flatMap((rows) => rows.past), all.flatMap((rows) => rows.followers)]
  const [ratings, visits, costs] = [
    all.flatMap((rows) => rows.ratings),
    all.flatMap((rows) => rows.visits),
    all.flatMap((rows) => rows.costs),
  ]
  if (past.length > 0) await db.insertInto('pastCycle').values(past).execute()
  if (followers.length > 0) await db.insertInto('ticketFollower').values(followers).execute()
  if (ratings.length > 0) await db.insertInto('ticketRating').values(ratings).execute()
  if (visits.length > 0) await db.insertInto('ticketVisit').values(visits).execute()
  if (costs.length > 0) await db.insertInto('ticketCost').values(costs).execute()
  return tickets.length
}
