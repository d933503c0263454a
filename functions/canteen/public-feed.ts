import { addDays, dayOf } from '../../contract/zone'
import type { Cloud } from '../cloud'
import { publishedMenu } from './menu-of-days'
import { openMensaXml } from './write-open-mensa'

/** Days that are over stay in the feed for so long; those to come are all in it. */
const daysBack = 7
const daysAhead = 365

/** The published menu of a canteen that is open data, as an OpenMensa v2 feed; undefined for every other one. */
export async function publicFeed(
  { db, clock }: Pick<Cloud, 'db' | 'clock'>,
  canteenId: string,
): Promise<string | undefined> {
  const canteen = await db
    .selectFrom('canteen as c')
    .innerJoin('org as o', 'o.orgId', 'c.orgId')
    .select(['c.orgId', 'c.name', 'o.zone'])
    .where('c.canteenId', '=', canteenId)
    .where('c.isPublic', '=', true)
    .where('c.isRetired', '=', false)
    .executeTakeFirst()
  if (!canteen) return undefined
  const today = dayOf(clock(), canteen.zone)
  const span = { from: addDays(today, -daysBack), until: addDays(today, daysAhead) }
  return openMensaXml(canteen.name, await publishedMenu(db, { orgId: canteen.orgId, canteenId, ...span }))
}
