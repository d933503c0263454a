import type { InputOf } from '../contract/procedure'
import { checkSurvey, createSurvey, getSurvey, listSurveys, removeSurvey, saveSurvey } from '../contract/survey'
import { done, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'
import {
  drafted,
  givenSurveyOffice,
  published,
  questionnaire,
  type Settings,
  type SurveyOffice,
  satisfaction,
} from './support/survey-office'

let house: TestCloud
let here: SurveyOffice
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  here = await givenSurveyOffice(house, '2026-11-20 09:00')
})
afterAll(() => house.end())

const read = (surveyId: string, who: Who = here.surveyor) => done(house, getSurvey, { surveyId }, who)
const save = (
  { surveyId, revision }: { surveyId: string; revision: number },
  settings: Settings = {},
  who: Who = here.surveyor,
) => house.call(saveSurvey, { surveyId, revision, definition: questionnaire(), ...settings }, { token: who.token })
const listed = async (asked: InputOf<typeof listSurveys> = {}, who: Who = here.surveyor) =>
  (await done(house, listSurveys, asked, who)).items.map(({ title }) => title)

describe('a draft', () => {
  test.each(['blank', 'core', 'canteen', 'environment', 'repair', 'meeting', 'shuttle'] as const)(
    'from the template %s can be saved as it is',
    async (template) => {
      const { surveyId } = await done(house, createSurvey, { template }, here.surveyor)
      const made = await read(surveyId)
      expect(made).toMatchObject({ status: 'draft', template, revision: 1, isAnonymous: true, createdBy: '吴调查' })
      expect(made.title).toBe(made.definition.title)
      expect(made.findings.filter(({ level }) => level === 'error')).toEqual(
        template === 'blank' ? [expect.objectContaining({ kind: 'empty' })] : [],
      )
      expect(made.thisRound).toBe(template === 'core' ? '2026 年第 4 季度' : undefined)
      const saved = await save({ surveyId, revision: 1 }, { definition: made.definition })
      expect(saved.value?.revision).toBe(2)
    },
  )

  test('comes back as it was saved, with what is to be put right', async () => {
    const settings: Settings = {
      audience: { kind: 'departments', departmentIds: [here.org.departmentId] },
      isAnonymous: false,
      resultsWhen: 'tenAnswers',
      isOpenToStaff: false,
      opensAt: '2026-11-23T09:00:00+08:00',
      closesAt: '2026-11-27T18:00:00+08:00',
    }
    const asksLater = { ...satisfaction, visibleIf: { op: 'answered' as const, item: 'q9' } }
    const { surveyId } = await drafted(house, here, { ...settings, definition: questionnaire('环境', [asksLater]) })
    const kept = await read(surveyId)
    expect(kept).toMatchObject({ ...settings, title: '环境', revision: 2, changedAt: '2026-11-20T09:00:00+08:00' })
    expect(kept.definition).toMatchObject({ intro: '', pages: [{ items: [asksLater] }] })
    expect(kept.findings).toMatchObject([{ item: 'q1', level: 'error', kind: 'unknownReference' }])
    const { definition } = kept
    expect(await done(house, checkSurvey, { definition }, here.second)).toEqual({ findings: kept.findings })
    // what is left out is no longer so
    await save({ surveyId, revision: 2 })
    const plain = await read(surveyId)
    expect(plain).toMatchObject({
      audience: { kind: 'everyone' },
      isAnonymous: true,
      resultsWhen: 'closed',
      findings: [],
    })
    expect([plain.opensAt, plain.closesAt]).toEqual([undefined, undefined])
  })

  test('that two people save at once is never overwritten: the second reads it again', async () => {
    const draft = await drafted(house, here)
    const editors = [here.surveyor, here.second]
    const answers = await Promise.all(
      editors.map((who, i) => save(draft, { definition: questionnaire(`第 ${i} 位写的`) }, who)),
    )
    expect(answers.map(({ value, refusal }) => value?.revision ?? refusal).sort()).toEqual([3, 'CHANGED_MEANWHILE'])
    const winner = answers.findIndex(({ value }) => value)
    expect(await read(draft.surveyId)).toMatchObject({ title: `第 ${winner} 位写的`, revision: 3 })
    expect((await save({ ...draft, revision: 4 })).refusal).toBe('CHANGED_MEANWHILE')
    expect((await save({ ...draft, revision: 3 }, {}, here.second)).value?.revision).toBe(4)
  })

  test('is thrown away, and then nobody finds it', async () => {
    const { surveyId, revision } = await drafted(house, here)
    expect(await done(house, removeSurvey, { surveyId }, here.second)).toEqual({ removed: true })
    const { token } = here.surveyor
    for (const answer of [
      await house.call(getSurvey, { surveyId }, { token }),
      await house.call(removeSurvey, { surveyId }, { token }),
      await house.call(createSurvey, { copyOf: surveyId }, { token }),
      await save({ surveyId, revision }),
    ])
      expect(answer.refusal).toBe('NO_SUCH_SURVEY')
    expect(await listed()).toEqual([])
  })

  test('made of a definition in JSON is the same questionnaire', async () => {
    const definition = questionnaire('从文件来')
    const { surveyId } = await done(house, createSurvey, { definition }, here.surveyor)
    expect(await read(surveyId)).toMatchObject({ title: '从文件来', template: 'blank', definition })
  })

  test.each([
    ['a rating of 99', [{ ...satisfaction, kind: 'scale', from: 1, to: 99 }], 'definition.pages.0.items.0.to'],
    [
      '10,000 options',
      [{ code: 'q1', kind: 'single', title: '选', options: manyOptions(10_000) }],
      'definition.pages.0.items.0.options',
    ],
    ['a kind nobody knows', [{ ...satisfaction, kind: 'script' }], 'definition.pages.0.items.0.kind'],
    ['a code that is none', [{ ...satisfaction, code: '../q1' }], 'definition.pages.0.items.0.code'],
  ])('with %s is refused with its path and a sentence', async (_, items, path) => {
    const draft = await drafted(house, here)
    const answer = await save(draft, { definition: questionnaire('坏的', items as never) })
    expect(answer).toMatchObject({ status: 400, fault: 'BAD_INPUT', issues: [{ path }] })
    expect(answer.issues?.[0]?.message).toMatch(/\p{Script=Han}/u)
    expect(await read(draft.surveyId)).toMatchObject({ revision: 2 })
  })

  test('of another version of the file is refused', async () => {
    const definition = { ...questionnaire(), version: 2 as 1 }
    const answer = await house.call(createSurvey, { definition }, { token: here.surveyor.token })
    expect(answer).toMatchObject({ fault: 'BAD_INPUT', issues: [{ path: 'definition.version' }] })
  })
})

