import { formatDayLong } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { tellPerson } from '../tell'
import type { SeatWish } from './reserve-together'

/** So many days are named. */
const mostNamed = 5

/** Tells the rider of a season on which days it got no seat because they have as many as one person may have. */
export async function tellOfQuota(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  refused: readonly SeatWish[],
): Promise<void> {
  const [first] = refused
  if (!first) return
  const { departsAt, route, fromStop } = first.body
  const named = refused.slice(0, mostNamed).map(({ day }) => formatDayLong(day))
  const days = `${named.join('、')}${refused.length > mostNamed ? ` 等 ${refused.length} 天` : ''}`
  await tellPerson(
    db,
    { orgId, personId: first.person, now },
    {
      title: '长期预约没有约上座位',
      body: `${days} 的 ${departsAt.slice(11, 16)} ${route}（${fromStop}上车）没有约：你当天的座位已到每人每天 ${first.most_per_day} 座的上限，长期预约的也算。要坐这一班，请先取消当天用不上的座位，再单独预约。`,
      path: '/features/shuttle/my-seats',
    },
  )
}
