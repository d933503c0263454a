import sharp from 'sharp'
import { listFeedback, moderateRating } from '../contract/canteen-feedback'
import {
  addRatingPhoto,
  getMyRating,
  getRatingPhoto,
  listComments,
  rateServing,
  withdrawRating,
} from '../contract/canteen-ratings'
import { drawn } from './support/drawn-picture'
import { signedInAs } from './support/given'
import { givenRatingHouse, type RatingHouse, rated, signedInAgain } from './support/rating-house'
import { at, done } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: RatingHouse
let ratingId: string
let jpeg: Buffer
beforeAll(async () => {
  house = await startCloud()
  jpeg = await drawn()
    .withExif({ IFD0: { Artist: '欧阳若兰' } })
    .jpeg()
    .toBuffer()
})
beforeEach(async () => {
  here = await givenRatingHouse(house, '2026-11-20 12:00')
  ratingId = (await rated(house, here, { stars: 4 })).ratingId
})
afterAll(() => house.end())

const add = (bytes = jpeg, who = here.diner, fileName = '照片.jpg') =>
  house.call(addRatingPhoto, { ratingId, fileName, content: bytes.toString('base64') }, { token: who.token })
const added = async () => (await add()).value?.photoId ?? ''
const look = (photoId: string, who = here.diner) => house.call(getRatingPhoto, { photoId }, { token: who.token })

test('a photo is made anew without what the camera wrote into it, and asks for an answer', async () => {
  const photoId = await added()
  const content = Buffer.from((await look(photoId)).value?.content ?? '', 'base64')
  const made = await sharp(content).metadata()
  expect([made.format, made.width, made.exif]).toEqual(['webp', 640, undefined])
  expect(await done(house, getMyRating, { ratingId }, here.diner)).toMatchObject({
    photoIds: [photoId],
    moderation: 'pending',
    dueAt: '2026-11-20T14:00:00+08:00',
  })
})

test('its author, the kitchen and the office see it at once, others when it has passed and not after it was taken back', async () => {
  const photoId = await added()
  const admin = await signedInAs(house, here.org, ['admin'])
  for (const who of [here.diner, here.cook, here.manager, admin]) expect((await look(photoId, who)).value).toBeTruthy()
  expect((await look(photoId, here.other)).refusal).toBe('NO_SUCH_PHOTO')
  const { items } = await done(house, listFeedback, { state: 'unmoderated' }, here.manager)
  const verdict = { ratingId, revision: items[0]?.revision ?? 0, verdict: 'passed' as const }
  await done(house, moderateRating, verdict, here.manager)
  expect((await look(photoId, here.other)).value?.photoId).toBe(photoId)
  expect((await done(house, listComments, { dishId: here.dishId }, here.other)).items[0]?.photoIds).toEqual([photoId])
  // another photo: all of it is looked at anew
  await added()
  expect((await look(photoId, here.other)).refusal).toBe('NO_SUCH_PHOTO')
  await done(house, withdrawRating, { ratingId }, here.diner)
  for (const who of [here.diner, here.cook, here.other])
    expect((await look(photoId, who)).refusal).toBe('NO_SUCH_PHOTO')
  expect((await house.cloud.pool.query('SELECT FROM rating_photo WHERE photo_id = $1', [photoId])).rows).toEqual([])
  const again = await done(house, rateServing, { servingId: here.servingId, stars: 5 }, here.diner)
  expect(again).toMatchObject({ ratingId, photoIds: [], moderation: 'none' })
})

test('there are three at most, also when six are sent at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => add()))
  expect(answers.filter(({ value }) => value)).toHaveLength(3)
  expect(answers.filter(({ refusal }) => refusal === 'TOO_MANY_PHOTOS')).toHaveLength(3)
  expect((await done(house, getMyRating, { ratingId }, here.diner)).photoIds).toHaveLength(3)
})

test('what is no picture, hides something, is too large or has a strange name is not taken', async () => {
  expect((await add(Buffer.from('<svg onload=alert(1)>'))).refusal).toBe('NOT_A_PICTURE')
  expect((await add(Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]))).refusal).toBe('HIDDEN_CONTENT')
  expect((await add(Buffer.alloc(5 * 1024 * 1024 + 1, 7))).refusal).toBe('TOO_LARGE_PHOTO')
  expect((await add(jpeg, here.diner, '../照片.jpg')).refusal).toBe('BAD_FILE_NAME')
  expect((await done(house, getMyRating, { ratingId }, here.diner)).photoIds).toEqual([])
})

test('only the author adds one, and within seven days', async () => {
  for (const who of [here.other, here.cook, here.manager]) expect((await add(jpeg, who)).refusal).toBe('NO_SUCH_RATING')
  house.setNow(at('2026-11-27 12:01'))
  expect((await add(jpeg, await signedInAgain(house, here.org, here.diner))).refusal).toBe('TOO_LATE')
})

test('another institution sees none of it', async () => {
  const photoId = await added()
  const elsewhere = await givenRatingHouse(house, '2026-11-20 12:00')
  expect((await look(photoId, elsewhere.manager)).refusal).toBe('NO_SUCH_PHOTO')
})
