import sharp from 'sharp'
import { getTicket } from '../contract/repair'
import type { PhotoPolicy } from '../contract/repair-places'
import { addPhoto, cancelTicket, getPhoto, removePhoto, reopenTicket } from '../contract/repair-requester'
import { finishTicket, grabTicket } from '../contract/repair-work'
import { drawn } from './support/drawn-picture'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenPlace, givenTechnician, givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let staff: { token: string; personId: string }
let desk: { token: string; personId: string }
let technician: { token: string; personId: string }
let jpeg: Buffer
let png: Buffer
let webp: Buffer

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
  org = await givenOrg(house)
  staff = await signedInAs(house, org)
  desk = await signedInAs(house, org, ['dispatcher'])
  technician = await givenTechnician(house, org)
  jpeg = await drawn().jpeg().toBuffer()
  png = await drawn().png().toBuffer()
  webp = await drawn().webp().toBuffer()
})
afterAll(() => house.end())

const report = (more: object = {}) => givenTicket(house, org, { token: staff.token, ...more })
const add = (
  ticketId: string,
  bytes: Buffer,
  more: { fileName?: string; stage?: 'report' | 'finish' } = {},
  as = staff,
) =>
  house.call(
    addPhoto,
    { ticketId, fileName: '照片.jpg', content: bytes.toString('base64'), ...more },
    { token: as.token },
  )
const photosOf = async (ticketId: string) =>
  (await house.call(getTicket, { ticketId }, { token: desk.token })).value?.photos ?? []
const pictureOf = async (photoId: string | undefined) => {
  const { value } = await house.call(getPhoto, { photoId: photoId ?? '' }, { token: staff.token })
  return Buffer.from(value?.content ?? '', 'base64')
}

