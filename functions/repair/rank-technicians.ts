import type { Suggestion } from '../../contract/repair-work'
import { type Day, dayOf, minuteOfDay, weekdayOf, type Zone } from '../../contract/zone'
import type { Db } from '../../database/connect'

/** What is known of a technician when a ticket is given away. */
export interface Candidate {
  personId: string
  name: string
  skills: readonly string[]
  /** None means all of them. */
  buildingIds: readonly string[]
  shifts: readonly (readonly (readonly [from: number, to: number])[])[]
  awayFrom: Day | null
  awayUntil: Day | null
  isActive: boolean
  /** Open tickets they have. */
  load: number
}

/** What a ticket asks of whoever does it. */
export interface Wanted {
  skill: string
  buildingId: string | null
  /** Who gave it back in its present cycle. */
  bouncedBy: ReadonlySet<string>
}

/** Everybody with the duty of a technician who has not left, with what they have on their hands. */
export async function readCandidates(db: Db, orgId: number): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('person as p')
    .leftJoin('technician as t', (on) => on.onRef('t.orgId', '=', 'p.orgId').onRef('t.personId', '=', 'p.personId'))
    .select(['p.personId', 'p.name', 'p.status', 't.skills', 't.buildingIds', 't.shifts', 't.awayFrom', 't.awayUntil'])
    .select((is) =>
      is
        .selectFrom('ticket')
        .select((has) => has.fn.countAll<number>().as('load'))
        .whereRef('ticket.orgId', '=', 'p.orgId')
        .whereRef('ticket.assigneeId', '=', 'p.personId')
        .where('ticket.status', 'in', ['assigned', 'accepted', 'working', 'hung'])
        .where('ticket.mergedInto', 'is', null)
        .as('load'),
    )
    .where('p.orgId', '=', orgId)
    .where('p.status', '<>', 'left')
    .where((is) => is(is.val('technician'), '=', is.fn.any('p.duties')))
    .execute()
  return rows.map(({ status, skills, buildingIds, shifts, load, ...row }) => ({
    ...row,
    skills: skills ?? [],
    buildingIds: buildingIds ?? [],
    shifts: (shifts as Candidate['shifts'] | null) ?? [],
    isActive: status === 'active',
    load: load ?? 0,
  }))
}

/** Whether somebody has what a category asks for; one that asks for nothing in particular is for everybody. */
export function hasSkill({ skills }: Pick<Candidate, 'skills'>, skill: string): boolean {
  return skill === '' || skills.includes(skill)
}

/** Whether somebody works in a building; a ticket without one is for everybody. */
export function isForBuilding({ buildingIds }: Pick<Candidate, 'buildingIds'>, buildingId: string | null): boolean {
  return buildingIds.length === 0 || buildingId === null || buildingIds.includes(buildingId)
}

/** Whether somebody is there now (epoch ms): active, not away, and within their shifts where shifts are kept. */
export function isThere({ isActive, shifts, awayFrom, awayUntil }: Candidate, now: number, zone: Zone): boolean {
  const today = dayOf(now, zone)
  const isAway =
    (awayFrom !== null || awayUntil !== null) && (awayFrom ?? today) <= today && today <= (awayUntil ?? today)
  if (!isActive || isAway) return false
  if (shifts.every((day) => day.length === 0)) return true
  const minute = minuteOfDay(now, zone)
  return (shifts[weekdayOf(today) - 1] ?? []).some(([from, to]) => from <= minute && minute < to)
}

/** The best first: skill, then whoever has not given it back, building, presence, and the least on their hands. */
export function rankTechnicians(
  candidates: readonly Candidate[],
  { skill, buildingId, bouncedBy }: Wanted,
  now: number,
  zone: Zone,
): Suggestion[] {
  const judged = candidates.map((candidate) => ({
    personId: candidate.personId,
    name: candidate.name,
    hasSkill: hasSkill(candidate, skill),
    isForBuilding: isForBuilding(candidate, buildingId),
    isOnShift: isThere(candidate, now, zone),
    load: candidate.load,
    hasBounced: bouncedBy.has(candidate.personId),
  }))
  const yesFirst = (a: boolean, b: boolean) => Number(b) - Number(a)
  return judged.sort(
    (a, b) =>
      yesFirst(a.hasSkill, b.hasSkill) ||
      yesFirst(b.hasBounced, a.hasBounced) ||
      yesFirst(a.isForBuilding, b.isForBuilding) ||
      yesFirst(a.isOnShift, b.isOnShift) ||
      a.load - b.load ||
      (a.personId < b.personId ? -1 : 1),
  )
}

/** Who gave a ticket back in a cycle, by its log. */
export function bouncedBy(
  events: readonly { kind: string; cycle: number; byId?: string }[],
  cycle: number,
): Set<string> {
  const bounced = events.filter((event) => event.kind === 'bounced' && event.cycle === cycle)
  return new Set(bounced.map(({ byId }) => byId ?? ''))
}
