import type { InputOf } from '../contract/procedure'
import { closeAction, listActions, listBoard, saveAction, suggest, voteAction } from '../contract/survey-actions'
import type { SurveyItem } from '../contract/survey-definition'
import { tick } from '../functions/tick'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { definitionOf, givenSurvey } from './support/given-survey'
import { at, done, noticesOf, tickAt, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let surveyor: Who
let owner: Who
let staff: Who
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  house.setNow(at('2026-11-20 12:00'))
  org = await givenOrg(house)
  surveyor = await signedInAs(house, org, ['surveyor'])
  owner = await signedInAs(house, org, [], { name: '孙师傅' })
  staff = await signedInAs(house, org)
})
afterAll(() => house.end())

const save = (more: Partial<InputOf<typeof saveAction>> = {}, who = surveyor) =>
  house.call(saveAction, { need: '午饭排队太久', status: 'proposed', ...more }, { token: who.token })
const adopted = () =>
  ({ status: 'adopted', measure: '加开一个窗口', ownerId: owner.personId, dueOn: '2026-11-25' }) as const
const saved = async (more: Partial<InputOf<typeof saveAction>> = {}) => (await save(more)).value?.actionId ?? ''
const board = (who = staff) => done(house, listBoard, {}, who)
const managed = (who = surveyor) => done(house, listActions, {}, who)
const suggested = async (need: string, who = staff) => (await done(house, suggest, { need }, who)).actionId
const vote = (actionId: string, said: 'better' | 'same' | 'worse', who = staff) =>
  house.call(voteAction, { actionId, vote: said }, { token: who.token })

const satisfied = (title = '您对排队时间满意吗？'): SurveyItem => ({
  kind: 'csat',
  code: 'q2',
  title,
  hint: '',
  isRequired: false,
  hasDontKnow: true,
})
/** A survey that is closed, with as many answers of 2 and of 4, and one 不了解. */
async function measured(opens: string, counts: { twos: number; fours: number }, title?: string, more: object = {}) {
  const given = (n: number, number: number) => Array.from({ length: n }, () => ({ q2: { number } }))
  const answers = [...given(counts.twos, 2), ...given(counts.fours, 4), { q2: { dontKnow: true as const } }]
  const times = { opensAt: at(`${opens} 08:00`), closesAt: at(`${opens} 20:00`) }
  const usual = { status: 'closed', answers, ...times, definition: definitionOf([satisfied(title)]) } as const
  return (await givenSurvey(house, org, { ...usual, ...more })).surveyId
}

describe('a suggestion', () => {
  test('waits until it is decided on, seen by its author and those who run surveys; nobody is told whose it is', async () => {
    const actionId = await suggested('图书馆开到晚上九点')
    const colleague = await signedInAs(house, org)
    expect((await board(colleague)).items).toEqual([])
    expect((await board()).items).toMatchObject([{ actionId, need: '图书馆开到晚上九点', status: 'proposed' }])
    const list = await managed()
    expect(list.items).toMatchObject([{ actionId, isSuggestion: true, measure: '' }])
    expect(JSON.stringify(list)).not.toContain(staff.personId)
    await save({ actionId, revision: 1, status: 'declined', need: '图书馆开到晚上九点', reason: '没有值班的人。' })
    expect((await board(colleague)).items).toMatchObject([{ actionId, status: 'declined', reason: '没有值班的人。' }])
    expect(JSON.stringify(await board(colleague))).not.toContain(staff.personId)
    expect(await noticesOf(house, staff)).toEqual([
      '您建议“图书馆开到晚上九点”。没有采纳的原因：没有值班的人。谢谢您提出来。',
    ])
  })

  test('leaves neither a command nor an audit entry that would say who made it', async () => {
    const traces = async () => {
      const count = (table: string) =>
        house.cloud.pool.query(`SELECT count(*)::integer AS n FROM ${table} WHERE org_id = $1`, [org.orgId])
      return Promise.all(['command', 'audit_entry'].map(async (table) => (await count(table)).rows[0].n))
    }
    const before = await traces()
    await suggested('多种树')
    expect(await traces()).toEqual(before)
  })

  test('may be made five times a day, also by ten hands at once; the same words again are the same one', async () => {
    await board()
    const one = (i: number) => house.call(suggest, { need: `建议${i}` }, { token: staff.token })
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => one(i)))
    expect(answers.filter(({ refusal }) => refusal === 'TOO_MANY_TODAY')).toHaveLength(5)
    const { items } = await board()
    expect(items).toHaveLength(5)
    expect(await suggested(items[0]?.need ?? '')).toBe(items[0]?.actionId)
    house.setNow(at('2026-11-21 00:00'))
    await suggested('新的一天')
    expect((await board()).items).toHaveLength(6)
  })

  test('is nobody’s a month after the last word on it, and still a suggestion', async () => {
    const [declined, open] = [await suggested('多种树'), await suggested('少开会')]
    await save({ actionId: declined, revision: 1, need: '多种树', status: 'declined', reason: '没有地方' })
    const authors = async () => {
      const { rows } = await house.cloud.pool.query(
        'SELECT action_id FROM survey_action WHERE org_id = $1 AND is_suggestion AND suggested_by IS NOT NULL',
        [org.orgId],
      )
      return rows.map(({ action_id }) => action_id)
    }
    await tickAt(house, '2026-12-20 11:00')
    expect((await authors()).sort()).toEqual([declined, open].sort())
    await tickAt(house, '2026-12-20 12:01')
    expect(await authors()).toEqual([open])
  })
})