describe('a photo', () => {
  test('of each kind is made anew as WebP, and the log says that there is one', async () => {
    const { ticketId } = await report()
    for (const bytes of [jpeg, png, webp]) {
      const { value } = await add(ticketId, bytes)
      const made = await sharp(await pictureOf(value?.photoId)).metadata()
      expect([made.format, made.width, made.height]).toEqual(['webp', 640, 480])
    }
    expect(await photosOf(ticketId)).toMatchObject([1, 2, 3].map(() => ({ stage: 'report', cycle: 1 })))
    const { value } = await house.call(getTicket, { ticketId }, { token: staff.token })
    expect(value?.timeline.slice(1)).toMatchObject([1, 2, 3].map(() => ({ kind: 'photographed' })))
    expect(value?.timeline[1]?.detail).toEqual({ stage: 'report' })
  })

  test('says nothing of where, when and with what it was taken, and stands upright', async () => {
    const told = await drawn()
      .jpeg()
      .withExif({
        IFD0: { Make: 'Guanjia Phone', Orientation: '6' },
        IFD2: { DateTimeOriginal: '2026:11:20 09:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const before = await sharp(told).metadata()
    expect(before.exif?.toString('latin1')).toContain('Guanjia Phone')
    const { ticketId } = await report()
    const { value } = await add(ticketId, told)
    const bytes = await pictureOf(value?.photoId)
    const made = await sharp(bytes).metadata()
    expect([made.exif, made.xmp, made.iptc, made.icc, made.orientation]).toEqual(Array(5).fill(undefined))
    expect([made.width, made.height]).toEqual([480, 640])
    expect(bytes.toString('latin1')).not.toMatch(/Guanjia|EXIF|GPS/)
  })

  test('is at most 1600 pixels wide', async () => {
    const { ticketId } = await report()
    const { value } = await add(ticketId, await drawn(2400, 600).jpeg().toBuffer())
    expect(await sharp(await pictureOf(value?.photoId)).metadata()).toMatchObject({ width: 1600, height: 400 })
  })

  test('may be a long screenshot, higher than WebP allows', async () => {
    const { ticketId } = await report()
    const { value } = await add(ticketId, await drawn(40, 20_000).png().toBuffer())
    expect(await sharp(await pictureOf(value?.photoId)).metadata()).toMatchObject({ width: 33, height: 16_383 })
  })

  test('loses what a phone appended to it', async () => {
    const film = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypmp42\0\0\0\0isommp42'),
      Buffer.alloc(5000, 7),
    ])
    const { ticketId } = await report()
    for (const trailer of [film, jpeg, Buffer.concat([Buffer.alloc(64), film, Buffer.from('SEFT')])]) {
      const { value } = await add(ticketId, Buffer.concat([jpeg, trailer]))
      const bytes = await pictureOf(value?.photoId)
      expect((await sharp(bytes).metadata()).width).toBe(640)
      expect(bytes.includes('ftyp')).toBe(false)
    }
  })
})

test('there are at most six at each stage of a cycle, also when ten come at once', async () => {
  const { ticketId } = await report()
  const answers = await Promise.all(Array.from({ length: 10 }, () => add(ticketId, jpeg)))
  expect(answers.map(({ value, refusal }) => (value ? 'kept' : refusal)).sort()).toEqual([
    ...Array(4).fill('TOO_MANY_PHOTOS'),
    ...Array(6).fill('kept'),
  ])
  expect(await photosOf(ticketId)).toHaveLength(6)
  await house.call(grabTicket, { ticketId }, { token: technician.token })
  expect((await add(ticketId, jpeg, { stage: 'finish' }, technician)).value).toBeTruthy()
  await house.call(finishTicket, { ticketId, closedKind: 'fixed' }, { token: technician.token })
  await house.call(reopenTicket, { ticketId, reason: '又坏了' }, { token: staff.token })
  expect((await add(ticketId, jpeg)).value).toBeTruthy()
  expect((await photosOf(ticketId)).map(({ stage, cycle }) => `${stage}${cycle}`).sort()).toEqual([
    'finish1',
    ...Array(6).fill('report1'),
    'report2',
  ])
})

test('a photo sent twice under one key is one photo', async () => {
  const { ticketId } = await report()
  const key = crypto.randomUUID()
  const input = { ticketId, fileName: 'a.jpg', content: jpeg.toString('base64') }
  const answers = await Promise.all([1, 2, 3].map(() => house.call(addPhoto, input, { token: staff.token, key })))
  expect(new Set(answers.map(({ value }) => value?.photoId)).size).toBe(1)
  expect(await photosOf(ticketId)).toHaveLength(1)
})

describe('where a place', () => {
  const at = async (photoPolicy: PhotoPolicy) => {
    const placeId = await givenPlace(house, org, { photoPolicy })
    const { ticketId } = await report({ placeId })
    await house.call(grabTicket, { ticketId }, { token: technician.token })
    const said: Record<string, string> = {}
    for (const [who, as] of Object.entries({ staff, technician, desk }))
      for (const stage of ['report', 'finish'] as const)
        said[`${who} ${stage}`] = (await add(ticketId, jpeg, { stage }, as)).refusal ?? 'kept'
    const { value } = await house.call(getTicket, { ticketId }, { token: staff.token })
    return { ...said, mayStaff: value?.mayAddPhotos }
  }
  const kept = {
    'technician report': 'kept',
    'technician finish': 'kept',
    'desk report': 'kept',
    'desk finish': 'kept',
  }

  test('may be photographed, the reporter shows what is wrong and those who repair how it was done', async () => {
    expect(await at('allowed')).toEqual({
      ...kept,
      'staff report': 'kept',
      'staff finish': 'NOT_YOURS',
      mayStaff: true,
    })
  })
  test('is for words only, those who repair may still', async () => {
    const staff = { 'staff report': 'PHOTOS_FORBIDDEN', 'staff finish': 'NOT_YOURS', mayStaff: false }
    expect(await at('textOnly')).toEqual({ ...kept, ...staff })
  })
  test('is confidential, nobody may, not even the desk', async () => {
    const nobody = Object.fromEntries(Object.keys(kept).map((who) => [who, 'PHOTOS_FORBIDDEN']))
    const staff = { 'staff report': 'PHOTOS_FORBIDDEN', 'staff finish': 'NOT_YOURS', mayStaff: false }
    expect(await at('forbidden')).toEqual({ ...nobody, ...staff })
  })
})

test('what was done is photographed until it is confirmed; what is wrong only while the ticket is open', async () => {
  const { ticketId } = await report()
  await house.call(grabTicket, { ticketId }, { token: technician.token })
  await house.call(finishTicket, { ticketId, closedKind: 'fixed' }, { token: technician.token })
  expect((await add(ticketId, jpeg)).refusal).toBe('TICKET_CLOSED')
  expect((await add(ticketId, jpeg, { stage: 'finish' }, technician)).value).toBeTruthy()
  const cancelled = await report()
  await house.call(cancelTicket, { ticketId: cancelled.ticketId }, { token: staff.token })
  expect((await add(cancelled.ticketId, jpeg)).refusal).toBe('TICKET_CLOSED')
})

test('who attached a photo takes it back while the ticket is open, nobody else', async () => {
  const { ticketId } = await report()
  const remove = (photoId: string, { token } = staff) => house.call(removePhoto, { photoId }, { token })
  const photoId = (await add(ticketId, jpeg)).value?.photoId ?? ''
  expect((await remove(photoId, desk)).refusal).toBe('NOT_YOURS')
  const stranger = await signedInAs(house, org)
  expect((await remove(photoId, stranger)).refusal).toBe('NO_SUCH_PHOTO')
  expect((await remove(photoId)).value).toEqual({ photoId })
  expect((await remove(photoId)).refusal).toBe('NO_SUCH_PHOTO')
  expect((await house.call(getPhoto, { photoId }, { token: staff.token })).refusal).toBe('NO_SUCH_PHOTO')
  const { value } = await house.call(getTicket, { ticketId }, { token: staff.token })
  expect(value?.timeline.at(-1)?.detail).toEqual({ stage: 'report', isRemoved: true })
  const kept = (await add(ticketId, jpeg)).value?.photoId ?? ''
  await house.call(cancelTicket, { ticketId }, { token: staff.token })
  expect((await remove(kept)).refusal).toBe('TICKET_CLOSED')
})
