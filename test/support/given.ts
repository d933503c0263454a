import type { RoomRules } from '../../contract/booking-rules'
import type { Duty } from '../../contract/procedure'
import { openSession } from '../../functions/people/open-session'
import type { TestCloud } from './start-cloud'

let made = 0
const unique = () => `${process.pid}${++made}`

export interface GivenOrg {
  orgId: number
  siteId: string
  departmentId: string
  buildingId: string
}

/** An institution with one site, one department and one building. */
export async function givenOrg({ cloud: { db } }: TestCloud, name = '测试研究院'): Promise<GivenOrg> {
  const orgId =
    ((
      await db
        .selectFrom('org')
        .select((is) => is.fn.max('orgId').as('most'))
        .executeTakeFirst()
    )?.most ?? 0) + 1
  await db
    .insertInto('org')
    .values({ orgId, slug: `test-${orgId}`, name })
    .execute()
  const { siteId } = await db
    .insertInto('site')
    .values({ orgId, name: '本部' })
    .returning('siteId')
    .executeTakeFirstOrThrow()
  const departmentId = await givenDepartment({ cloud: { db } } as TestCloud, orgId, '院办公室')
  const { buildingId } = await db
    .insertInto('building')
    .values({ orgId, siteId, name: '综合楼' })
    .returning('buildingId')
    .executeTakeFirstOrThrow()
  await db.insertInto('roomDirectory').values({ orgId }).execute()
  return { orgId, siteId, departmentId, buildingId }
}

/** A department at the root, or below the parent given. */
export async function givenDepartment(
  { cloud: { db } }: TestCloud,
  orgId: number,
  name: string,
  parentId?: string,
): Promise<string> {
  const parent = parentId
    ? await db
        .selectFrom('department')
        .selectAll()
        .where('orgId', '=', orgId)
        .where('departmentId', '=', parentId)
        .executeTakeFirstOrThrow()
    : undefined
  const departmentId = crypto.randomUUID()
  await db
    .insertInto('department')
    .values({
      orgId,
      departmentId,
      parentId: parentId ?? null,
      name,
      path: [...(parent?.path ?? []), name],
      pathIds: [...(parent?.pathIds ?? []), departmentId],
    })
    .execute()
  return departmentId
}

/** Somebody on the roster. */
export async function givenPerson(
  { cloud: { db } }: TestCloud,
  org: GivenOrg,
  person: {
    name?: string
    pinyin?: string
    initials?: string
    staffNumber?: string
    phone?: string
    duties?: Duty[]
    departmentId?: string
  } = {},
): Promise<{ personId: string; staffNumber: string }> {
  const staffNumber = person.staffNumber ?? `T${unique()}`
  const { personId } = await db
    .insertInto('person')
    .values({
      orgId: org.orgId,
      staffNumber,
      name: person.name ?? '张伟',
      pinyin: person.pinyin ?? 'zhangwei',
      initials: person.initials ?? 'zw',
      departmentId: person.departmentId ?? org.departmentId,
      phone: person.phone ?? '',
      duties: person.duties ?? [],
    })
    .returning('personId')
    .executeTakeFirstOrThrow()
  return { personId, staffNumber }
}

/** A token of somebody new with these duties. */
export async function signedInAs(
  test: TestCloud,
  org: GivenOrg,
  duties: Duty[] = [],
  person: Parameters<typeof givenPerson>[2] = {},
): Promise<{ token: string; personId: string; staffNumber: string }> {
  const { personId, staffNumber } = await givenPerson(test, org, { ...person, duties })
  const asked = { db: test.cloud.db, now: test.cloud.clock(), cloud: test.cloud, note: () => {} }
  const { token } = await openSession(asked, { orgId: org.orgId, personId, client: 'h5' })
  return { token, personId, staffNumber }
}

const allDay = Array.from({ length: 7 }, () => [[0, 1440] as const])

/** A room that is open round the clock unless rules say otherwise. */
export async function givenRoom(
  { cloud: { db } }: TestCloud,
  org: GivenOrg,
  rules: Partial<RoomRules> = {},
  name = `会议室${unique()}`,
): Promise<string> {
  const all: RoomRules = {
    isBookable: true,
    capacity: 20,
    opening: allDay,
    openToDepartmentIds: [],
    windows: [],
    minMinutes: 15,
    maxMinutes: 480,
    daysAhead: 60,
    turnoverMinutes: 0,
    cancelUntilMinutes: 0,
    ...rules,
  }
  const { roomId } = await db
    .insertInto('room')
    .values({
      orgId: org.orgId,
      buildingId: org.buildingId,
      floor: '3层',
      floorLevel: 3,
      name,
      rules: JSON.stringify(all),
      turnoverMinutes: all.turnoverMinutes,
    })
    .returning('roomId')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('roomDirectory')
    .set((is) => ({ revision: is('revision', '+', 1) }))
    .where('orgId', '=', org.orgId)
    .execute()
  return roomId
}
