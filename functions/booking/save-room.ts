import { saveRoom } from '../../contract/booking-rooms'
import type { RoomRules } from '../../contract/booking-rules'
import { openingProblem } from '../../contract/opening-hours'
import type { AskedOf } from '../../contract/procedure'
import { formatInstant } from '../../contract/zone'
import { documentsOf } from '../documents/documents'
import { floorLevelOf } from '../floor-level'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { giveDoorCode } from '../new-door-code'
import { newId } from '../secrets'
import { touchDirectory } from '../touch-directory'
import { lockRooms } from './lock-rooms'
import { findRoomRecord } from './room-records'
import { clashesWithTurnover, keepTurnover } from './turnover'

/** What is wrong with the rules, in Chinese, or undefined. */
function rulesProblem(rules: RoomRules): string | undefined {
  if (rules.minMinutes > rules.maxMinutes) return '最短时长不能大于最长时长'
  if (rules.windows.some((w) => w.from >= w.to)) return '部门时段的结束时间须晚于开始时间'
  return openingProblem(rules.opening)
}

async function areDepartments({ db, orgId }: AskedByPerson, ids: readonly string[]): Promise<boolean> {
  const distinct = [...new Set(ids)]
  if (distinct.length === 0) return true
  const found = await db
    .selectFrom('department')
    .select('departmentId')
    .where('orgId', '=', orgId)
    .where('departmentId', 'in', distinct)
    .execute()
  return found.length === distinct.length
}

async function isNameTaken(
  { db, orgId }: AskedByPerson,
  roomId: string,
  input: AskedOf<typeof saveRoom>,
): Promise<boolean> {
  const taken = await db
    .selectFrom('room')
    .select('roomId')
    .where('orgId', '=', orgId)
    .where('buildingId', '=', input.buildingId)
    .where('floor', '=', input.floor)
    .where('name', '=', input.name)
    .where('isRetired', '=', false)
    .where('roomId', '<>', roomId)
    .executeTakeFirst()
  return taken !== undefined
}

export default keeper(saveRoom, async (input, asked) => {
  const { db, orgId, now } = asked
  const { rules, name, floor, buildingId, equipment, layouts, notice } = input
  const problem = rulesProblem(rules)
  if (problem) return refuse('HOURS_INVALID', { problem })
  // what is known of the room is read under its lock, so that two who save it do not both think it is new to them
  if (input.roomId) await lockRooms(asked, [input.roomId])
  const known = input.roomId ? await findRoomRecord(asked, input.roomId) : undefined
  if (input.roomId && !known) return refuse('NO_SUCH_ROOM')
  const roomId = input.roomId ?? newId(now)
  const building = await db
    .selectFrom('building')
    .select('buildingId')
    .where('orgId', '=', orgId)
    .where('buildingId', '=', buildingId)
    .executeTakeFirst()
  if (!building) return refuse('NO_SUCH_PLACE')
  if (!(await areDepartments(asked, [...rules.openToDepartmentIds, ...rules.windows.map((w) => w.departmentId)]))) {
    return refuse('NO_SUCH_DEPARTMENT')
  }
  if (await isNameTaken(asked, roomId, input)) return refuse('NAME_TAKEN')

  const clashes = await clashesWithTurnover(asked, roomId, rules.turnoverMinutes)
  if (clashes.length > 0) {
    const { zone } = asked.person
    return refuse('TURNOVER_CLASH', {
      pairs: clashes.map((c) => ({
        endsAt: formatInstant(c.endsAt.getTime(), zone),
        nextStartsAt: formatInstant(c.nextStartsAt.getTime(), zone),
      })),
    })
  }
  const values = {
    buildingId,
    floor,
    floorLevel: floorLevelOf(floor),
    name,
    ...documentsOf(asked.cloud).pinyinOf(name),
    equipment,
    layouts,
    notice,
    rules: JSON.stringify(rules),
    turnoverMinutes: rules.turnoverMinutes,
  }
  await db
    .insertInto('room')
    .values({ orgId, roomId, ...values })
    .onConflict((c) =>
      c.columns(['orgId', 'roomId']).doUpdateSet((is) => ({ ...values, revision: is('room.revision', '+', 1) })),
    )
    .execute()
  await keepTurnover(asked, roomId, rules.turnoverMinutes)
  if (!known?.record.doorToken) await giveDoorCode(asked, roomId)
  await touchDirectory(db, orgId)
  asked.note({ roomId, name, isNew: !known, rules, wasRules: known?.record.rules })
  const saved = await findRoomRecord(asked, roomId)
  if (!saved) throw new Error('a room just saved is not there')
  return saved.record
})