function manyOptions(n: number) {
  return Array.from({ length: n }, (_, i) => ({ code: `o${i % 9999}`, text: `选项 ${i}` }))
}

describe('a copy', () => {
  test('of a published survey is a new draft of its own: nobody is invited, and it has no times', async () => {
    const first = await published(house, here, { isAnonymous: false, resultsWhen: 'tenAnswers' })
    const { surveyId } = await done(house, createSurvey, { copyOf: first.surveyId }, here.second)
    const copy = await read(surveyId)
    expect(copy).toMatchObject({
      title: '食堂满意度调查（副本）',
      status: 'draft',
      revision: 1,
      isAnonymous: false,
      resultsWhen: 'tenAnswers',
      createdBy: '郑主任',
      answered: 0,
    })
    expect([copy.opensAt, copy.closesAt]).toEqual([undefined, undefined])
    expect((await save({ surveyId, revision: 1 }, { definition: questionnaire('第二轮') })).value?.revision).toBe(2)
    expect(await read(first.surveyId)).toMatchObject({ title: '食堂满意度调查', status: 'published' })
  })

  test('of a copy, or of a title as long as may be, keeps a title that may be saved', async () => {
    const { surveyId } = await drafted(house, here, { definition: questionnaire('长'.repeat(60)) })
    const copy = await done(house, createSurvey, { copyOf: surveyId }, here.surveyor)
    const again = await done(house, createSurvey, { copyOf: copy.surveyId }, here.surveyor)
    const { definition, title } = await read(again.surveyId)
    expect(title).toBe(`${'长'.repeat(56)}（副本）`)
    expect((await save({ surveyId: again.surveyId, revision: 1 }, { definition })).value?.revision).toBe(2)
  })
})

describe('the list', () => {
  test('comes by last change, page by page, and is found by status and by what the title says', async () => {
    for (const [i, title] of ['甲 100%', '乙 100 分', '丙', '丁', '戊'].entries()) {
      house.setNow(Date.UTC(2026, 10, 20, 1, i))
      await drafted(house, here, { definition: questionnaire(title) })
    }
    await published(house, here, { definition: questionnaire('己') })
    expect(await listed({ status: 'draft' })).toEqual(['戊', '丁', '丙', '乙 100 分', '甲 100%'])
    expect(await listed({ status: 'published' })).toEqual(['己'])
    expect(await listed({ query: '100%' })).toEqual(['甲 100%'])
    const titles: string[] = []
    let cursor: string | undefined
    do {
      const page = await done(house, listSurveys, { limit: 2, ...(cursor ? { cursor } : {}) }, here.surveyor)
      titles.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor
    } while (cursor)
    // two of one moment are told apart by their ids
    expect(new Set(titles.slice(0, 2))).toEqual(new Set(['己', '戊']))
    expect(titles.slice(2)).toEqual(['丁', '丙', '乙 100 分', '甲 100%'])
  })

  test('is for those who run surveys, each of their own institution', async () => {
    const draft = await drafted(house, here)
    const elsewhere = await givenSurveyOffice(house, '2026-11-20 09:00')
    expect(await listed({}, elsewhere.surveyor)).toEqual([])
    expect((await save(draft, {}, elsewhere.surveyor)).refusal).toBe('NO_SUCH_SURVEY')
    const { token } = elsewhere.surveyor
    expect((await house.call(removeSurvey, { surveyId: draft.surveyId }, { token })).refusal).toBe('NO_SUCH_SURVEY')
    expect((await house.call(listSurveys, {}, { token: here.answerer.token })).fault).toBe('FORBIDDEN')
  })
})
