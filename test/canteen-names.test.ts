import { getCanteenReport, listFeedback, saveAction } from '../contract/canteen-feedback'
import {
  addRatingPhoto,
  editRating,
  listComments,
  rateServing,
  replyRating,
  withdrawRating,
} from '../contract/canteen-ratings'
import { listAudit, listNotices } from '../contract/people'
import type { AnyProcedure } from '../contract/procedure'
import { procedures } from '../contract/procedures'
import { tick } from '../functions/tick'
import { signedInAs } from './support/given'
import { givenRatingHouse, type RatingHouse, rated, servedOn } from './support/rating-house'
import { at, done, type Who } from './support/repair-house'
import { smallestPicture } from './support/smallest-picture'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: RatingHouse
let ratingId: string
let photoId: string
/** Whatever tells who the diner is. */
let secrets: string[]
/** The moment of rating: the log of calls has it too. */
const ratedAt = '2026-11-20 12:07'

beforeAll(async () => {
  house = await startCloud()
  here = await givenRatingHouse(house, ratedAt)
  const { rows } = await house.cloud.pool.query('SELECT staff_number FROM person WHERE person_id = $1', [
    here.diner.personId,
  ])
  secrets = [here.diner.personId, '欧阳若兰', rows[0].staff_number]
  ratingId = (await rated(house, here, { stars: 1, chips: ['hygiene'], words: '汤里有头发' })).ratingId
  const photo = { ratingId, fileName: 'a.png', content: smallestPicture }
  photoId = (await done(house, addRatingPhoto, photo, here.diner)).photoId
  await done(house, replyRating, { ratingId, words: '请看看' }, here.cook)
  await done(house, replyRating, { ratingId, words: '谢谢' }, here.diner)
  await done(house, editRating, { ratingId, stars: 2, chips: ['hygiene'], words: '汤里有一根头发' }, here.diner)
  const dueOn = '2026-11-21'
  const action = { canteenId: here.canteenId, title: '戴好帽子', ratingId, ownerId: here.cook.personId, dueOn }
  await done(house, saveAction, action, here.manager)
  // somebody who took theirs back
  const taken = await rated(house, here, { servingId: await servedOn(house, here, '2026-11-19'), words: '算了' })
  await done(house, withdrawRating, { ratingId: taken.ratingId }, here.diner)
})
afterAll(() => house.end())

function expectNobody(answer: unknown) {
  const text = JSON.stringify(answer)
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/personId/)
}

/** Everything of the canteen that somebody could ask about this rating, with what they would ask. */
function questions(): [AnyProcedure, object][] {
  const everything = { canteenId: here.canteenId, dishId: here.dishId, ratingId, photoId, servingId: here.servingId }
  const range = { from: '2026-11-01', until: '2026-11-30', day: '2026-11-20', state: 'all', limit: 100 }
  return (
    procedures
      // what is read out of a file is that file
      .filter(({ name, writes }: AnyProcedure) => /^canteen\.(?!preview)/.test(name) && !writes)
      .map((procedure: AnyProcedure): [AnyProcedure, object] => [procedure, { ...everything, ...range }])
  )
}

test('nobody else is told who rated, by anything that can be read about the canteen', async () => {
  const everybody = await signedInAs(house, here.org, ['kitchen', 'manager', 'admin', 'auditor'])
  const unanswered: string[] = []
  for (const who of [everybody, here.cook, here.owner, here.manager, here.other])
    for (const [procedure, input] of questions()) {
      const answer = await house.call(procedure, input as never, { token: who.token })
      expectNobody(answer)
      if (who === everybody && !answer.value) unanswered.push(`${procedure.name} ${answer.refusal ?? answer.fault}`)
    }
  expect(unanswered).toEqual(['canteen.getMyRating NO_SUCH_RATING'])
})

test('the kitchen reads words, photos and the thread, and of the time no more than the quarter of an hour', async () => {
  const { items } = await done(house, listFeedback, { state: 'all' }, here.cook)
  expect(items).toMatchObject([
    { ratingId, words: '汤里有一根头发', stars: 2, isUrgent: true, ratedAt: '2026-11-20T12:00:00+08:00' },
  ])
  expect(items[0]?.photoIds).toHaveLength(1)
  expect(items[0]?.thread.map(({ side, at: when }) => [side, when.slice(11, 16)])).toEqual([
    ['kitchen', '12:07'],
    ['diner', '12:00'],
  ])
  expect(items[0]?.dueAt?.slice(14, 16)).toBe('00')
})

