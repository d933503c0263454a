import { joinTicket } from '../contract/repair'
import { findPlaces, lookAtPlace } from '../contract/repair-places'
import { finishTicket } from '../contract/repair-work'
import { giveDoorCode } from '../functions/new-door-code'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { givenAsset, givenCategory, givenPlace, givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let staff: { token: string; personId: string }
const begin = Date.UTC(2026, 10, 20, 1)

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  house.setNow(begin)
  org = await givenOrg(house)
  staff = await signedInAs(house, org)
})
afterAll(() => house.end())

const look = (input: { token?: string; placeId?: string }) => house.call(lookAtPlace, input, { token: staff.token })
const codeOf = (placeId: string, assetId?: string) =>
  giveDoorCode({ db: house.cloud.db, orgId: org.orgId, now: begin }, placeId, assetId)

describe('a place', () => {
  test('opens by the code on its door, by the six characters, and by its id', async () => {
    const placeId = await givenRoom(house, org, {}, '会议室301')
    const { token, humanCode } = await codeOf(placeId)
    await house.cloud.db
      .updateTable('repairSetting')
      .set({ dutyPhone: '8110' })
      .where('orgId', '=', org.orgId)
      .execute()
    for (const input of [{ token }, { token: humanCode }, { token: humanCode.toLowerCase() }, { placeId }])
      expect((await look(input)).value).toEqual({
        place: { placeId, name: '会议室301', where: '本部 综合楼 3层', isRoom: true, photoPolicy: 'allowed' },
        assets: [],
        openTickets: [],
        dutyPhone: '8110',
      })
  })

  test('shows what stands there, and which of it was scanned', async () => {
    const placeId = await givenPlace(house, org, { photoPolicy: 'textOnly' })
    const categoryId = await givenCategory(house, org)
    const assetId = await givenAsset(house, org, placeId, { name: '空调', assetNumber: 'K-1', categoryId })
    const retired = await givenAsset(house, org, placeId, { name: '旧空调' })
    await house.cloud.db.updateTable('asset').set({ isRetired: true }).where('assetId', '=', retired).execute()
    const { token } = await codeOf(placeId, assetId)
    const { value } = await look({ token })
    expect(value).toMatchObject({ assetId, place: { placeId, isRoom: false, photoPolicy: 'textOnly' } })
    expect(value?.assets).toEqual([{ assetId, name: '空调', assetNumber: 'K-1', categoryId }])
    expect((await look({ placeId })).value?.assetId).toBeUndefined()
    // it was carried away: its code leads to where it stands now
    const elsewhere = await givenPlace(house, org)
    await house.cloud.db.updateTable('asset').set({ placeId: elsewhere }).where('assetId', '=', assetId).execute()
    expect((await look({ token })).value).toMatchObject({ assetId, place: { placeId: elsewhere } })
  })

  test('that is retired, of another institution, or behind a revoked code is none', async () => {
    const placeId = await givenPlace(house, org)
    const { token } = await codeOf(placeId)
    const foreign = await givenPlace(house, await givenOrg(house, '别的单位'))
    for (const input of [{}, { placeId: crypto.randomUUID() }, { placeId: foreign }, { token: 'QQQQQQ' }])
      expect((await look(input)).refusal).toBe('NO_SUCH_PLACE')
    // a code that is none is not made good by an id beside it
    expect((await look({ token: 'QQQQQQ', placeId })).refusal).toBe('NO_SUCH_PLACE')
    await house.cloud.db
      .updateTable('doorCode')
      .set({ revokedAt: new Date(begin) })
      .where('token', '=', token)
      .execute()
    expect((await look({ token })).refusal).toBe('NO_SUCH_PLACE')
    await house.cloud.db.updateTable('place').set({ isRetired: true }).where('placeId', '=', placeId).execute()
    expect((await look({ placeId })).refusal).toBe('NO_SUCH_PLACE')
  })

  test('shows what is open there: what most have met first, then the oldest', async () => {
    const placeId = await givenPlace(house, org)
    const at = (more: object = {}) => givenTicket(house, org, { placeId, ...more })
    const old = await at()
    house.setNow(begin + 1000)
    const hot = await at()
    house.setNow(begin + 2000)
    const own = await at({ token: staff.token })
    await at({ categoryId: await givenCategory(house, org, { kind: 'praise' }) })
    const done = await at()
    await givenTicket(house, org)
    const desk = await signedInAs(house, org, ['dispatcher'])
    await house.call(finishTicket, { ticketId: done.ticketId, closedKind: 'fixed' }, { token: desk.token })
    const merged = await at()
    await house.cloud.db
      .updateTable('ticket')
      .set({ mergedInto: old.ticketId })
      .where('ticketId', '=', merged.ticketId)
      .execute()
    await house.call(joinTicket, { ticketId: hot.ticketId }, { token: desk.token })
    const shown = (await look({ placeId })).value?.openTickets
    expect(shown?.map(({ ticketId, priority, isMine }) => [ticketId, priority, isMine])).toEqual([
      [hot.ticketId, 2, false],
      [old.ticketId, 1, false],
      [own.ticketId, 1, true],
    ])
    await house.call(joinTicket, { ticketId: old.ticketId }, { token: staff.token })
    const { value } = await look({ placeId })
    expect(value?.openTickets.find(({ ticketId }) => ticketId === old.ticketId)).toMatchObject({ isMine: true })
  })
})