describe('an action', () => {
  test('that is adopted names who does what until when; one that is not says why', async () => {
    expect((await save({ ...adopted(), ownerId: undefined })).refusal).toBe('NEEDS_OWNER_AND_DATE')
    expect((await save({ ...adopted(), dueOn: undefined })).refusal).toBe('NEEDS_OWNER_AND_DATE')
    expect((await save({ ...adopted(), measure: '' })).issues).toMatchObject([{ path: 'measure' }])
    for (const status of ['postponed', 'declined'] as const)
      expect((await save({ status })).refusal).toBe('NEEDS_REASON')
    const elsewhere = await signedInAs(house, await givenOrg(house))
    expect((await save({ ...adopted(), ownerId: elsewhere.personId })).refusal).toBe('NO_SUCH_PERSON')
    await saved(adopted())
    expect((await board()).items).toMatchObject([{ owner: '孙师傅', dueOn: '2026-11-25', isOverdue: false, better: 0 }])
    expect(await noticesOf(house, owner)).toEqual(['请在11月25日 周三前改好：午饭排队太久。'])
    const bare = `UPDATE survey_action SET owner_id = NULL WHERE org_id = $1`
    await expect(house.cloud.pool.query(bare, [org.orgId])).rejects.toThrow('check constraint')
  })

  test('is of a question of a survey that people saw', async () => {
    const surveyId = await measured('2026-11-10', { twos: 6, fours: 4 })
    const draft = await givenSurvey(house, org, { status: 'draft' })
    const strange = await givenSurvey(house, await givenOrg(house))
    expect((await save({ surveyId: strange.surveyId })).refusal).toBe('NO_SUCH_SURVEY')
    expect((await save({ surveyId: draft.surveyId })).refusal).toBe('NO_SUCH_SURVEY')
    expect((await save({ surveyId, item: 'q9' })).issues).toMatchObject([{ path: 'item' }])
    expect((await save({ item: 'q2' })).issues).toMatchObject([{ path: 'surveyId' }])
    await saved({ surveyId, item: 'q2' })
    expect((await managed()).items).toMatchObject([{ surveyId, item: 'q2', isSuggestion: false }])
  })

  test('is changed by one of two who read it at the same moment', async () => {
    const actionId = await saved()
    const change = (need: string) => save({ actionId, revision: 1, need })
    const answers = await Promise.all([change('一'), change('二')])
    expect(answers.map(({ value, refusal }) => value?.revision ?? refusal).sort()).toEqual([2, 'CHANGED_MEANWHILE'])
    expect((await save({ actionId })).refusal).toBe('CHANGED_MEANWHILE')
    expect((await save({ actionId: crypto.randomUUID() })).refusal).toBe('NO_SUCH_ACTION')
  })

  test('that is done is voted on, one voice each, which may be changed', async () => {
    const actionId = await saved(adopted())
    expect((await vote(actionId, 'better')).refusal).toBe('NOT_DONE')
    await save({ ...adopted(), actionId, revision: 1, status: 'done' })
    await Promise.all([vote(actionId, 'worse'), vote(actionId, 'worse')])
    await vote(actionId, 'same', owner)
    expect((await vote(actionId, 'better')).value).toEqual({ better: 1, same: 1, worse: 0 })
    expect((await board()).items).toMatchObject([{ better: 1, same: 1, worse: 0, mine: 'better' }])
    expect((await vote(await suggested('多种树'), 'better')).refusal).toBe('NO_SUCH_ACTION')
    const audit = `SELECT detail FROM audit_entry WHERE org_id = $1 AND procedure = 'survey.voteAction'`
    for (const { detail } of (await house.cloud.pool.query(audit, [org.orgId])).rows)
      expect(detail).toEqual({ actionId })
  })

  test('that is late is told to its owner once, with four hosts at it, and again when it gets another day', async () => {
    const actionId = await saved(adopted())
    const late = async () => (await noticesOf(house, owner)).filter((body) => body.includes('应在'))
    await tickAt(house, '2026-11-25 23:59')
    expect(await late()).toEqual([])
    house.setNow(at('2026-11-26 00:00'))
    await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
    expect(await late()).toEqual([
      '“午饭排队太久”应在11月25日 周三前改好。请尽快处理，或者请问卷管理员改一个做得到的日期。',
    ])
    expect((await board()).items).toMatchObject([{ isOverdue: true }])
    await save({ ...adopted(), actionId, revision: 1, dueOn: '2026-11-26' })
    await tickAt(house, '2026-11-27 08:00')
    expect(await late()).toHaveLength(2)
    await save({ ...adopted(), actionId, revision: 2, status: 'done' })
    expect((await board()).items).toMatchObject([{ isOverdue: false }])
  })
})

