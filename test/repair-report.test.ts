import { reportTicket, solveBySelf } from '../contract/repair'
import { ticketKinds } from '../contract/repair-lifecycle'
import { type GivenOrg, givenOrg, givenPerson, givenRoom, signedInAs } from './support/given'
import { givenAsset, givenCategory, givenPlace, givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let categoryId: string
let placeId: string
let staff: { token: string; personId: string }
let desk: { token: string; personId: string }
const begin = Date.UTC(2026, 10, 20, 1)

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  org = await givenOrg(house)
  categoryId = await givenCategory(house, org, { limits: { response: { clock: 'wall', minutes: 120 } } })
  placeId = await givenRoom(house, org)
  staff = await signedInAs(house, org)
  desk = await signedInAs(house, org, ['dispatcher'])
})
afterAll(() => house.end())

const rowsOf = async (table: string) =>
  (await house.cloud.pool.query(`SELECT * FROM ${table} WHERE org_id = $1`, [org.orgId])).rows
const report = (input: object = {}, { token } = staff) =>
  house.call(reportTicket, { categoryId, placeId, words: '不制冷', ...input }, { token })

test('a report is written once with its first event, whatever often it is sent', async () => {
  const key = crypto.randomUUID()
  const input = { categoryId, placeId, words: '不制冷' }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => house.call(reportTicket, input, { token: staff.token, key })),
  )
  expect(new Set(answers.map(({ value }) => value?.ticketId)).size).toBe(1)
  expect(answers[0]?.value).toMatchObject({ status: 'new', responseDueAt: '2026-11-20T11:00:00+08:00' })
  expect(await rowsOf('ticket')).toHaveLength(1)
  expect(await rowsOf('ticket_event')).toMatchObject([{ kind: 'reported', event_number: 1, cycle: 1 }])
  // again, when it is long answered
  const again = await house.call(reportTicket, input, { token: staff.token, key })
  expect(again.value).toEqual(answers[0]?.value)
  expect(await rowsOf('ticket')).toHaveLength(1)
  const entries = (await rowsOf('audit_entry')).filter(({ procedure }) => procedure === 'repair.reportTicket')
  expect(entries).toHaveLength(1)
})

test('the same key with other words is refused', async () => {
  const key = crypto.randomUUID()
  const send = (words: string) => house.call(reportTicket, { categoryId, placeId, words }, { token: staff.token, key })
  expect((await send('不制冷')).status).toBe(200)
  expect(await send('不制热')).toMatchObject({ status: 400, fault: 'BAD_INPUT' })
  expect(await rowsOf('ticket')).toHaveLength(1)
})

test('everything that was said is kept', async () => {
  const assetId = await givenAsset(house, org, placeId)
  const said = {
    assetId,
    placeNote: '靠窗',
    urgency: 'urgent',
    answers: [{ question: '漏水吗', answer: '漏' }],
    wantedFrom: '2026-11-20T14:00:00+08:00',
    wantedUntil: '2026-11-20T16:00:00+08:00',
    phone: '13800000012',
    channel: 'door',
  }
  expect((await report(said)).value?.status).toBe('new')
  expect(await rowsOf('ticket')).toMatchObject([
    {
      kind: 'repair',
      asset_id: assetId,
      place_note: '靠窗',
      building_id: org.buildingId,
      urgency: 'urgent',
      answers: said.answers,
      wanted_from: new Date(said.wantedFrom),
      wanted_until: new Date(said.wantedUntil),
      phone: '13800000012',
      channel: 'door',
      requester_id: staff.personId,
      reported_by_id: staff.personId,
      accountable_id: null,
      priority: 1,
    },
  ])
})

test('the desk reports on behalf of somebody, keeps the channel, and is accountable from the first minute', async () => {
  const { personId } = await givenPerson(house, org, { name: '李梅' })
  for (const channel of ['hotline', 'wecom', 'paper'] as const) {
    const { value } = await report({ requesterId: personId, channel }, desk)
    const row = (await rowsOf('ticket')).find((each) => each.ticket_id === value?.ticketId)
    expect(row).toMatchObject({
      channel,
      requester_id: personId,
      reported_by_id: desk.personId,
      accountable_id: desk.personId,
      owned_at: new Date(begin),
    })
  }
})

test('nobody else reports for others or says that it came by phone', async () => {
  const technician = await signedInAs(house, org, ['technician'])
  for (const { token } of [staff, technician]) {
    expect((await report({ requesterId: desk.personId }, { token, personId: '' })).refusal).toBe('NOT_FOR_OTHERS')
    for (const channel of ['hotline', 'wecom', 'paper'])
      expect((await report({ channel }, { token, personId: '' })).refusal).toBe('NOT_FOR_OTHERS')
  }
  // for oneself by name is nobody else
  expect((await report({ requesterId: staff.personId })).value?.status).toBe('new')
  expect(await rowsOf('ticket')).toHaveLength(1)
})

test('nobody reports what is then taken for a history, which no clock runs for and no report counts', async () => {
  for (const who of [staff, desk]) expect((await report({ channel: 'import' }, who)).fault).toBe('BAD_INPUT')
  expect(await rowsOf('ticket')).toEqual([])
})

