import { type Audience, getSurvey, publishSurvey, saveSurvey } from '../contract/survey'
import { type GivenOrg, givenDepartment, givenOrg, givenPerson, givenRoom } from './support/given'
import { givenCanteen, givenDish, givenServing, givenSitting } from './support/given-canteen'
import { givenCategory } from './support/given-repair'
import { at, done, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'
import { drafted, givenSurveyOffice, published, questionnaire, type SurveyOffice } from './support/survey-office'

let house: TestCloud
let here: SurveyOffice
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  here = await givenSurveyOffice(house, '2026-11-20 12:00')
})
afterAll(() => house.end())

const sql = (text: string, values: unknown[]) => house.cloud.pool.query(text, values)

/** Whom a survey for this audience is published to, and the words for them before it was. */
async function invitedTo(audience: Audience): Promise<{ people: string[]; words: string }> {
  const draft = await drafted(house, here, { audience })
  const { audienceText, invited } = await done(house, getSurvey, { surveyId: draft.surveyId }, here.surveyor)
  const answer = await house.call(publishSurvey, draft, { token: here.surveyor.token })
  const { rows } = await sql('SELECT person_id FROM survey_invitation WHERE survey_id = $1', [draft.surveyId])
  expect(answer.value?.invited ?? answer.refusal).toBe(rows.length || 'NOBODY_INVITED')
  expect(invited).toBe(rows.length)
  return { people: rows.map(({ person_id }) => person_id).sort(), words: audienceText }
}
const ids = (...who: { personId: string }[]) => who.map(({ personId }) => personId).sort()
const setStatus = ({ personId }: { personId: string }, status: string) =>
  sql('UPDATE person SET status = $2 WHERE person_id = $1', [personId, status])

test('everyone is everybody of the institution who has not left; who is on leave belongs', async () => {
  const left = await givenPerson(house, here.org)
  const onLeave = await givenPerson(house, here.org)
  await setStatus(left, 'left')
  await setStatus(onLeave, 'onLeave')
  await givenPerson(house, await givenOrg(house))
  const { people, words } = await invitedTo({ kind: 'everyone' })
  expect(people).toEqual(ids(here.surveyor, here.second, here.answerer, here.silent, onLeave))
  expect(words).toBe('本单位全体职工，现在共 5 人')
})

describe('departments', () => {
  const inDepartment = (departmentId: string) => givenPerson(house, here.org, { departmentId })

  test('are those in them and below them, each once', async () => {
    const logistics = await givenDepartment(house, here.org.orgId, '后勤处')
    const repair = await givenDepartment(house, here.org.orgId, '维修班', logistics)
    const night = await givenDepartment(house, here.org.orgId, '夜班', repair)
    const people = [await inDepartment(logistics), await inDepartment(repair), await inDepartment(night)]
    const audience: Audience = { kind: 'departments', departmentIds: [logistics, night] }
    const asked = await invitedTo(audience)
    expect(asked.people).toEqual(ids(...people))
    // of three people no result of an anonymous survey is ever shown: said before it is published
    expect(asked.words).toBe(
      '后勤处、夜班（含下级部门），现在共 3 人。不到 5 个人，匿名问卷的结果不会显示，请扩大范围或改为实名',
    )
    expect((await invitedTo({ kind: 'departments', departmentIds: [repair] })).people).toEqual(ids(...people.slice(1)))
  })

  test('more than three are named by three and their number', async () => {
    const departmentIds: string[] = []
    for (const name of ['甲处', '乙处', '丙处', '丁处'])
      departmentIds.push(await givenDepartment(house, here.org.orgId, name))
    const { words, people } = await invitedTo({ kind: 'departments', departmentIds })
    expect(words).toMatch(/^..、..、..等 4 个部门（含下级部门），现在共 0 人$/)
    expect(people).toEqual([])
  })
})

test('sites are those who work there', async () => {
  const siteId = crypto.randomUUID()
  await sql(`INSERT INTO site VALUES ($1, $2, '东区')`, [here.org.orgId, siteId])
  await sql('UPDATE person SET site_id = $2 WHERE person_id = $1', [here.silent.personId, siteId])
  const { people, words } = await invitedTo({ kind: 'sites', siteIds: [siteId] })
  expect(people).toEqual(ids(here.silent))
  expect(words).toContain('东区，现在共 1 人')
})

test('departments and sites of elsewhere, or of nowhere, are refused', async () => {
  const elsewhere = await givenOrg(house)
  const draft = await drafted(house, here)
  for (const audience of [
    { kind: 'departments', departmentIds: [here.org.departmentId, elsewhere.departmentId] },
    { kind: 'sites', siteIds: [elsewhere.siteId] },
    { kind: 'sites', siteIds: [crypto.randomUUID()] },
  ] satisfies Audience[]) {
    const input = { ...draft, definition: questionnaire(), audience }
    expect((await house.call(saveSurvey, input, { token: here.surveyor.token })).refusal).toBe('NO_SUCH_AUDIENCE')
  }
})

