import { type Duty, duties } from '../../contract/procedure'
import { invitationHash, newInvitationCode } from '../../functions/people/invitation-code'
import { tellPerson } from '../../functions/tell'
import { type GivenOrg, givenDepartment, givenOrg, givenPerson, givenRoom, signedInAs } from './given'
import { type GivenCanteenIn, givenCanteenIn } from './given-canteen-in'
import { type GivenRepair, givenRepairIn } from './given-repair-in'
import { type GivenShuttleIn, givenShuttleIn } from './given-shuttle-in'
import { type GivenSurveyIn, givenSurveyIn } from './given-survey-in'
import type { TestCloud } from './start-cloud'

/** An institution with something of everything. Every text of it that people wrote holds its `mark`. */
export interface GivenInstitution extends GivenOrg, GivenRepair, GivenCanteenIn, GivenShuttleIn, GivenSurveyIn {
  mark: string
  /** Somebody with every duty. */
  token: string
  personId: string
  colleagueId: string
  staffNumber: string
  departmentId: string
  roomId: string
  bookingId: string
  requestId: string
  /** Of the code printed on the room's door. */
  doorToken: string
}

/** Makes it; the booking is tomorrow at 10:00 UTC for an hour. */
export async function givenInstitution(house: TestCloud, mark: string): Promise<GivenInstitution> {
  const { db } = house.cloud
  const now = house.cloud.clock()
  const org = await givenOrg(house, `${mark}院`)
  const { orgId } = org
  await db
    .updateTable('site')
    .set({ name: `${mark}本部` })
    .where('orgId', '=', orgId)
    .execute()
  await db
    .updateTable('building')
    .set({ name: `${mark}楼` })
    .where('orgId', '=', orgId)
    .execute()
  const departmentId = await givenDepartment(house, orgId, `${mark}处`)
  const all = duties.filter((duty): duty is Exclude<Duty, 'staff'> => duty !== 'staff')
  const { token, personId } = await signedInAs(house, org, all, { name: `${mark}主任` })
  const phone = `139${String(orgId).padStart(8, '0')}`
  const colleague = await givenPerson(house, org, { name: `${mark}同事`, phone, departmentId })
  const roomId = await givenRoom(house, org, {}, `${mark}会议室`)
  const doorToken = `door-of-${orgId}-${'x'.repeat(10)}`.slice(0, 22)
  const humanCode = `QQQQ${String(orgId).padStart(2, '0')}`
  await db
    .insertInto('doorCode')
    .values({ orgId, token: doorToken, humanCode, placeId: roomId, createdAt: new Date(now) })
    .execute()
  const startsAt = new Date(Math.floor(now / 86_400_000 + 1) * 86_400_000 + 10 * 3_600_000)
  const endsAt = new Date(startsAt.getTime() + 3_600_000)
  const bookingId = crypto.randomUUID()
  const who = { organizerId: personId, bookedById: personId }
  const what = { purpose: `${mark}例会`, note: `${mark}备注`, attendeeCount: 3, createdAt: new Date(now) }
  await db
    .insertInto('booking')
    .values({ orgId, bookingId, roomId, startsAt, endsAt, freeAt: endsAt, ...who, ...what })
    .execute()
  const { requestId } = await db
    .insertInto('bindingRequest')
    .values({
      orgId,
      provider: 'device',
      subject: `${mark}浏览器`,
      staffNumber: colleague.staffNumber,
      name: `${mark}同事`,
      requestedAt: new Date(now),
    })
    .returning('requestId')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('proof')
    .values({
      orgId,
      kind: 'invitation',
      hash: invitationHash(newInvitationCode()),
      personId: colleague.personId,
      createdAt: new Date(now),
      expiresAt: new Date(now + 86_400_000),
    })
    .execute()
  for (let i = 0; i < 3; i++) {
    await tellPerson(db, { orgId, personId, now: now - i }, { title: `${mark}通知`, body: `${mark}${i}`, path: '' })
  }
  await db
    .insertInto('specialDay')
    .values({ orgId, day: '2026-11-27', isOffDay: true, name: `${mark}院庆` })
    .execute()
  const { staffNumber, personId: colleagueId } = colleague
  const repair = await givenRepairIn(house, org, { mark, token, colleagueId, phone })
  const canteen = await givenCanteenIn(house, org, { mark, personId, colleagueId })
  const shuttle = await givenShuttleIn(house, org, { mark, personId, colleagueId })
  const survey = await givenSurveyIn(house, org, { mark, personId, colleagueId })
  return {
    ...org,
    ...repair,
    ...canteen,
    ...shuttle,
    ...survey,
    departmentId,
    mark,
    token,
    personId,
    colleagueId,
    staffNumber,
    roomId,
    bookingId,
    requestId,
    doorToken,
  }
}
