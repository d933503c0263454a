import { printDoorLabels } from '../../contract/booking-door'
import { documentsOf } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { placeOf } from './room-directory'
import { roomRecordOf, roomRecordRows } from './room-records'

export default keeper(printDoorLabels, async ({ roomIds }, { cloud, db, orgId }) => {
  const rows = await roomRecordRows(db)
    .where('r.orgId', '=', orgId)
    .$if(roomIds.length > 0, (q) => q.where('r.roomId', 'in', [...roomIds]))
    .$if(roomIds.length === 0, (q) => q.where('r.isRetired', '=', false))
    .orderBy('s.name')
    .orderBy('b.name')
    .orderBy('r.floorLevel')
    .orderBy('r.name')
    .execute()
  if (rows.length < new Set(roomIds).size) return refuse('NO_SUCH_ROOM')
  const labels = rows.map(roomRecordOf).map((room) => ({
    url: `${cloud.publicUrl}/r/${room.doorToken}`,
    humanCode: room.humanCode,
    name: room.name,
    place: [room.site, placeOf(room)].join(' '),
    detail: `可容纳 ${room.rules.capacity} 人`,
    hint: '扫码订会议室 · 签到 · 报修',
  }))
  const pdf = await documentsOf(cloud).doorLabels(labels)
  return { fileName: '会议室门牌.pdf', content: pdf.toString('base64') }
})
