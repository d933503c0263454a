import type { Action } from '../../contract/survey-actions'
import type { MySurvey } from '../../contract/survey-answering'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { type Sayings, ScriptedCloud, someone } from './scripted-cloud'

export const now = '2026-11-23T09:40:00+08:00'
export const surveyId = '01930000-0000-7000-8000-000000000801'

const options = (...texts: string[]) => texts.map((text, at) => ({ code: `o${at + 1}`, text }))
const asked = { hint: '', isRequired: false }

/** Eight questions on two pages: q3 is asked of those who eat in the west, q8 is the only one to write. */
export const eightQuestions: SurveyDefinition = {
  version: 1,
  title: '食堂满意度调查',
  intro: '一分钟就好。',
  thanks: '谢谢，下周公布结果。',
  pages: [
    {
      items: [
        {
          ...asked,
          code: 'q1',
          kind: 'single',
          title: '常去哪个食堂？',
          isRequired: true,
          isRandom: false,
          options: options('东食堂', '西食堂'),
        },
        { ...asked, code: 'q2', kind: 'csat', title: '总体满意吗？', isRequired: true, hasDontKnow: true },
        {
          ...asked,
          code: 'q3',
          kind: 'multiple',
          title: '西食堂最该改什么？',
          isRandom: false,
          least: 0,
          most: 2,
          options: [...options('口味', '排队', '价格'), { code: 'o4', text: '都挺好', isExclusive: true }],
          visibleIf: { op: 'chose', item: 'q1', option: 'o2' },
        },
        {
          ...asked,
          code: 'q4',
          kind: 'ranking',
          title: '最看重哪样？',
          isRandom: true,
          options: options('卫生', '味道', '价钱'),
        },
      ],
    },
    {
      items: [
        { ...asked, code: 'q5', kind: 'nps', title: '愿意推荐给新同事吗？', isRequired: true },
        {
          ...asked,
          code: 'q6',
          kind: 'matrix',
          title: '这些方面怎么样？',
          rows: [
            { code: 'r1', text: '早餐' },
            { code: 'r2', text: '夜宵' },
          ],
          options: options('好', '一般', '不好'),
        },
        { ...asked, code: 'q7', kind: 'number', title: '一周去几次？', min: 0, max: 21, unit: '次' },
        { ...asked, code: 'q8', kind: 'longText', title: '还有什么想说的？' },
      ],
    },
  ],
}

export const openSurvey = (more: Partial<MySurvey> = {}): MySurvey => ({
  surveyId,
  title: '食堂满意度调查',
  isAnonymous: true,
  closesAt: '2026-11-27T18:00:00+08:00',
  questions: 8,
  minutes: 1,
  hasAnswered: false,
  hasResults: false,
  ...more,
})

export const boardAction = (more: Partial<Action> = {}): Action => ({
  actionId: '01930000-0000-7000-8000-000000000811',
  need: '中午排队太久',
  measure: '多开两个窗口',
  status: 'done',
  reason: '平均少等四分钟',
  owner: '郭师傅',
  isOverdue: false,
  better: 12,
  same: 3,
  worse: 1,
  changedAt: now,
  revision: 3,
  ...more,
})

/** A cloud with one survey to be answered; what a test says besides comes first. */
export const surveyCloud = (more: Sayings = {}) =>
  new ScriptedCloud({
    'people.getMe': () => ({ value: someone }),
    'survey.listMySurveys': () => ({ value: { items: [openSurvey()] } }),
    'survey.getQuestionnaire': () => ({
      value: {
        surveyId,
        isAnonymous: true,
        closesAt: '2026-11-27T18:00:00+08:00',
        institution: '滨江市第一人民医院',
        hasAnswered: false,
        revision: 4,
        definition: eightQuestions,
      },
    }),
    'survey.submitAnswers': () => ({ value: { thanks: eightQuestions.thanks } }),
    'survey.listBoard': () => ({ value: { items: [boardAction()] } }),
    ...more,
  })