describe('closing an action', () => {
  const close = (actionId: string, surveyId: string, item = 'q2') =>
    house.call(closeAction, { actionId, surveyId, item, reason: '排队短了' }, { token: surveyor.token })

  test('takes a later survey that asked the same again: both means stand on the board, and nothing is changed after', async () => {
    const first = await measured('2026-11-10', { twos: 10, fours: 0 })
    const actionId = await saved({ ...adopted(), surveyId: first, item: 'q2' })
    expect((await close(actionId, first)).refusal).toBe('NOT_DONE')
    await save({ ...adopted(), actionId, revision: 1, status: 'done', surveyId: first, item: 'q2' })
    const before = await measured('2026-11-20', { twos: 2, fours: 8 })
    house.setNow(at('2026-11-26 12:00'))
    const other = await measured('2026-11-25', { twos: 2, fours: 8 }, '您对价格满意吗？')
    const few = await measured('2026-11-25', { twos: 1, fours: 8 })
    const enough = { twos: 2, fours: 8 }
    const open = await measured('2026-11-25', enough, undefined, { status: 'published' })
    const unsettled = await measured('2026-11-25', enough, undefined, { isSettled: false })
    for (const surveyId of [first, before, other, open])
      expect((await close(actionId, surveyId)).refusal).toBe('NOT_MEASURED_AGAIN')
    for (const surveyId of [few, unsettled]) expect((await close(actionId, surveyId)).refusal).toBe('TOO_FEW')
    expect((await close(actionId, crypto.randomUUID())).refusal).toBe('NO_SUCH_SURVEY')
    const again = await measured('2026-11-25', { twos: 2, fours: 8 })
    expect((await close(actionId, again, 'q1')).refusal).toBe('NOT_MEASURED_AGAIN')
    expect((await close(actionId, again)).value).toEqual({ meanBefore: 2, meanAfter: 3.6 })
    expect((await board()).items).toMatchObject([
      { status: 'closed', reason: '排队短了', measuredBy: again, meanBefore: 2, meanAfter: 3.6 },
    ])
    expect((await close(actionId, again)).refusal).toBe('NOT_DONE')
    expect((await save({ actionId, revision: 3 })).refusal).toBe('IS_CLOSED')
    expect((await vote(actionId, 'better')).value).toMatchObject({ better: 1 })
  })

  test('of a suggestion has no mean before, and its author hears of it', async () => {
    const actionId = await suggested('午饭排队太久')
    await save({ ...adopted(), actionId, revision: 1, status: 'done' })
    house.setNow(at('2026-11-26 12:00'))
    const again = await measured('2026-11-25', { twos: 5, fours: 5 })
    expect((await close(actionId, again)).value).toEqual({ meanAfter: 3 })
    expect((await noticesOf(house, staff)).at(-1)).toContain('改好之后我们又问了大家')
    const bare = `UPDATE survey_action SET measured_by = NULL WHERE org_id = $1`
    await expect(house.cloud.pool.query(bare, [org.orgId])).rejects.toThrow('check constraint')
  })
})

test('the list begins with what is late, then what changed last, page by page without gap or double', async () => {
  const late = await saved({ ...adopted(), need: '过期的' })
  const others: string[] = []
  for (let minute = 10; minute < 15; minute++) {
    house.setNow(at(`2026-11-26 12:${minute}`))
    others.unshift(await saved({ need: `第${minute}件`, status: 'postponed', reason: '等一等' }))
  }
  const pages = async (list: typeof listActions | typeof listBoard) => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await done(house, list, { limit: 2, ...(cursor ? { cursor } : {}) }, surveyor)
      ids.push(...page.items.map(({ actionId }) => actionId))
      cursor = page.nextCursor
    } while (cursor)
    return ids
  }
  expect(await pages(listActions)).toEqual([late, ...others])
  expect(await pages(listBoard)).toEqual([...others, late])
  expect((await done(house, listActions, { status: 'adopted' }, surveyor)).items).toHaveLength(1)
})
