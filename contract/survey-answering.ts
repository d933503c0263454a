import * as v from 'valibot'
import { id, instant, text } from './fields'
import { procedure } from './procedure'
import { mostCharacters, surveyDefinition } from './survey-definition'

const words = (most: number) => v.pipe(v.string(), v.maxLength(most * 2, `最多 ${most} 个字`))
const code = v.pipe(v.string(), v.maxLength(10))

/** One answer. What fits which item is judged by contract/survey-answers.ts, the same on the phone and in the cloud. */
export const answer = v.union(
  [
    v.strictObject({ option: code, other: v.optional(words(mostCharacters.other)) }),
    v.strictObject({ options: v.pipe(v.array(code), v.maxLength(50)), other: v.optional(words(mostCharacters.other)) }),
    v.strictObject({ number: v.pipe(v.number(), v.finite()) }),
    v.strictObject({ text: words(mostCharacters.longText) }),
    v.strictObject({ day: v.pipe(v.string(), v.maxLength(10)) }),
    v.strictObject({ dontKnow: v.literal(true) }),
    v.strictObject({ rows: v.record(code, code) }),
  ],
  '答案的形式不对，请重新作答',
)
export const answers = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^q\d{1,4}$/, '没有这道题')), answer),
  v.check((all) => Object.keys(all).length <= 1000, '答案太多'),
)

/** A survey that somebody is asked to answer. */
export const mySurvey = v.object({
  surveyId: id,
  title: v.string(),
  isAnonymous: v.boolean(),
  closesAt: instant,
  questions: v.number(),
  /** About so many minutes. */
  minutes: v.number(),
  hasAnswered: v.boolean(),
  hasResults: v.boolean(),
})
export type MySurvey = v.InferOutput<typeof mySurvey>

export const listMySurveys = procedure('survey.listMySurveys', {
  summary:
    'The open surveys that are for the asker, those to be answered first, and closed ones whose results may be read.',
  input: v.object({}),
  output: v.object({ items: v.array(mySurvey) }),
  refusals: [],
  may: 'staff',
})

export const getQuestionnaire = procedure('survey.getQuestionnaire', {
  summary: 'A survey to be answered: its definition, frozen, with jumps compiled to visibility.',
  input: v.object({ surveyId: id }),
  output: v.object({
    surveyId: id,
    isAnonymous: v.boolean(),
    closesAt: instant,
    institution: v.string(),
    hasAnswered: v.boolean(),
    /** Must come back with the answers. */
    revision: v.number(),
    definition: surveyDefinition,
  }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_FOR_YOU', 'NOT_OPEN'],
  may: 'staff',
})

export const submitAnswers = procedure('survey.submitAnswers', {
  summary:
    'Hands in the answers to a survey, once per person. Of an anonymous one nothing joins who answered with what: no command, no audit entry.',
  input: v.object({ surveyId: id, revision: v.number(), answers }),
  output: v.object({ thanks: v.string() }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_FOR_YOU', 'NOT_OPEN', 'ALREADY_ANSWERED', 'OTHER_VERSION'],
  may: 'staff',
})

/** Who enters what others have filled in on paper. */
const enterers = ['proxy', 'surveyor', 'manager', 'admin'] as const

const paperSurvey = v.object({ surveyId: id, title: v.string(), isAnonymous: v.boolean(), closesAt: instant })
export type PaperSurvey = v.InferOutput<typeof paperSurvey>

export const listPaperSurveys = procedure('survey.listPaperSurveys', {
  summary: 'The open surveys, for whoever enters paper questionnaires; those that close first come first.',
  input: v.object({}),
  output: v.object({ items: v.array(paperSurvey) }),
  refusals: [],
  may: enterers,
})

export const getPaperQuestionnaire = procedure('survey.getPaperQuestionnaire', {
  summary: 'An open survey for whoever enters its paper questionnaires, with jumps compiled to visibility.',
  input: v.object({ surveyId: id }),
  output: v.object({
    surveyId: id,
    isAnonymous: v.boolean(),
    closesAt: instant,
    /** Must come back with the answers. */
    revision: v.number(),
    definition: surveyDefinition,
  }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_OPEN'],
  may: enterers,
})

export const submitPaper = procedure('survey.submitPaper', {
  summary: 'Enters the answers of a paper questionnaire, marked as such; by staff number where it is not anonymous.',
  input: v.object({ surveyId: id, revision: v.number(), answers, staffNumber: v.optional(text(30, '工号')) }),
  output: v.object({ entered: v.number() }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_OPEN', 'OTHER_VERSION', 'NO_SUCH_PERSON', 'ALREADY_ANSWERED', 'NEEDS_PERSON'],
  may: enterers,
})