describe('recent users are those of the days before it is published', () => {
  const days = 30
  const clock = (daysAgo: number) => new Date(at('2026-11-20 12:00') - daysAgo * 24 * 3_600_000)
  const usersOf = (service: 'booking' | 'repair' | 'canteen' | 'shuttle') => invitedTo({ kind: 'users', service, days })
  let user: Who
  let other: Who
  beforeEach(() => {
    user = here.answerer
    other = here.silent
  })

  test('of rooms: who had one, not who cancelled, was earlier or comes later', async () => {
    const { orgId } = here.org
    const book = async (who: Who, daysAgo: number, status = 'confirmed') => {
      const roomId = await givenRoom(house, here.org)
      const from = clock(daysAgo)
      await sql(
        `INSERT INTO booking (org_id, booking_id, room_id, starts_at, ends_at, free_at, organizer_id, booked_by_id,
           purpose, attendee_count, status, created_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $4, $5, $6, '例会', 3, $7, $3)`,
        [orgId, roomId, from, new Date(from.getTime() + 3_600_000), who.personId, here.second.personId, status],
      )
    }
    await book(user, 1)
    await book(user, 29)
    await book(other, 31)
    await book(other, -1)
    await book(other, 2, 'cancelled')
    const { people, words } = await usersOf('booking')
    expect(people).toEqual(ids(user))
    expect(words).toMatch(/^最近 30 天订过会议室的职工，现在共 1 人/)
  })

  test('of repairs: who reported, not who took it back or stands in an old file', async () => {
    const categoryId = await givenCategory(house, here.org)
    const report = (who: Who, daysAgo: number, status = 'new', channel = 'app') =>
      sql(
        `INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, channel, requester_id, reported_by_id, status,
           created_at, started_at, due_at)
         VALUES ($1, gen_random_uuid(), left(gen_random_uuid()::text, 8), 'repair', $2, $3, $4, $4, $5, $6, $6, $6)`,
        [here.org.orgId, categoryId, channel, who.personId, status, clock(daysAgo)],
      )
    await report(user, 3)
    await report(other, 31)
    await report(other, 3, 'cancelled')
    await report(other, 3, 'confirmed', 'import')
    expect((await usersOf('repair')).people).toEqual(ids(user))
  })

  test('of the canteen: who ate or rated, not who stayed away or took it back', async () => {
    const { orgId } = here.org
    const { canteenId } = await givenCanteen(house, here.org, { ownerId: here.second.personId })
    const { dishId } = await givenDish(house, here.org, {})
    const eat = async (who: Who, daysAgo: number, answer: 'eats' | 'skips') => {
      const day = clock(daysAgo).toISOString().slice(0, 10)
      const sittingId = await givenSitting(house, { orgId, canteenId, day }, {})
      await sql(
        `INSERT INTO meal_answer (org_id, person_id, day, meal, sitting_id, answer, by_id, answered_at)
         VALUES ($1, $2, $3, 'lunch', $4, $5, $2, $6)`,
        [orgId, who.personId, day, sittingId, answer, clock(daysAgo)],
      )
      return { day, servingId: await givenServing(house, here.org, { sittingId, dishId }) }
    }
    await eat(user, 2, 'eats')
    await eat(other, 3, 'skips')
    const { servingId, day } = await eat(other, 31, 'eats')
    const rate = (who: Who, withdrawnAt: Date | null) =>
      sql(
        `INSERT INTO rating (org_id, rating_id, serving_id, dish_id, canteen_id, day, person_id, stars, rated_at, withdrawn_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 4, $7, $8)`,
        [orgId, servingId, dishId, canteenId, day, who.personId, clock(1), withdrawnAt],
      )
    await rate(here.second, null)
    await rate(other, clock(1))
    expect((await usersOf('canteen')).people).toEqual(ids(user, here.second))
  })

  test('of shuttles: who rode, not who missed it or cancelled', async () => {
    const { orgId } = here.org
    const runId = crypto.randomUUID()
    const from = clock(2)
    await sql(
      `INSERT INTO shuttle_run (org_id, run_id, day, trip_id, route_id, timezone, stop_ids, stop_names, arrives_at,
         departs_at, may_board, may_alight, starts_at, ends_at, seats, wheelchair_places, taken_seats, taken_wheelchair,
         created_at)
       VALUES ($1, $2, '2026-11-18', 't1', 'r1', 'Asia/Shanghai', '{a,b}', '{甲,乙}', ARRAY[$3, $3]::timestamptz[],
         ARRAY[$3, $3]::timestamptz[], '{t,f}', '{f,t}', $3, $3, 40, 0, '{0}', '{0}', $3)`,
      [orgId, runId, from],
    )
    const ride = (who: Who, status: string, boardsAt = from) =>
      sql(
        `INSERT INTO seat_reservation (org_id, reservation_id, run_id, person_id, guest_name, made_by, kind, from_position,
           to_position, boards_at, day, status, created_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $3, 'seat', 1, 2, $5, '2026-11-18', $6, $5)`,
        [orgId, runId, who.personId, crypto.randomUUID(), boardsAt, status],
      )
    await ride(user, 'boarded')
    for (const status of ['noShow', 'cancelled', 'lapsed', 'waiting']) await ride(other, status)
    await ride(other, 'boarded', clock(31))
    await ride(other, 'reserved', clock(-1))
    expect((await usersOf('shuttle')).people).toEqual(ids(user))
  })
})

test('who joins after it was published is not added, and who leaves is told nothing more', async () => {
  const { surveyId, invited } = await published(house, here)
  expect(invited).toBe(4)
  const newcomer: { personId: string } = await givenPerson(house, here.org as GivenOrg)
  const { audienceText } = await done(house, getSurvey, { surveyId }, here.surveyor)
  expect(audienceText).toContain('发布时共 4 人')
  const { rows } = await sql('SELECT 1 FROM survey_invitation WHERE person_id = $1', [newcomer.personId])
  expect(rows).toEqual([])
})
