import { excuseNoShow } from '../../contract/shuttle-vehicles'
import { keeper, refuse } from '../keeper'
import { tellPerson } from '../tell'

export default keeper(excuseNoShow, async ({ reservationId, isExcused, excuse }, { db, orgId, now }) => {
  const changed = await db
    .updateTable('seatReservation')
    .set({ isExcused, excuse: isExcused ? excuse : '' })
    .where('orgId', '=', orgId)
    .where('reservationId', '=', reservationId)
    .where((is) => is.or([is('status', '=', 'noShow'), is('isLateCancel', '=', true)]))
    .returning(['personId', 'day'])
    .executeTakeFirst()
  if (!changed) return refuse('NOT_IN_LEDGER')
  if (isExcused)
    await tellPerson(
      db,
      { orgId, personId: changed.personId, now },
      {
        title: '一条乘车记录已免记',
        body: `${changed.day} 的爽约或临时取消不再计入你的乘车记录${excuse ? `：${excuse}` : '。'}`,
        path: '/features/shuttle/my-seats',
      },
    )
  return { reservationId, isExcused }
})
