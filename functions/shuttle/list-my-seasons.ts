import { sql } from 'kysely'
import { listMySeasons, type Season } from '../../contract/shuttle-seats'
import { dayOf } from '../../contract/zone'
import { keeper } from '../keeper'
import { readSeasons, showSeason } from './season-rows'

export default keeper(listMySeasons, async (_input, asked) => {
  const me = sql`${asked.person.personId}::uuid`
  const today = dayOf(asked.now, asked.person.zone)
  const own = await readSeasons(
    asked,
    sql`s.org_id = ${asked.orgId} AND (s.person_id = ${me} OR s.made_by = ${me}) AND s.until_day >= ${today}::date`,
  )
  const seasons: Season[] = []
  for (const season of own) seasons.push(await showSeason(asked, season))
  return { seasons }
})
