import { publicHolidays } from '../../contract/holidays'
import type { AnyProcedure, InputOf, ValueOf } from '../../contract/procedure'
import { tick } from '../../functions/tick'
import { type GivenOrg, givenOrg, signedInAs } from './given'
import { givenTechnician } from './given-repair'
import type { TestCloud } from './start-cloud'

/** Epoch ms of a clock time in Shanghai, `2025-09-26 17:40`. */
export const at = (clock: string): number => Date.parse(`${clock.replace(' ', 'T')}:00+08:00`)
/** The same as an instant on the wire. */
export const wire = (clock: string): string => `${clock.replace(' ', 'T')}:00+08:00`

export type Who = { token: string; personId: string }

/** An institution with a reporter, a desk, a technician and the public holidays, at a clock time in Shanghai. */
export async function givenRepairHouse(house: TestCloud, clock: string) {
  house.setNow(at(clock))
  const org: GivenOrg = await givenOrg(house)
  const days = publicHolidays.map((special) => ({ orgId: org.orgId, ...special }))
  await house.cloud.db.insertInto('specialDay').values(days).execute()
  // what the desk assigns here is not to be given away by time
  await house.cloud.db.updateTable('repairSetting').set({ dispatch: 'desk' }).where('orgId', '=', org.orgId).execute()
  return {
    org,
    staff: await signedInAs(house, org, [], { name: '王芳' }),
    desk: await signedInAs(house, org, ['dispatcher'], { name: '周调度' }),
    technician: await givenTechnician(house, org, { name: '刘师傅' }),
  }
}

/** Asks and gives the value; a refusal or fault fails the test. */
export async function done<P extends AnyProcedure>(
  house: TestCloud,
  procedure: P,
  input: InputOf<P>,
  { token }: Pick<Who, 'token'>,
): Promise<ValueOf<P>> {
  const { value, ...other } = await house.call(procedure, input, { token })
  if (value === undefined) throw new Error(`${procedure.name}: ${JSON.stringify(other)}`)
  return value
}

/** Ticks at a clock time in Shanghai. */
export async function tickAt(house: TestCloud, clock: string): Promise<void> {
  house.setNow(at(clock))
  await tick(house.cloud)
}

/** What time itself logged of a ticket: `warned response`, `escalated response` … */
export async function stepsLogged(house: TestCloud, ticketId: string): Promise<string[]> {
  const { rows } = await house.cloud.pool.query(
    `SELECT kind, data ->> 'clock' AS clock FROM ticket_event
     WHERE ticket_id = $1 AND by_id IS NULL AND kind IN ('warned', 'escalated') ORDER BY event_number`,
    [ticketId],
  )
  return rows.map(({ kind, clock }) => `${kind} ${clock}`)
}

/** The notices of somebody, oldest first. */
export async function noticesOf(house: TestCloud, { personId }: Pick<Who, 'personId'>): Promise<string[]> {
  const { rows } = await house.cloud.pool.query(
    'SELECT body FROM notice WHERE person_id = $1 ORDER BY created_at, notice_id',
    [personId],
  )
  return rows.map(({ body }) => body)
}
