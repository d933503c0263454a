import { sql } from 'kysely'
import { saveSeason } from '../../contract/shuttle-seats'
import { daysBetween } from '../../contract/zone'
import { keeper, Refusal, refuse } from '../keeper'
import { newId } from '../secrets'
import { tellPerson } from '../tell'
import { unlessTaken } from '../unless-taken'
import { findRider } from './find-rider'
import { type OpenSeason, reserveSeasonDays } from './season-days'
import { readSeasons, showSeason } from './season-rows'
import { readSeatRules } from './seat-rules'
import { segmentOf } from './seat-wish'
import { tripOnDay } from './trip-on-day'

/** Half a year: whoever still rides then says so again. */
const mostDays = 190

export default keeper(saveSeason, async ({ forPersonId, ...input }, asked) => {
  const { db, orgId, now, person } = asked
  if (input.until < input.from) return refuse('ENDS_BEFORE_START')
  if (daysBetween(input.from, input.until) >= mostDays) return refuse('TOO_LONG_SEASON', { most: mostDays })
  const trip = await tripOnDay(asked, input.tripId, input.from)
  if (!trip) return refuse('NO_SUCH_TRIP')
  const rules = await readSeatRules(asked, trip)
  if (!rules.isReservable) return refuse('NOT_RESERVABLE')
  if (!segmentOf(trip, input.fromStopId, input.toStopId)) return refuse('NO_SUCH_STOP')
  const rider = await findRider(asked, { forPersonId, guestName: '' })
  if (rider instanceof Refusal) return rider
  const season: OpenSeason = {
    seasonId: newId(now),
    personId: rider.personId,
    rider: rider.name,
    madeBy: person.personId,
    tripId: input.tripId,
    fromStopId: input.fromStopId,
    toStopId: input.toStopId,
    kind: input.kind,
    fromDay: input.from,
    untilDay: input.until,
    doneUntil: null,
    passedOver: {},
  }
  const { rider: _name, ...row } = season
  const written = await unlessTaken(db, () =>
    db
      .insertInto('seatSeason')
      .values({ orgId, ...row, createdAt: new Date(now) })
      .execute(),
  )
  if (written === undefined) return refuse('ALREADY_RESERVED')
  await reserveSeasonDays(asked, season, { timezone: trip.timezone, opensDays: rules.setting.opensDays })
  if (rider.personId !== person.personId)
    await tellPerson(
      db,
      { orgId, personId: rider.personId, now },
      {
        title: `${person.name}为你长期预约了班车`,
        body: `${input.from} 至 ${input.until} 的每个工作日，${trip.route.shortName || trip.route.longName}。不需要的话请在“我的乘车”里结束。`,
        path: '/features/shuttle/my-seats',
      },
    )
  const [saved] = await readSeasons(asked, sql`s.org_id = ${orgId} AND s.season_id = ${season.seasonId}::uuid`)
  return showSeason(asked, saved ?? season)
})
