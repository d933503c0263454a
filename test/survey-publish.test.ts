import type { AnyProcedure, InputOf } from '../contract/procedure'
import { closeSurvey, getSurvey, publishSurvey, remindAudience, removeSurvey, saveSurvey } from '../contract/survey'
import { addDays } from '../contract/zone'
import { tick } from '../functions/tick'
import { at, done, noticesOf, tickAt, type Who, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'
import {
  drafted,
  givenParticipation,
  givenSurveyOffice,
  published,
  questionnaire,
  type SurveyOffice,
  satisfaction,
  titlesOf,
} from './support/survey-office'

let house: TestCloud
let here: SurveyOffice
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  here = await givenSurveyOffice(house, '2026-11-20 09:00')
})
afterAll(async () => {
  await house.end()
})

const ask = <P extends AnyProcedure>(procedure: P, input: InputOf<P>, who: Who = here.surveyor) =>
  house.call(procedure, input, { token: who.token })
const read = (surveyId: string) => done(house, getSurvey, { surveyId }, here.surveyor)
const opened = '请填写问卷：食堂满意度调查'
const reminder = '还有一份问卷等您填写：食堂满意度调查'

describe('publishing', () => {
  test('opens it at once for seven days and tells everybody it is for', async () => {
    const { surveyId, invited, opensAt, closesAt, revision } = await published(house, here)
    expect([invited, opensAt, closesAt]).toEqual([4, wire('2026-11-20 09:00'), wire('2026-11-27 09:00')])
    expect(await read(surveyId)).toMatchObject({
      status: 'published',
      invited: 4,
      answered: 0,
      opensAt,
      closesAt,
      revision,
    })
    expect(await titlesOf(house, here.answerer)).toEqual([opened])
    expect(await noticesOf(house, here.answerer)).toEqual([
      '匿名填写，请在 11月27日 周五 09:00 前完成。系统只记录谁填过，不记录谁填了什么。',
    ])
    const { rows } = await house.cloud.pool.query('SELECT DISTINCT path FROM notice WHERE org_id = $1', [
      here.org.orgId,
    ])
    expect(rows).toEqual([{ path: '/features/survey/surveys' }])
    await tickAt(house, '2026-11-20 09:01')
    expect(await titlesOf(house, here.answerer)).toEqual([opened])
  })

  test('what has errors is refused with where they are; nobody is invited or told', async () => {
    const wrong = { ...satisfaction, visibleIf: { op: 'answered' as const, item: 'q9' } }
    const draft = await drafted(house, here, { definition: questionnaire('有错', [wrong]) })
    const { refusal, detail } = await ask(publishSurvey, draft)
    expect([refusal, detail]).toMatchObject(['HAS_ERRORS', { findings: [{ item: 'q1', kind: 'unknownReference' }] }])
    expect(await read(draft.surveyId)).toMatchObject({ status: 'draft', revision: draft.revision })
    expect(await titlesOf(house, here.answerer)).toEqual([])
  })

  test('for nobody, or until before it opens, is refused', async () => {
    const nobody = await drafted(house, here, { audience: { kind: 'users', service: 'shuttle', days: 30 } })
    expect((await ask(publishSurvey, nobody)).refusal).toBe('NOBODY_INVITED')
    for (const times of [
      { closesAt: wire('2026-11-20 09:00') },
      { opensAt: wire('2026-11-24 09:00'), closesAt: wire('2026-11-24 08:59') },
    ]) {
      const early = await drafted(house, here, times)
      expect((await ask(publishSurvey, early)).refusal).toBe('CLOSES_TOO_EARLY')
      expect((await read(early.surveyId)).status).toBe('draft')
    }
  })

  test('happens once when two people do it at the same moment, and each invited person is told once', async () => {
    const draft = await drafted(house, here)
    const answers = await Promise.all([here.surveyor, here.second].map((who) => ask(publishSurvey, draft, who)))
    expect(answers.map(({ value, refusal }) => value?.invited ?? refusal).sort()).toEqual([4, 'FROZEN'])
    expect(await titlesOf(house, here.silent)).toEqual([opened])
  })

  test('never publishes what its publisher has not read', async () => {
    const draft = await drafted(house, here)
    const [published, saved] = await Promise.all([
      ask(publishSurvey, draft),
      ask(saveSurvey, { ...draft, definition: questionnaire('换了题') }, here.second),
    ])
    const { status, title } = await read(draft.surveyId)
    if (published.value) expect([saved.refusal, status, title]).toEqual(['FROZEN', 'published', '食堂满意度调查'])
    else expect([published.refusal, status, title]).toEqual(['CHANGED_MEANWHILE', 'draft', '换了题'])
    const other = await drafted(house, here)
    await done(house, saveSurvey, { ...other, definition: questionnaire('又改了') }, here.second)
    expect((await ask(publishSurvey, other)).refusal).toBe('CHANGED_MEANWHILE')
    expect((await ask(publishSurvey, { ...other, revision: 3 })).value?.invited).toBe(4)
  })
})

