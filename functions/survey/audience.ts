import { type RawBuilder, sql } from 'kysely'
import type { Audience } from '../../contract/survey'
import { dayOf, type Zone } from '../../contract/zone'
import type { Db } from '../../database/connect'

/** In which institution, and when: recent users are counted back from `now` (epoch ms). */
interface AudienceAt {
  db: Db
  orgId: number
  now: number
  zone: Zone
}

type Service = Extract<Audience, { kind: 'users' }>['service']

/** Who used a service in the last days: what was cancelled, or is still to come, is no use of it. */
function usersOf(service: Service, days: number, { orgId, now, zone }: AudienceAt): RawBuilder<unknown> {
  const sinceMs = now - days * 24 * 3_600_000
  const since = new Date(sinceMs)
  const until = new Date(now)
  switch (service) {
    case 'booking':
      return sql`SELECT b.organizer_id FROM booking b WHERE b.org_id = ${orgId} AND b.status = 'confirmed'
        AND b.starts_at >= ${since} AND b.starts_at <= ${until}`
    case 'repair':
      // rows of an old system name whoever brought them in
      return sql`SELECT t.requester_id FROM ticket t WHERE t.org_id = ${orgId} AND t.status <> 'cancelled'
        AND t.channel <> 'import' AND t.created_at >= ${since} AND t.created_at <= ${until}`
    case 'canteen':
      return sql`SELECT a.person_id FROM meal_answer a WHERE a.org_id = ${orgId} AND a.answer = 'eats'
          AND a.day >= ${dayOf(sinceMs, zone)}::date AND a.day <= ${dayOf(now, zone)}::date
        UNION ALL SELECT r.person_id FROM rating r WHERE r.org_id = ${orgId} AND r.withdrawn_at IS NULL
          AND r.rated_at >= ${since} AND r.rated_at <= ${until}`
    case 'shuttle':
      // until a run is closed, a seat that was kept counts as a ride
      return sql`SELECT s.person_id FROM seat_reservation s WHERE s.org_id = ${orgId}
        AND s.status IN ('reserved', 'boarded') AND s.boards_at >= ${since} AND s.boards_at <= ${until}`
  }
}

function isMeant(audience: Audience, at: AudienceAt): RawBuilder<boolean> {
  switch (audience.kind) {
    case 'everyone':
      return sql`true`
    case 'departments':
      return sql`EXISTS (SELECT FROM department d WHERE d.org_id = p.org_id AND d.department_id = p.department_id
        AND d.path_ids && ${audience.departmentIds}::uuid[])`
    case 'sites':
      return sql`p.site_id = ANY (${audience.siteIds}::uuid[])`
    case 'users':
      return sql`p.person_id IN (${usersOf(audience.service, audience.days, at)})`
  }
}

/** A statement for the ids of those whom a survey is for now. Whoever has left is nobody's audience. */
function audienceIds(audience: Audience, at: AudienceAt): RawBuilder<{ personId: string }> {
  return sql`SELECT p.person_id FROM person p WHERE p.org_id = ${at.orgId} AND p.status <> 'left'
    AND ${isMeant(audience, at)}`
}

/** How many people an audience is now. */
export async function countAudience(audience: Audience, at: AudienceAt): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::integer AS n FROM (${audienceIds(audience, at)}) meant`.execute(at.db)
  return rows[0]?.n ?? 0
}

/** Fixes whom a survey is for; gives how many they are. */
export async function inviteAudience(surveyId: string, audience: Audience, at: AudienceAt): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO survey_invitation (org_id, survey_id, person_id)
    SELECT ${at.orgId}::integer, ${surveyId}::uuid, meant.person_id FROM (${audienceIds(audience, at)}) meant`.execute(
    at.db,
  )
  return Number(numAffectedRows ?? 0)
}
