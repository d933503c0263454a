import { listRoomRecords } from '../contract/booking-rooms'
import type { InputOf } from '../contract/procedure'
import {
  listAssets,
  listPlaceRecords,
  printPlaceLabels,
  renewPlaceCode,
  saveAsset,
  savePlaceRecord,
} from '../contract/repair-catalog'
import { lookAtPlace } from '../contract/repair-places'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { givenAsset, givenCategory, givenPlace, givenTicket } from './support/given-repair'
import { readPdf } from './support/pdf-text'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let desk: string

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
})
beforeEach(async () => {
  org = await givenOrg(house)
  desk = (await signedInAs(house, org, ['dispatcher', 'steward'])).token
})
afterAll(() => house.end())

const savePlace = (wish: Partial<InputOf<typeof savePlaceRecord>> = {}) =>
  house.call(savePlaceRecord, { buildingId: org.buildingId, floor: '3层', name: '走廊', ...wish }, { token: desk })
const list = async (wish: InputOf<typeof listPlaceRecords> = {}) =>
  (await house.call(listPlaceRecords, wish, { token: desk })).value
const look = async (token: string) =>
  (await house.call(lookAtPlace, { token }, { token: (await signedInAs(house, org)).token })).value

describe('places', () => {
  test('get a code of their own, which leads to them, and are found by name, pinyin, building or code', async () => {
    const { value: place } = await savePlace({ name: '配电间', photoPolicy: 'forbidden' })
    expect(place).toMatchObject({ name: '配电间', floor: '3层', isRoom: false, photoPolicy: 'forbidden', assets: 0 })
    expect((await look(place?.codeToken ?? ''))?.place.placeId).toBe(place?.placeId)
    expect((await look(place?.humanCode ?? ''))?.place.placeId).toBe(place?.placeId)
    await savePlace()
    for (const query of ['配电', 'peidian', 'pdj', '综合楼 3层 配电间', place?.humanCode.toLowerCase() ?? '']) {
      expect([query, (await list({ query }))?.items]).toEqual([query, [place]])
    }
    expect((await list())?.total).toBe(2)
    expect((await list({ buildingId: crypto.randomUUID() }))?.items).toEqual([])
  })

  test('are turned page by page in order, each once, the retired at the end', async () => {
    const names = ['B', 'A', 'D', 'C', 'E'].map((letter) => `走廊${letter}`)
    for (const name of names) await savePlace({ name, isRetired: name.endsWith('A') })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 2, cursor })
      seen.push(...(page?.items.map(({ name }) => name) ?? []))
      cursor = page?.nextCursor
    } while (cursor)
    expect(seen).toEqual(['走廊B', '走廊C', '走廊D', '走廊E', '走廊A'])
  })

  test('have one name on one floor, also when two people add it at the same moment', async () => {
    const both = await Promise.all([savePlace(), savePlace()])
    expect(both.map(({ refusal }) => refusal).sort()).toEqual(['NAME_TAKEN', undefined])
    expect((await savePlace({ floor: '4层' })).value).toBeDefined()
    const known = both.find(({ value }) => value)?.value
    expect((await savePlace({ placeId: known?.placeId, isRetired: true })).value?.isRetired).toBe(true)
    expect((await savePlace()).value?.placeId).not.toBe(known?.placeId)
    expect((await savePlace({ placeId: known?.placeId })).refusal).toBe('NAME_TAKEN')
    expect(await look(known?.codeToken ?? '')).toBeUndefined()
  })

  test('that are meeting rooms keep name and building; only their photo policy is changed here', async () => {
    const roomId = await givenRoom(house, org, {}, '301会议室')
    const wish = { placeId: roomId, name: '别的名字', floor: '9层', isRetired: true, photoPolicy: 'textOnly' } as const
    const { value } = await savePlace(wish)
    expect(value).toMatchObject({ placeId: roomId, name: '301会议室', floor: '3层', isRetired: false, isRoom: true })
    expect(value?.photoPolicy).toBe('textOnly')
    const rooms = (await house.call(listRoomRecords, {}, { token: desk })).value?.items
    expect(rooms?.map(({ name }) => name)).toEqual(['301会议室'])
  })

  test('of another institution, or in a building of one, are none', async () => {
    const abroad = await givenOrg(house, '别的单位')
    expect((await savePlace({ placeId: await givenPlace(house, abroad) })).refusal).toBe('NO_SUCH_PLACE')
    expect((await savePlace({ buildingId: abroad.buildingId })).refusal).toBe('NO_SUCH_PLACE')
  })
})