test('each kind of ticket is reported, a place in no list by words', async () => {
  for (const kind of ticketKinds) {
    const own = await givenCategory(house, org, { kind })
    const { value } = await report({ categoryId: own, placeId: undefined, placeNote: '东门外' })
    expect((await rowsOf('ticket')).find((row) => row.ticket_id === value?.ticketId)).toMatchObject({
      kind,
      place_id: null,
      place_note: '东门外',
    })
  }
})

describe('refused, and nothing written:', () => {
  afterEach(async () => {
    expect(await rowsOf('ticket')).toEqual([])
    expect(await rowsOf('ticket_event')).toEqual([])
  })
  const retire = (table: string, column: string, id: string) =>
    house.cloud.pool.query(`UPDATE ${table} SET is_retired = true WHERE ${column} = $1`, [id])

  test('a category that is none, a group, retired, or of another institution', async () => {
    const { parentId } = await house.cloud.db
      .selectFrom('category')
      .select('parentId')
      .where('categoryId', '=', categoryId)
      .executeTakeFirstOrThrow()
    const retired = await givenCategory(house, org)
    await retire('category', 'category_id', retired)
    const foreign = await givenCategory(house, await givenOrg(house, '别的单位'))
    for (const other of [crypto.randomUUID(), parentId, retired, foreign])
      expect((await report({ categoryId: other })).refusal).toBe('NO_SUCH_CATEGORY')
  })

  test('a group with nothing in it, and what stands in a retired group: neither for self-help', async () => {
    const { cloud } = house
    const empty = crypto.randomUUID()
    await cloud.db
      .insertInto('category')
      .values({ orgId: org.orgId, categoryId: empty, kind: 'repair', name: '新分组' })
      .execute()
    const inRetired = await givenCategory(house, org)
    await cloud.pool.query(
      'UPDATE category SET is_retired = true WHERE category_id = (SELECT parent_id FROM category WHERE category_id = $1)',
      [inRetired],
    )
    for (const other of [empty, inRetired]) {
      expect((await report({ categoryId: other })).refusal).toBe('NO_SUCH_CATEGORY')
      const solved = await house.call(solveBySelf, { categoryId: other }, staff)
      expect(solved.refusal).toBe('NO_SUCH_CATEGORY')
    }
  })

  test('a place that is none, retired, or of another institution', async () => {
    const retired = await givenPlace(house, org)
    await retire('place', 'place_id', retired)
    const foreign = await givenPlace(house, await givenOrg(house, '别的单位'))
    for (const other of [crypto.randomUUID(), retired, foreign])
      expect((await report({ placeId: other })).refusal).toBe('NO_SUCH_PLACE')
  })

  test('an asset that is none, retired, elsewhere, or without a place', async () => {
    const retired = await givenAsset(house, org, placeId)
    await retire('asset', 'asset_id', retired)
    const elsewhere = await givenAsset(house, org, await givenPlace(house, org))
    for (const other of [crypto.randomUUID(), retired, elsewhere])
      expect((await report({ assetId: other })).refusal).toBe('NO_SUCH_ASSET')
    const here = await givenAsset(house, org, placeId)
    const placeless = await report({ assetId: here, placeId: undefined, placeNote: '走廊' })
    expect(placeless.refusal).toBe('NO_SUCH_ASSET')
  })

  test('somebody who is not on the roster, or has left', async () => {
    const { personId } = await givenPerson(house, org)
    await house.cloud.db.updateTable('person').set({ status: 'left' }).where('personId', '=', personId).execute()
    for (const requesterId of [crypto.randomUUID(), personId])
      expect((await report({ requesterId }, desk)).refusal).toBe('NO_SUCH_PERSON')
  })

  test('nowhere at all', async () => {
    expect((await report({ placeId: undefined })).refusal).toBe('NEEDS_PLACE')
    expect((await report({ placeId: undefined, placeNote: '　' })).refusal).toBe('NEEDS_PLACE')
  })

  test('praise without a word', async () => {
    const praise = await givenCategory(house, org, { kind: 'praise' })
    expect((await report({ categoryId: praise, words: '' })).refusal).toBe('NEEDS_WORDS')
  })

  test('a visiting time that ends before it begins', async () => {
    const wantedFrom = '2026-11-20T14:00:00+08:00'
    for (const wantedUntil of [wantedFrom, '2026-11-20T05:59:00Z'])
      expect((await report({ wantedFrom, wantedUntil })).refusal).toBe('ENDS_BEFORE_START')
  })
})

test('limits that were changed a moment ago already count', async () => {
  await givenTicket(house, org, { categoryId, token: staff.token })
  const limits = { response: { clock: 'wall', minutes: 30 } }
  await house.cloud.db
    .updateTable('category')
    .set({ limits: JSON.stringify({ normal: limits, urgent: {} }) })
    .where('categoryId', '=', categoryId)
    .execute()
  expect((await report()).value?.responseDueAt).toBe('2026-11-20T09:30:00+08:00')
})
