import { listActions, listFeedback, moveAction, saveAction } from '../contract/canteen-feedback'
import { getMyRating, withdrawRating } from '../contract/canteen-ratings'
import type { InputOf } from '../contract/procedure'
import { tick } from '../functions/tick'
import { signedInAs } from './support/given'
import { givenRatingHouse, type RatingHouse, rated } from './support/rating-house'
import { at, done, noticesOf, tickAt, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: RatingHouse
let ratingId: string
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  here = await givenRatingHouse(house, '2026-11-20 12:00')
  ratingId = (await rated(house, here, { words: '太咸' })).ratingId
})
afterAll(() => house.end())

const input = (more: Partial<InputOf<typeof saveAction>> = {}) => ({
  canteenId: here.canteenId,
  title: '称盐',
  ownerId: here.cook.personId,
  dueOn: '2026-11-25',
  ...more,
})
const save = (more: Partial<InputOf<typeof saveAction>> = {}, who = here.manager) =>
  house.call(saveAction, input(more), { token: who.token })
const saved = async (more: Partial<InputOf<typeof saveAction>> = {}) =>
  (await save({ ratingId, ...more })).value?.actionId ?? ''
const move = (actionId: string, status: 'open' | 'doing' | 'done' | 'verified', who: Who = here.cook, outcome = '') =>
  house.call(moveAction, { actionId, status, outcome }, { token: who.token })

describe('a corrective action', () => {
  test('from a comment is about its dish; whoever wrote it and whoever does it hear of it', async () => {
    const { value } = await save({ ratingId, detail: '每锅称重' })
    expect(value).toMatchObject({
      canteen: here.canteen,
      title: '称盐',
      detail: '每锅称重',
      dishId: here.dishId,
      dish: here.dish,
      ratingId,
      owner: '孙师傅',
      status: 'open',
      isOverdue: false,
    })
    const told = `您对“${here.dish}”的评价已列入整改：称盐，计划11月25日 周三前完成。`
    expect(await noticesOf(house, here.diner)).toEqual([told])
    expect(await noticesOf(house, here.cook)).toEqual(['请在11月25日 周三前完成：称盐。'])
    const mine = await done(house, getMyRating, { ratingId }, here.diner)
    expect(mine.action).toEqual({ title: '称盐', status: 'open', dueOn: '2026-11-25' })
    const { items } = await done(house, listFeedback, { state: 'all' }, here.cook)
    expect(items[0]?.actionId).toBe(value?.actionId)
    // changed afterwards it tells the author nothing again, and stays with the comment
    expect((await save({ actionId: value?.actionId, title: '买秤' })).value).toMatchObject({ title: '买秤', ratingId })
    expect(await noticesOf(house, here.diner)).toEqual([told])
  })

  test('goes from open to verified with what was done; who complained is told at the end', async () => {
    const actionId = await saved()
    expect((await move(actionId, 'verified', here.manager)).refusal).toBe('WRONG_STATUS')
    expect((await move(actionId, 'doing')).value).toMatchObject({ status: 'doing' })
    expect((await move(actionId, 'done')).refusal).toBe('NEEDS_OUTCOME')
    expect((await move(actionId, 'done', here.cook, '买了秤')).value).toMatchObject({
      status: 'done',
      outcome: '买了秤',
      doneAt: '2026-11-20T12:00:00+08:00',
    })
    expect((await move(actionId, 'verified', here.cook)).refusal).toBe('NOT_YOURS')
    const verified = (await move(actionId, 'verified', here.manager)).value
    expect(verified).toMatchObject({ status: 'verified', verifiedBy: '周主任', outcome: '买了秤' })
    expect(await noticesOf(house, here.diner)).toContain(`您对“${here.dish}”提的意见已整改并验收：买了秤`)
    for (const status of ['open', 'doing', 'done', 'verified'] as const)
      expect((await move(actionId, status, here.manager, '再来')).refusal).toBe('WRONG_STATUS')
    expect((await save({ actionId })).refusal).toBe('WRONG_STATUS')
  })

  test('is not verified by whoever did it: the database refuses, whatever the code thinks', async () => {
    const actionId = await saved()
    await move(actionId, 'done', here.manager, '买了秤')
    expect((await move(actionId, 'verified', here.manager)).refusal).toBe('NOT_BY_THE_DOER')
    const self = `UPDATE corrective_action SET status = 'verified', verified_by = done_by, verified_at = done_at`
    await expect(house.cloud.pool.query(`${self} WHERE action_id = $1`, [actionId])).rejects.toThrow(
      'corrective_action_verifier',
    )
    const second = await signedInAs(house, here.org, ['manager'])
    expect((await move(actionId, 'verified', second)).value?.status).toBe('verified')
  })

  test('that was not done well goes back with the reason, and somebody else’s is not moved', async () => {
    const actionId = await saved()
    expect((await move(actionId, 'doing', here.owner)).refusal).toBe('NOT_YOURS')
    await move(actionId, 'done', here.cook, '买了秤')
    expect((await move(actionId, 'doing', here.manager)).refusal).toBe('NEEDS_OUTCOME')
    const back = (await move(actionId, 'doing', here.manager, '没有人用')).value
    expect(back).toMatchObject({ status: 'doing', outcome: '没有人用' })
    expect(back?.doneAt).toBeUndefined()
    expect((await move(actionId, 'open')).value?.status).toBe('open')
  })

  test('is verified once when two managers do it at the same moment', async () => {
    const actionId = await saved()
    await move(actionId, 'done', here.cook, '买了秤')
    const second = await signedInAs(house, here.org, ['manager'])
    const answers = await Promise.all([here.manager, second].map((who) => move(actionId, 'verified', who)))
    expect(answers.map(({ value, refusal }) => value?.status ?? refusal).sort()).toEqual(['WRONG_STATUS', 'verified'])
    expect((await noticesOf(house, here.diner)).filter((body) => body.includes('验收'))).toHaveLength(1)
  })

  test('of somewhere or somebody that is not here is refused by name', async () => {
    const elsewhere = await givenRatingHouse(house, '2026-11-20 12:00')
    const strange = await rated(house, elsewhere, { words: '别的单位' })
    expect((await save({ canteenId: elsewhere.canteenId })).refusal).toBe('NO_SUCH_CANTEEN')
    expect((await save({ dishId: elsewhere.dishId })).refusal).toBe('NO_SUCH_DISH')
    expect((await save({ ownerId: elsewhere.cook.personId })).refusal).toBe('NO_SUCH_PERSON')
    expect((await save({ ratingId: strange.ratingId })).refusal).toBe('NO_SUCH_RATING')
    expect((await save({ actionId: crypto.randomUUID() })).refusal).toBe('NO_SUCH_ACTION')
    expect((await move(await saved(), 'doing', elsewhere.manager)).refusal).toBe('NO_SUCH_ACTION')
  })

  test('outlives the comment it came of; who took it back is told no more', async () => {
    const actionId = await saved()
    await done(house, withdrawRating, { ratingId }, here.diner)
    expect((await save({ actionId, ratingId, title: '买秤' })).value?.title).toBe('买秤')
    await move(actionId, 'done', here.cook, '买了秤')
    await move(actionId, 'verified', here.manager)
    expect(await noticesOf(house, here.diner)).toHaveLength(1)
  })
})