describe('finding a place', () => {
  const find = async (query: string, more: object = {}) => {
    const { value } = await house.call(findPlaces, { query, ...more }, { token: staff.token })
    if (!value) throw new Error('no answer')
    return value
  }
  const names = async (query: string) => (await find(query)).items.map(({ name }) => name)

  test('by name, pinyin, initials, building and floor, together too', async () => {
    await givenPlace(house, org, { name: '茶水间', floor: '2层', pinyin: 'chashuijian', initials: 'csj' })
    await givenPlace(house, org, { name: '档案室', floor: '12层', pinyin: 'danganshi', initials: 'das' })
    for (const query of ['茶水', 'chashui', 'CSJ', 'ｃｓｊ', '综合楼 茶水', '综合楼2层', '楼 2层 茶', '综合楼茶水间'])
      expect([query, (await names(query))[0]]).toEqual([query, '茶水间'])
    expect(await names('综合楼')).toHaveLength(2)
    for (const query of ['百', '%', '_', '茶水 档案']) expect([query, await names(query)]).toEqual([query, []])
  })

  test('what fits best comes first, page by page, nothing twice', async () => {
    for (const name of ['会议室', '小会议室', '会议室二', '旧会议室']) await givenPlace(house, org, { name })
    const retired = await givenPlace(house, org, { name: '会议室三' })
    await house.cloud.db.updateTable('place').set({ isRetired: true }).where('placeId', '=', retired).execute()
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page: Awaited<ReturnType<typeof find>> = await find('会议室', { limit: 1, cursor })
      paged.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged.slice(0, 2)).toEqual(['会议室', '会议室二'])
    expect(paged.slice(2).sort()).toEqual(['小会议室', '旧会议室'])
    // a place in the list that nobody was given
    const forged = Buffer.from(JSON.stringify([1, 'x', 99_999_999_999, 'x', retired])).toString('base64url')
    const answer = await house.call(findPlaces, { query: '会议室', cursor: forged }, { token: staff.token })
    expect(answer).toMatchObject({ status: 400, fault: 'BAD_INPUT' })
  })

  test('without a word they are those I reported from, the last one first, each once', async () => {
    expect(await find('')).toEqual({ items: [] })
    const [one, two] = [await givenPlace(house, org), await givenPlace(house, org)]
    for (const placeId of [one, two, one]) {
      house.setNow(house.cloud.clock() + 1000)
      await givenTicket(house, org, { token: staff.token, placeId })
    }
    await givenTicket(house, org)
    const { items, nextCursor } = await find(' ')
    expect(items.map(({ placeId }) => placeId)).toEqual([one, two])
    expect(nextCursor).toBeUndefined()
  })
})
