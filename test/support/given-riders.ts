import { type Address, connect } from '../../database/connect'
import { keepers } from '../../functions/api'
import { sessionCache } from '../../functions/people/session-cache'
import { webApp } from '../../functions/platform/web'
import { hashOf, newSecret } from '../../functions/secrets'
import type { Rider } from './bus-house'
import type { GivenOrg } from './given'
import type { TestCloud } from './start-cloud'

/** So many people who are signed in, written at once. */
export async function givenRiders({ cloud }: TestCloud, org: GivenOrg, count: number): Promise<Rider[]> {
  const riders = Array.from({ length: count }, () => ({
    personId: crypto.randomUUID(),
    token: `${org.orgId}.${newSecret()}`,
  }))
  const ids = riders.map(({ personId }) => personId)
  await cloud.pool.query(
    `INSERT INTO person (org_id, person_id, staff_number, name, department_id)
     SELECT $1, id, left(id::text, 13), '职工' || n, $3 FROM unnest($2::uuid[]) WITH ORDINALITY u(id, n)`,
    [org.orgId, ids, org.departmentId],
  )
  const at = new Date(cloud.clock())
  await cloud.pool.query(
    `INSERT INTO session SELECT $1, hash, id, 'h5', $4, $4, $4::timestamptz + interval '90 days'
     FROM unnest($2::bytea[], $3::uuid[]) u(hash, id)`,
    [org.orgId, riders.map(({ token }) => hashOf(token)), ids, at],
  )
  return riders
}

/** Another host of the same cloud: its own process memory and connections, the same database. */
export async function secondHost({ cloud }: TestCloud): Promise<Pick<TestCloud, 'fetch' | 'end' | 'cloud'>> {
  const server = JSON.parse(process.env.TEST_DATABASE ?? '{}') as Address & { database: string }
  const { rows } = await cloud.pool.query<{ database: string }>('SELECT current_database() AS database')
  const { db, pool, close } = connect({ ...server, database: rows[0]?.database ?? '' } as Address, 12)
  const own = { ...cloud, db, pool, sessions: sessionCache({ db, pool }) }
  const app = webApp(own, keepers, { h5: '/nowhere/h5', console: '/nowhere/console' })
  return { cloud: own, fetch: async (path, init) => app.request(path, init), end: close }
}
