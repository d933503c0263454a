import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'

/** How the dishes of an institution are rated: votes of each that has any, and the mean of all, 1–5. */
export interface Votes {
  of: ReadonlyMap<string, { ratings: number; sum: number }>
  overall: number
}

// Between two ratings the votes are the same for everybody: read once for all dishes, not in every call for those of a week.
const kept = new WeakMap<Db, Map<number, { revision: number; votes: Promise<Votes> }>>()

const votesOfDishes = {
  name: 'votes-of-dishes',
  text: 'SELECT dish_id, rating_count, rating_sum FROM dish WHERE org_id = $1 AND rating_count > 0',
}

async function readVotes({ cloud, orgId }: Pick<AskedByPerson, 'cloud' | 'orgId'>): Promise<Votes> {
  const { rows } = await cloud.pool.query<{ dish_id: string; rating_count: number; rating_sum: number }>({
    ...votesOfDishes,
    values: [orgId],
  })
  const of = new Map(rows.map((row) => [row.dish_id, { ratings: row.rating_count, sum: row.rating_sum }]))
  const [ratings, sum] = rows.reduce(([n, stars], row) => [n + row.rating_count, stars + row.rating_sum], [0, 0])
  return { of, overall: ratings === 0 ? 0 : sum / ratings }
}

/** The votes, read anew when somebody has rated since. `revision` must have been read in this call. */
export async function votesOf(asked: Pick<AskedByPerson, 'cloud' | 'orgId'>, revision: number): Promise<Votes> {
  const { cloud, orgId } = asked
  const ofDb = kept.get(cloud.db) ?? new Map<number, { revision: number; votes: Promise<Votes> }>()
  kept.set(cloud.db, ofDb)
  const known = ofDb.get(orgId)
  const here = known?.revision === revision ? known : { revision, votes: readVotes(asked) }
  ofDb.set(orgId, here)
  return here.votes.catch((cause: unknown) => {
    if (ofDb.get(orgId) === here) ofDb.delete(orgId)
    throw cause
  })
}
