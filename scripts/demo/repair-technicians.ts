import { sql } from 'kysely'
import type { MinuteRange } from '../../contract/booking-rules'
import type { Db } from '../../database/connect'

interface Craft {
  skills: readonly string[]
  /** Names of buildings; none: all. */
  buildings: readonly string[]
  /** From Monday to Sunday. */
  shifts: readonly (readonly MinuteRange[])[]
}

/** Somebody of the demo who repairs. */
export interface DemoTechnician {
  personId: string
  name: string
  skills: readonly string[]
}

const day: readonly MinuteRange[] = [
  [480, 720],
  [840, 1080],
]
const early: readonly MinuteRange[] = [[360, 840]]
const late: readonly MinuteRange[] = [[840, 1320]]
const weekOf = (workday: readonly MinuteRange[], saturday: readonly MinuteRange[] = [], sunday = saturday) => [
  ...Array.from({ length: 5 }, () => workday),
  saturday,
  sunday,
]

/**
 * What they can do, in the order of their staff numbers: 赵铁军, 罗志刚, 唐永波, then two more of the same department.
 * Nobody is a joiner (木工): such tickets stay new until the desk assigns them by hand.
 */
const crafts: readonly Craft[] = [
  { skills: ['水暖', '电工', '空调'], buildings: ['综合楼', '科研楼'], shifts: weekOf(day, [[540, 1020]]) },
  { skills: ['电工', '网络', '办公设备'], buildings: [], shifts: weekOf(day) },
  { skills: ['门锁', '电梯', '消防'], buildings: [], shifts: weekOf(day, [], [[540, 1020]]) },
  { skills: ['保洁'], buildings: [], shifts: weekOf(early, early) },
  { skills: ['水暖', '空调'], buildings: ['实验楼', '会议中心'], shifts: weekOf(late, late) },
]

/**
 * Says what the technicians of an institution can do, where and when. When there are fewer than the demo needs, others
 * of the department given are entrusted with the duty.
 */
export async function writeTechnicians(
  db: Db,
  orgId: number,
  department: string,
  needed: number,
): Promise<DemoTechnician[]> {
  const people = db
    .selectFrom('person as p')
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select(['p.personId', 'p.name'])
    .where('p.orgId', '=', orgId)
    .where('p.status', '=', 'active')
    .orderBy('p.staffNumber')
  const known = await people.where(sql<boolean>`'technician' = ANY (p.duties)`).execute()
  const others = await people
    .where('d.name', '=', department)
    .where(sql<boolean>`p.duties = '{}'`)
    .limit(Math.max(0, needed - known.length))
    .execute()
  if (others.length > 0) {
    await db
      .updateTable('person')
      .set({ duties: ['technician'] })
      .where('orgId', '=', orgId)
      .where(
        'personId',
        'in',
        others.map(({ personId }) => personId),
      )
      .execute()
  }
  const buildings = await db.selectFrom('building').select(['buildingId', 'name']).where('orgId', '=', orgId).execute()
  const all = [...known, ...others].slice(0, crafts.length)
  const technicians = all.map((person, i) => ({ ...person, craft: crafts[i] as Craft }))
  if (technicians.length > 0) {
    await db
      .insertInto('technician')
      .values(
        technicians.map(({ personId, craft }) => ({
          orgId,
          personId,
          skills: [...craft.skills],
          buildingIds: buildings.filter(({ name }) => craft.buildings.includes(name)).map((each) => each.buildingId),
          shifts: JSON.stringify(craft.shifts),
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute()
  }
  return technicians.map(({ personId, name, craft }) => ({ personId, name, skills: craft.skills }))
}