test('an action whose day has passed is told to its owner and the managers once, with four hosts at it', async () => {
  const actionId = await saved()
  const finished = await saved({ title: '换锅' })
  await move(finished, 'done', here.cook, '换了')
  house.setNow(at('2026-11-25 23:59'))
  await tick(house.cloud)
  const overdue = async (who: Who) => (await noticesOf(house, who)).filter((body) => body.includes('应在'))
  expect(await overdue(here.cook)).toEqual([])
  house.setNow(at('2026-11-26 00:00'))
  await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
  await tickAt(house, '2026-11-26 08:00')
  const said = '“称盐”应在11月25日 周三前完成，请尽快处理，或者改一个做得到的日期。'
  expect([await overdue(here.cook), await overdue(here.manager)]).toEqual([[said], [said]])
  const board = await done(house, listActions, { status: 'open' }, here.cook)
  expect(board).toMatchObject({ today: '2026-11-26', items: [{ actionId, isOverdue: true }] })
  // another day is another promise
  await save({ actionId, ratingId, dueOn: '2026-11-26' })
  await tickAt(house, '2026-11-27 08:00')
  expect(await overdue(here.cook)).toHaveLength(2)
})

test('the board comes by due day, page by page', async () => {
  for (const day of ['27', '25', '26', '25', '25']) await save({ dueOn: `2026-11-${day}` })
  const days: string[] = []
  const ids = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await done(house, listActions, { limit: 2, ...(cursor ? { cursor } : {}) }, here.cook)
    for (const { actionId, dueOn } of page.items) {
      days.push(dueOn.slice(8))
      ids.add(actionId)
    }
    cursor = page.nextCursor
  } while (cursor)
  expect(days).toEqual(['25', '25', '25', '26', '27'])
  expect(ids.size).toBe(5)
})