describe('assets', () => {
  const save = async (wish: Partial<InputOf<typeof saveAsset>> & { placeId: string }) =>
    house.call(saveAsset, { name: '空调', ...wish }, { token: desk })

  test('have a code of their own, that goes with them when they are moved', async () => {
    const [here, there] = [await givenPlace(house, org), await givenPlace(house, org)]
    const categoryId = await givenCategory(house, org)
    const wish = { placeId: here, assetNumber: 'GZ-1', model: 'KFR-35', note: '2019 年购', categoryId }
    const { value } = await save(wish)
    expect(value).toMatchObject({ ...wish, openTickets: 0, tickets: 0 })
    expect(await look(value?.codeToken ?? '')).toMatchObject({ assetId: value?.assetId, place: { placeId: here } })
    const moved = await save({ ...wish, assetId: value?.assetId, placeId: there })
    expect(moved.value?.humanCode).toBe(value?.humanCode)
    expect(await look(value?.humanCode ?? '')).toMatchObject({ assetId: value?.assetId, place: { placeId: there } })
    expect((await list())?.items.map(({ placeId, assets }) => [placeId === there, assets])).toContainEqual([true, 1])
  })

  test('are found by name, number, model, place or code, and counted with their tickets', async () => {
    const placeId = await givenPlace(house, org, { name: '茶水间', pinyin: 'chashuijian' })
    const { value } = await save({ placeId, name: '开水器', assetNumber: 'GZ-2019-7', model: 'ZK-9' })
    await save({ placeId: await givenPlace(house, org), name: '投影机' })
    await givenTicket(house, org, { placeId, assetId: value?.assetId })
    for (const query of ['开水', 'gz-2019', 'zk-9', '茶水间', 'chashui', value?.humanCode ?? '']) {
      const found = (await house.call(listAssets, { query }, { token: desk })).value
      expect([query, found?.items]).toEqual([query, [{ ...value, openTickets: 1, tickets: 1 }]])
    }
    expect((await house.call(listAssets, { placeId }, { token: desk })).value?.total).toBe(1)
    const first = (await house.call(listAssets, { limit: 1 }, { token: desk })).value
    const next = (await house.call(listAssets, { limit: 1, cursor: first?.nextCursor }, { token: desk })).value
    expect([...(first?.items ?? []), ...(next?.items ?? [])].map(({ name }) => name).sort()).toEqual([
      '开水器',
      '投影机',
    ])
    expect(next?.nextCursor).toBeUndefined()
  })

  test('have a number only once, and stand and belong within the institution', async () => {
    const placeId = await givenPlace(house, org)
    const abroad = await givenOrg(house, '别的单位')
    expect((await save({ placeId, assetNumber: 'GZ-1' })).value).toBeDefined()
    expect((await save({ placeId, assetNumber: 'GZ-1' })).refusal).toBe('NUMBER_TAKEN')
    expect((await save({ placeId: await givenPlace(house, abroad) })).refusal).toBe('NO_SUCH_PLACE')
    expect((await save({ placeId, categoryId: await givenCategory(house, abroad) })).refusal).toBe('NO_SUCH_CATEGORY')
    const foreign = await givenAsset(house, abroad, await givenPlace(house, abroad))
    expect((await save({ placeId, assetId: foreign })).refusal).toBe('NO_SUCH_ASSET')
    // two without a number are two
    expect((await save({ placeId })).value).toBeDefined()
    expect((await save({ placeId })).value).toBeDefined()
  })
})

describe('printed codes', () => {
  test('are renewed: the old one leads nowhere at once, that of the asset there stays', async () => {
    const place = (await savePlace()).value
    const asset = (await house.call(saveAsset, { placeId: place?.placeId ?? '', name: '灯' }, { token: desk })).value
    const { value } = await house.call(renewPlaceCode, { placeId: place?.placeId }, { token: desk })
    expect(await look(place?.codeToken ?? '')).toBeUndefined()
    expect((await look(value?.codeToken ?? ''))?.place.placeId).toBe(place?.placeId)
    expect((await look(asset?.codeToken ?? ''))?.assetId).toBe(asset?.assetId)

    const renewed = await house.call(renewPlaceCode, { assetId: asset?.assetId }, { token: desk })
    expect(await look(asset?.humanCode ?? '')).toBeUndefined()
    expect((await look(renewed.value?.humanCode ?? ''))?.assetId).toBe(asset?.assetId)
    expect((await list())?.items[0]?.codeToken).toBe(value?.codeToken)
    for (const wish of [{}, { placeId: crypto.randomUUID() }]) {
      expect((await house.call(renewPlaceCode, wish, { token: desk })).refusal).toBe('NO_SUCH_PLACE')
    }
    const nowhere = await house.call(renewPlaceCode, { assetId: crypto.randomUUID() }, { token: desk })
    expect(nowhere.refusal).toBe('NO_SUCH_ASSET')
  })

  test('are valid one at a time, however many renew them at once', async () => {
    const place = (await savePlace()).value
    const renew = () => house.call(renewPlaceCode, { placeId: place?.placeId }, { token: desk })
    const answers = await Promise.all(Array.from({ length: 6 }, renew))
    const codes = answers.map(({ value }) => value?.codeToken ?? '')
    expect(new Set(codes).size).toBe(6)
    const live = await Promise.all(codes.map(async (code) => (await look(code)) !== undefined))
    expect(live.filter(Boolean)).toHaveLength(1)
  })

  test('are printed for those chosen, or for everything in use', async () => {
    const place = (await savePlace({ name: '配电间' })).value
    const asset = (
      await house.call(
        saveAsset,
        { placeId: place?.placeId ?? '', name: '配电柜', assetNumber: 'GZ-9' },
        { token: desk },
      )
    ).value
    const print = async (wish: InputOf<typeof printPlaceLabels>) => {
      const { value, refusal } = await house.call(printPlaceLabels, wish, { token: desk })
      return (
        refusal ??
        readPdf(Buffer.from(value?.content ?? '', 'base64'))
          .flatMap(({ texts }) => texts)
          .join('')
          .replace(/\s/g, '')
      )
    }
    const own = await print({ placeIds: [place?.placeId ?? ''] })
    expect(own).toContain(`配电间本部综合楼3层${place?.humanCode}扫码报修·保洁·隐患·表扬`)
    expect(own).not.toContain('配电柜')
    expect(await print({})).toContain(`配电柜综合楼3层配电间GZ-9${asset?.humanCode}`)
    const abroad = await givenOrg(house, '别的单位')
    const foreign = await givenPlace(house, abroad)
    expect(await print({ placeIds: [foreign] })).toBe('NO_SUCH_PLACE')
    expect(await print({ assetIds: [await givenAsset(house, abroad, foreign)] })).toBe('NO_SUCH_ASSET')
  })
})