test('ids and places in lists tell no time either', async () => {
  await rated(house, here, {}, here.other)
  const page = await done(house, listFeedback, { state: 'all', limit: 1 }, here.cook)
  const ids = [ratingId, ...(page.items[0]?.photoIds ?? []), page.items[0]?.ratingId ?? '']
  // version 7 would begin with the millisecond
  for (const id of ids) expect(id.charAt(14)).toBe('4')
  const moment = at(ratedAt)
  expect(Buffer.from(page.nextCursor ?? '', 'base64url').toString()).not.toContain(String(moment).slice(0, 6))
  const rest = await done(house, listFeedback, { state: 'all', limit: 1, cursor: page.nextCursor }, here.cook)
  expect(rest.items).toHaveLength(1)
  expect(rest.items[0]?.ratingId).not.toBe(page.items[0]?.ratingId)
})

test('others see the day of a comment that has passed, and no time', async () => {
  await house.cloud.pool.query(`UPDATE rating SET moderation = 'passed' WHERE rating_id = $1`, [ratingId])
  const { items } = await done(house, listComments, { dishId: here.dishId }, here.other)
  expect(items).toMatchObject([{ words: '汤里有一根头发', day: '2026-11-20', isMine: false }])
  expect(JSON.stringify(items)).not.toContain('12:0')
  expectNobody(items)
})

test('the log of calls says that somebody rated, and neither who nor what: no other list can be joined to a name', async () => {
  const auditor = await signedInAs(house, here.org, ['auditor', 'manager', 'admin'])
  const { items } = await done(house, listAudit, { limit: 100 }, auditor)
  const names = [rateServing, editRating, withdrawRating, addRatingPhoto, replyRating].map(({ name }) => name)
  const unnamed = items.filter(({ procedure, detail }) => names.some((one) => one === procedure) && !detail.ratingId)
  expect([...new Set(unnamed.map(({ procedure }) => procedure))].sort()).toEqual([...names].sort())
  for (const { person, detail } of unnamed) expect([person, detail]).toEqual(['', {}])
  for (const { detail } of items) expect(JSON.stringify(detail)).not.toContain('头发')
  // the cook who answered stands by it
  expect(items.find(({ procedure, detail }) => procedure === replyRating.name && detail.ratingId)?.person).toMatch(
    /^孙师傅/,
  )
  for (const query of ['欧阳若兰', secrets[2] ?? '']) {
    const found = (await done(house, listAudit, { query, limit: 100 }, auditor)).items
    expect(found.filter(({ procedure }) => names.some((one) => one === procedure))).toEqual([])
  }
  expect((await done(house, listAudit, { query: rateServing.name }, auditor)).items.length).toBeGreaterThan(0)
  // whoever runs the database can still tell
  const { rows } = await house.cloud.pool.query('SELECT DISTINCT person_id FROM audit_entry WHERE procedure = $1', [
    rateServing.name,
  ])
  expect(rows.map((row) => row.person_id)).toContain(here.diner.personId)
})

test('notices to the kitchen and the office name nobody; the author hears of answer and action with the page', async () => {
  house.setNow(at('2026-11-21 12:00'))
  await tick(house.cloud)
  for (const who of [here.cook, here.owner, here.manager]) {
    const { items } = await done(house, listNotices, {}, who)
    expect(items.length).toBeGreaterThan(0)
    expectNobody(items)
  }
  const { items } = await done(house, listNotices, {}, here.diner)
  expect(items.map(({ title, path }) => [title, path]).sort()).toEqual([
    ['您的评价已列入整改', `/features/canteen/my-rating?ratingId=${ratingId}`],
    ['食堂回复了您的评价', `/features/canteen/my-rating?ratingId=${ratingId}`],
  ])
  // nor does the diner read who answered
  expect(JSON.stringify(items)).not.toContain('孙师傅')
})

test('a report names no person at all', async () => {
  const report = await done(house, getCanteenReport, { from: '2026-11-01', until: '2026-11-30' }, here.manager)
  const text = JSON.stringify(report)
  const people: Who[] = [here.diner, here.cook, here.owner, here.manager]
  for (const { personId } of people) expect(text).not.toContain(personId)
  for (const name of ['欧阳若兰', '孙师傅', '钱师傅', '周主任']) expect(text).not.toContain(name)
})