describe('a published survey', () => {
  test('is frozen: it is neither saved nor thrown away', async () => {
    const { surveyId, revision } = await published(house, here)
    const saved = await ask(saveSurvey, { surveyId, revision, definition: questionnaire('改'), isAnonymous: false })
    expect(saved.refusal).toBe('FROZEN')
    expect((await ask(removeSurvey, { surveyId })).refusal).toBe('FROZEN')
    expect(await read(surveyId)).toMatchObject({ title: '食堂满意度调查', isAnonymous: true })
  })

  test.each([
    ['is_anonymous = false'],
    [`definition = jsonb_set(definition, '{title}', '"另一份"')`],
    [`title = '另一份'`],
    [`audience = '{"kind": "sites", "siteIds": []}'`],
    [`results_when = 'tenAnswers'`],
    ['is_open_to_staff = false'],
    ['revision = revision + 1'],
    [`status = 'draft'`],
  ])('is not changed by whoever writes to the database: SET %s', async (change) => {
    const { surveyId } = await published(house, here)
    const write = (set: string) => house.cloud.pool.query(`UPDATE survey SET ${set} WHERE survey_id = $1`, [surveyId])
    await expect(write(change)).rejects.toThrow('a published survey is frozen')
    await ask(closeSurvey, { surveyId })
    await expect(write(change)).rejects.toThrow('a published survey is frozen')
    await expect(write(`status = 'published'`)).rejects.toThrow('a closed survey stays closed')
    await expect(write(`closes_at = closes_at + interval '1 day'`)).rejects.toThrow('a closed survey stays closed')
    // nor is it deleted with those it was for
    await expect(house.cloud.pool.query('DELETE FROM survey WHERE survey_id = $1', [surveyId])).rejects.toThrow(
      'foreign key',
    )
  })

  test('that opens later is announced then, once, with four hosts at it', async () => {
    const { surveyId, closesAt } = await published(house, here, { opensAt: wire('2026-11-23 08:00') })
    expect(closesAt).toBe(wire('2026-11-30 08:00'))
    expect((await ask(remindAudience, { surveyId })).refusal).toBe('NOT_OPEN')
    await tickAt(house, '2026-11-23 07:59')
    expect(await titlesOf(house, here.answerer)).toEqual([])
    house.setNow(at('2026-11-23 08:00'))
    await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
    expect(await titlesOf(house, here.answerer)).toEqual([opened])
  })

  test('that is withdrawn before it opens was never open, and nobody hears of it', async () => {
    const { surveyId } = await published(house, here, { opensAt: wire('2026-11-23 08:00') })
    await done(house, closeSurvey, { surveyId }, here.surveyor)
    await tickAt(house, '2026-11-24 08:00')
    const { status, opensAt, closesAt } = await read(surveyId)
    expect([status, opensAt, closesAt]).toEqual(['closed', wire('2026-11-20 09:00'), wire('2026-11-20 09:00')])
    expect(await titlesOf(house, here.answerer)).toEqual([])
  })
})

