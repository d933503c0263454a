import { closeSurvey, createSurvey, publishSurvey, saveSurvey } from '../../contract/survey'
import { getQuestionnaire, submitAnswers } from '../../contract/survey-answering'
import { itemsOf, type SurveyDefinition, type SurveyItem } from '../../contract/survey-definition'
import { type Answer, type Answers, visibleCodes } from '../../contract/survey-logic'
import { get, givenVisitor, type Visitor } from './visitors'

const options = (...texts: string[]) => texts.map((text, at) => ({ code: `o${at + 1}`, text }))
const asked = { hint: '', isRequired: false }

/** One of every kind, with long words and addresses in them. */
const everyKind: readonly SurveyItem[] = [
  { code: 'q1', kind: 'section', title: '先说说吃饭', hint: '不知道的可以空着。' },
  {
    ...asked,
    code: 'q2',
    kind: 'single',
    title: '常去哪个食堂？',
    isRequired: true,
    isRandom: false,
    options: [...options('东食堂', '西食堂（三号楼地下一层，从北门进）'), { code: 'o3', text: '其他', isOther: true }],
  },
  {
    ...asked,
    code: 'q3',
    kind: 'multiple',
    title: '最该改什么？',
    isRandom: true,
    least: 0,
    most: 2,
    options: [...options('口味', '排队', '价格'), { code: 'o4', text: '都挺好', isExclusive: true }],
  },
  { ...asked, code: 'q4', kind: 'csat', title: '总体满意吗？', isRequired: true, hasDontKnow: true },
  {
    ...asked,
    code: 'q5',
    kind: 'scale',
    title: '饭菜温度合适吗？',
    from: 1,
    to: 7,
    lowLabel: '总是凉的',
    highLabel: '总是热的',
    hasDontKnow: true,
  },
  { ...asked, code: 'q6', kind: 'nps', title: '愿意推荐给新同事吗？' },
  {
    ...asked,
    code: 'q7',
    kind: 'matrix',
    title: '这些方面怎么样？',
    rows: [
      { code: 'r1', text: '早餐' },
      { code: 'r2', text: '夜宵' },
    ],
    options: options('好', '一般', '不好'),
  },
  { ...asked, code: 'q8', kind: 'ranking', title: '最看重哪样？', isRandom: false, options: options('卫生', '味道') },
  { ...asked, code: 'q9', kind: 'number', title: '一周去几次？', min: 0, max: 21, unit: '次' },
  { ...asked, code: 'q10', kind: 'text', title: '最喜欢的菜？' },
  { ...asked, code: 'q11', kind: 'date', title: '最近一次去是哪天？' },
]

/** Two pages with all of them. */
export const everyKindSurvey: SurveyDefinition = {
  version: 1,
  title: '食堂满意度调查：https://xinghe.example.cn/surveys/canteen',
  intro: '一分钟就好，答案会一条一条看。',
  thanks: '谢谢，下周公布结果。',
  pages: [
    { items: [...everyKind] },
    { items: [{ ...asked, code: 'q12', kind: 'longText', title: '还有什么想说的？' }] },
  ],
}

/** A question of satisfaction that need not be answered. */
export const satisfied = (code: string, title: string): SurveyItem => ({
  ...asked,
  code,
  kind: 'csat',
  title,
  hasDontKnow: true,
})

/** A definition of these pages. */
export const surveyOf = (title: string, ...pages: SurveyItem[][]): SurveyDefinition => ({
  version: 1,
  title,
  intro: '',
  thanks: '',
  pages: pages.map((items) => ({ items })),
})

/** A survey that these visitors are asked, and nobody else; anonymous unless it is said. Gives its id. */
export async function publishFor(
  { token }: Pick<Visitor, 'token'>,
  visitors: readonly Visitor[],
  definition: SurveyDefinition,
  isAnonymous = true,
): Promise<string> {
  const { surveyId } = await get(createSurvey, { definition }, token)
  const departmentIds = visitors.map(({ departmentId }) => departmentId)
  const { revision } = await get(
    saveSurvey,
    { surveyId, revision: 1, definition, isAnonymous, audience: { kind: 'departments', departmentIds } },
    token,
  )
  await get(publishSurvey, { surveyId, revision }, token)
  return surveyId
}

/** An anonymous survey of two pages, open for the department of somebody and nobody else. Gives its id. */
export const givenSurveyFor = async (visitor: Visitor): Promise<string> =>
  publishFor(await givenVisitor(['surveyor']), [visitor], everyKindSurvey)

/** The first answer that an item takes. */
function someAnswer(item: SurveyItem): Answer | undefined {
  switch (item.kind) {
    case 'single':
      return { option: item.options[0]?.code ?? '' }
    case 'multiple':
    case 'ranking':
      return {
        options: item.options.slice(0, item.kind === 'multiple' ? Math.max(1, item.least) : 50).map((o) => o.code),
      }
    case 'matrix':
      return { rows: Object.fromEntries(item.rows.map(({ code }) => [code, item.options[0]?.code ?? ''])) }
    case 'csat':
    case 'nps':
    case 'scale':
      return { number: 5 }
    case 'number':
      return { number: item.min ?? 1 }
    case 'text':
    case 'longText':
      return { text: '好' }
    default:
      return undefined
  }
}

/** Answers all that is asked as somebody does; `wished` by title first. */
export async function answerSurvey(
  surveyId: string,
  { token }: Visitor,
  wished: Record<string, Answer>,
): Promise<void> {
  const asked = await get(getQuestionnaire, { surveyId }, token)
  const items = itemsOf(asked.definition as SurveyDefinition)
  let answers: Answers = {}
  for (const item of items) {
    if (!visibleCodes(items, answers).has(item.code)) continue
    const given = wished[item.title] ?? someAnswer(item)
    if (given) answers = { ...answers, [item.code]: given }
  }
  await get(submitAnswers, { surveyId, revision: asked.revision, answers: answers as never }, token)
}

/** An anonymous survey that as many people as there are wishes have answered and that is over. Gives its id. */
export async function closedSurvey(surveyor: Visitor, definition: SurveyDefinition, wished: Record<string, Answer>[]) {
  const people = await Promise.all(wished.map(() => givenVisitor()))
  const surveyId = await publishFor(surveyor, people, definition)
  await Promise.all(people.map((one, at) => answerSurvey(surveyId, one, wished[at] ?? {})))
  await get(closeSurvey, { surveyId }, surveyor.token)
  return surveyId
}
