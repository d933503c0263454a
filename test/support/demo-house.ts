import type { Address } from '../../database/connect'
import { openSession } from '../../functions/people/open-session'
import { seedWhenEmpty } from '../../scripts/seed'
import { startCloud, type TestCloud } from './start-cloud'

/** A cloud with the demo institution, its clock at the present, and the address of its database. */
export async function startDemoHouse(): Promise<{ house: TestCloud; address: Address }> {
  const house = await startCloud()
  const { rows } = await house.cloud.pool.query<{ name: string }>('SELECT current_database() AS name')
  const server = JSON.parse(process.env.TEST_DATABASE ?? '{}') as Extract<Address, { host: string }>
  const address = { ...server, database: rows[0]?.name ?? '' }
  await seedWhenEmpty(address, () => {})
  house.setNow(Date.now())
  return { house, address }
}

/** The token of a new session of somebody of the demo, by staff number. */
export async function demoToken({ cloud }: TestCloud, staffNumber: string): Promise<string> {
  const { personId } = await cloud.db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', 1)
    .where('staffNumber', '=', staffNumber)
    .executeTakeFirstOrThrow()
  const session = { orgId: 1, personId, client: 'console' as const }
  return (await openSession({ db: cloud.db, now: cloud.clock() }, session)).token
}