describe('closing', () => {
  test('by hand is at once and for good', async () => {
    const { surveyId } = await published(house, here)
    house.setNow(at('2026-11-21 10:00'))
    expect(await done(house, closeSurvey, { surveyId }, here.second)).toEqual({ closesAt: wire('2026-11-21 10:00') })
    expect(await read(surveyId)).toMatchObject({ status: 'closed', closesAt: wire('2026-11-21 10:00') })
    for (const closesAt of [undefined, wire('2026-12-01 10:00')])
      expect((await ask(closeSurvey, { surveyId, closesAt })).refusal).toBe('NOT_OPEN')
    const draft = await drafted(house, here)
    expect((await ask(closeSurvey, { surveyId: draft.surveyId })).refusal).toBe('NOT_OPEN')
    expect((await ask(closeSurvey, { surveyId: crypto.randomUUID() })).refusal).toBe('NO_SUCH_SURVEY')
  })

  test('is moved to another moment still to come, until its time is over', async () => {
    const { surveyId } = await published(house, here)
    expect((await ask(closeSurvey, { surveyId, closesAt: wire('2026-11-20 09:00') })).refusal).toBe('CLOSES_TOO_EARLY')
    const moved = { surveyId, closesAt: wire('2026-11-26 18:00') }
    expect(await done(house, closeSurvey, moved, here.surveyor)).toEqual({ closesAt: moved.closesAt })
    expect(await read(surveyId)).toMatchObject({ status: 'published', closesAt: moved.closesAt })
    // tick has not come by yet
    house.setNow(at('2026-11-26 18:00'))
    expect((await ask(closeSurvey, { surveyId, closesAt: wire('2026-11-27 18:00') })).refusal).toBe('NOT_OPEN')
  })

  test('comes by itself when the time is over; whoever made it is told once, with four hosts at it', async () => {
    const { surveyId } = await published(house, here, { closesAt: wire('2026-11-24 09:00') })
    await givenParticipation(house, here.org.orgId, surveyId, here.answerer)
    await tickAt(house, '2026-11-24 08:59')
    expect((await read(surveyId)).status).toBe('published')
    house.setNow(at('2026-11-24 09:00'))
    await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
    await tickAt(house, '2026-11-25 09:00')
    expect(await read(surveyId)).toMatchObject({ status: 'closed', closesAt: wire('2026-11-24 09:00'), answered: 1 })
    const said = (await noticesOf(house, here.surveyor)).filter((body) => body.includes('查看结果'))
    expect(said).toEqual(['共邀请 4 人，1 人已填写，请到管理后台查看结果。'])
  })
})

describe('reminding', () => {
  const reminders = async (who: Who) => (await titlesOf(house, who)).filter((title) => title === reminder).length

  test('reaches those who have not answered and are still there, once a day', async () => {
    const { surveyId } = await published(house, here)
    await givenParticipation(house, here.org.orgId, surveyId, here.answerer)
    await house.cloud.pool.query(`UPDATE person SET status = 'left' WHERE person_id = $1`, [here.second.personId])
    const both = await Promise.all([1, 2].map(() => ask(remindAudience, { surveyId })))
    expect(both.map(({ value, refusal }) => value?.reminded ?? refusal).sort()).toEqual([2, 'REMINDED_TODAY'])
    house.setNow(at('2026-11-20 23:59'))
    expect((await ask(remindAudience, { surveyId })).refusal).toBe('REMINDED_TODAY')
    // a day is one of the institution, not of the server
    house.setNow(at('2026-11-21 00:00'))
    expect((await ask(remindAudience, { surveyId })).value).toEqual({ reminded: 2 })
    const counts = [here.answerer, here.second, here.silent, here.surveyor].map(reminders)
    expect(await Promise.all(counts)).toEqual([0, 0, 2, 2])
    await done(house, closeSurvey, { surveyId }, here.surveyor)
    expect((await ask(remindAudience, { surveyId })).refusal).toBe('NOT_OPEN')
  })

  test('happens by itself two days before it closes, once, with four hosts at it, and again after it was moved', async () => {
    const { surveyId } = await published(house, here)
    await givenParticipation(house, here.org.orgId, surveyId, here.answerer)
    await tickAt(house, '2026-11-25 08:59')
    expect(await reminders(here.silent)).toBe(0)
    house.setNow(at('2026-11-25 09:00'))
    await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
    await tickAt(house, '2026-11-26 09:00')
    expect([await reminders(here.silent), await reminders(here.answerer)]).toEqual([1, 0])
    await done(house, closeSurvey, { surveyId, closesAt: wire('2026-12-04 18:00') }, here.surveyor)
    await tickAt(house, '2026-12-02 18:00')
    expect(await reminders(here.silent)).toBe(2)
  })

  test('by itself waits for the next day where somebody did it by hand, and spares who was told yesterday', async () => {
    const { surveyId } = await published(house, here)
    house.setNow(at('2026-11-25 08:00'))
    await done(house, remindAudience, { surveyId }, here.surveyor)
    await tickAt(house, '2026-11-25 23:59')
    expect(await reminders(here.silent)).toBe(1)
    await tickAt(house, '2026-11-26 00:00')
    expect(await reminders(here.silent)).toBe(2)
    await published(house, here, { closesAt: wire(`${addDays('2026-11-26', 1)} 00:00`) })
    await tickAt(house, '2026-11-26 12:00')
    expect(await reminders(here.silent)).toBe(2)
  })
})
