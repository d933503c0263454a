import type { Duty, InputOf, ValueOf } from '../../contract/procedure'
import { reportTicket } from '../../contract/repair'
import type { LimitsByUrgency } from '../../contract/repair-clocks'
import type { TicketKind } from '../../contract/repair-lifecycle'
import type { PhotoPolicy } from '../../contract/repair-places'
import { newId } from '../../functions/secrets'
import { type GivenOrg, givenRoom, signedInAs } from './given'
import type { TestCloud } from './start-cloud'

let made = 0

/** A category that can be reported, in a group of its own; its limits hold for both urgencies. */
export async function givenCategory(
  { cloud }: TestCloud,
  { orgId }: Pick<GivenOrg, 'orgId'>,
  {
    kind = 'repair',
    name = `类别${++made}`,
    skill = '',
    limits = {},
  }: Partial<{
    kind: TicketKind
    name: string
    skill: string
    limits: LimitsByUrgency['normal']
  }> = {},
): Promise<string> {
  const group = { orgId, categoryId: newId(cloud.clock()), kind, name: `${name}组` }
  const categoryId = newId(cloud.clock())
  const own = { orgId, categoryId, kind, name, skill, limits: JSON.stringify({ normal: limits, urgent: limits }) }
  await cloud.db.insertInto('category').values(group).execute()
  await cloud.db
    .insertInto('category')
    .values({ ...own, parentId: group.categoryId })
    .execute()
  return categoryId
}

/** Somebody signed in with the duty of a technician, and what is known of them as one. Shifts: seven lists of minutes. */
export async function givenTechnician(
  house: TestCloud,
  org: GivenOrg,
  {
    skills = [],
    buildingIds = [],
    shifts = [[], [], [], [], [], [], []],
    awayFrom,
    awayUntil,
    duties = ['technician'],
    name = `师傅${++made}`,
    phone = '',
  }: Partial<{
    skills: string[]
    buildingIds: string[]
    shifts: [number, number][][]
    awayFrom: string
    awayUntil: string
    duties: Duty[]
    name: string
    phone: string
  }> = {},
): Promise<{ token: string; personId: string; name: string }> {
  const { token, personId } = await signedInAs(house, org, duties, { name, phone })
  await house.cloud.db
    .insertInto('technician')
    .values({
      orgId: org.orgId,
      personId,
      skills,
      buildingIds,
      shifts: JSON.stringify(shifts),
      awayFrom: awayFrom ?? null,
      awayUntil: awayUntil ?? null,
    })
    .execute()
  return { token, personId, name }
}

/** A place that is no room, e.g. a corridor. */
export async function givenPlace(
  { cloud: { db, clock } }: TestCloud,
  { orgId, buildingId }: Pick<GivenOrg, 'orgId' | 'buildingId'>,
  {
    name = `走廊${++made}`,
    floor = '3层',
    ...more
  }: Partial<{ name: string; floor: string; pinyin: string; initials: string; photoPolicy: PhotoPolicy }> = {},
): Promise<string> {
  const placeId = newId(clock())
  await db
    .insertInto('place')
    .values({ orgId, placeId, buildingId, floor, name, ...more })
    .execute()
  return placeId
}

/** An asset that stands at a place. */
export async function givenAsset(
  { cloud: { db, clock } }: TestCloud,
  { orgId }: Pick<GivenOrg, 'orgId'>,
  placeId: string,
  { name = `空调${++made}`, ...more }: Partial<{ name: string; assetNumber: string; categoryId: string }> = {},
): Promise<string> {
  const assetId = newId(clock())
  await db
    .insertInto('asset')
    .values({ orgId, assetId, placeId, name, ...more })
    .execute()
  return assetId
}

/**
 * A ticket reported through the front door: by whoever `token` is, else by somebody new on the roster; of a new category
 * in a new room unless they are given.
 */
export async function givenTicket(
  house: TestCloud,
  org: GivenOrg,
  {
    token,
    limits,
    ...input
  }: Partial<InputOf<typeof reportTicket>> & { token?: string; limits?: LimitsByUrgency['normal'] } = {},
): Promise<ValueOf<typeof reportTicket> & { token: string; categoryId: string; placeId: string }> {
  const reporter = token ?? (await signedInAs(house, org)).token
  const categoryId = input.categoryId ?? (await givenCategory(house, org, { limits }))
  const placeId = input.placeId ?? (await givenRoom(house, org))
  const answer = await house.call(reportTicket, { words: '坏了', ...input, categoryId, placeId }, { token: reporter })
  if (!answer.value) throw new Error(`no ticket was reported: ${JSON.stringify(answer)}`)
  return { ...answer.value, token: reporter, categoryId, placeId }
}
