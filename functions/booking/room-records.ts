import type { Room } from '../../contract/booking'
import type { RoomRecord } from '../../contract/booking-rooms'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { storedRules } from './stored-rules'

/** Rooms as their keepers see them, the retired ones too, with the code on the door. */
export function roomRecordRows(db: Db) {
  return db
    .selectFrom('room as r')
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'r.orgId').onRef('b.buildingId', '=', 'r.buildingId'))
    .innerJoin('site as s', (on) => on.onRef('s.orgId', '=', 'b.orgId').onRef('s.siteId', '=', 'b.siteId'))
    .leftJoin('doorCode as c', (on) =>
      on
        .onRef('c.orgId', '=', 'r.orgId')
        .onRef('c.placeId', '=', 'r.roomId')
        .on('c.assetId', 'is', null)
        .on('c.revokedAt', 'is', null),
    )
    .select(['r.roomId', 'r.name', 'r.buildingId', 'r.floor', 'r.equipment', 'r.layouts', 'r.notice', 'r.photoId'])
    .select(['r.rules', 'r.isRetired', 'b.name as building', 's.siteId', 's.name as site', 'c.token', 'c.humanCode'])
}

export type RoomRecordRow = Awaited<ReturnType<ReturnType<typeof roomRecordRows>['executeTakeFirstOrThrow']>>

/** A row as the contract shows it. */
export function roomRecordOf(row: RoomRecordRow): RoomRecord {
  return {
    roomId: row.roomId,
    name: row.name,
    siteId: row.siteId,
    site: row.site,
    buildingId: row.buildingId,
    building: row.building,
    floor: row.floor,
    equipment: row.equipment as Room['equipment'],
    layouts: row.layouts as Room['layouts'],
    photo: row.photoId ? `/photo/${row.photoId}` : '',
    notice: row.notice,
    rules: storedRules(row),
    doorToken: row.token ?? '',
    humanCode: row.humanCode ?? '',
    isRetired: row.isRetired,
  }
}

/** One room of the institution, as its keepers and as everybody see it. */
export async function findRoomRecord(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  roomId: string,
): Promise<{ record: RoomRecord; room: Room } | undefined> {
  const row = await roomRecordRows(db).where('r.orgId', '=', orgId).where('r.roomId', '=', roomId).executeTakeFirst()
  if (!row) return undefined
  const record = roomRecordOf(row)
  const { buildingId, doorToken, humanCode, isRetired, ...room } = record
  return { record, room }
}
