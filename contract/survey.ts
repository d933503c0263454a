import * as v from 'valibot'
import { id, instant, optionalText, pageOf, paging, whole } from './fields'
import { procedure } from './procedure'
import { surveyDefinition } from './survey-definition'

/** Who runs surveys. */
const owners = ['surveyor', 'manager', 'admin'] as const

export const surveyStatus = v.picklist(['draft', 'published', 'closed'])
export type SurveyStatus = v.InferOutput<typeof surveyStatus>

export const templateWord = v.picklist(['blank', 'core', 'canteen', 'environment', 'repair', 'meeting', 'shuttle'])
export type TemplateWord = v.InferOutput<typeof templateWord>

/** Services whose recent users can be asked. */
export const serviceWord = v.picklist(['booking', 'repair', 'canteen', 'shuttle'])

/** Whom a survey is for. Of departments those below belong to them too; `days` back from when it is published. */
export const audience = v.variant('kind', [
  v.strictObject({ kind: v.literal('everyone') }),
  v.strictObject({
    kind: v.literal('departments'),
    departmentIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)),
  }),
  v.strictObject({ kind: v.literal('sites'), siteIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(50)) }),
  v.strictObject({ kind: v.literal('users'), service: serviceWord, days: whole(1, 365) }),
])
export type Audience = v.InferOutput<typeof audience>

/** When results may be read: when it has closed, or from ten answers on, in steps that give nobody away. */
export const resultsWhen = v.picklist(['closed', 'tenAnswers'])
export type ResultsWhen = v.InferOutput<typeof resultsWhen>

const head = {
  surveyId: id,
  title: v.string(),
  status: surveyStatus,
  isAnonymous: v.boolean(),
  opensAt: v.optional(instant),
  closesAt: v.optional(instant),
}

/** A survey in the list of those who run them. */
export const surveyBrief = v.object({
  ...head,
  revision: v.number(),
  template: templateWord,
  createdBy: v.string(),
  changedAt: instant,
  /** How many people it was published for, and how many of them have answered; nobody while it is a draft. */
  invited: v.number(),
  answered: v.number(),
})
export type SurveyBrief = v.InferOutput<typeof surveyBrief>

const settings = {
  audience: v.optional(audience, { kind: 'everyone' }),
  isAnonymous: v.optional(v.boolean(), true),
  resultsWhen: v.optional(resultsWhen, 'closed'),
  /** Whether staff read the results too, or only those who run services. */
  isOpenToStaff: v.optional(v.boolean(), true),
  opensAt: v.optional(instant),
  closesAt: v.optional(instant),
}

/** Something to be put right before publishing (`error`) or worth a look (`hint`). `path` is where in the definition. */
export const surveyFinding = v.object({
  path: v.string(),
  item: v.optional(v.string()),
  level: v.picklist(['error', 'hint']),
  kind: v.picklist([
    'empty',
    'doubleCode',
    'unreachable',
    'deadEnd',
    'contradiction',
    'laterReference',
    'unknownReference',
    'tooLong',
    'noDontKnow',
    'lockedChanged',
  ]),
  message: v.string(),
})
export type SurveyFinding = v.InferOutput<typeof surveyFinding>

export const listSurveys = procedure('survey.listSurveys', {
  summary: 'The surveys of the institution, those changed last first.',
  input: v.object({ ...paging, status: v.optional(surveyStatus), query: optionalText(50, '搜索词') }),
  output: pageOf(surveyBrief),
  refusals: [],
  may: owners,
})

export const getSurvey = procedure('survey.getSurvey', {
  summary: 'One survey with its definition and settings, as those who run it see it.',
  input: v.object({ surveyId: id }),
  output: v.object({
    ...surveyBrief.entries,
    ...settings,
    definition: surveyDefinition,
    findings: v.array(surveyFinding),
    /** A few words for those it is for, with their number; of a draft it is the present one, as is `invited` here. */
    audienceText: v.string(),
    thisRound: v.optional(v.string()),
  }),
  refusals: ['NO_SUCH_SURVEY'],
  may: owners,
})

export const createSurvey = procedure('survey.createSurvey', {
  summary: 'A new draft from a template, from another survey, or from a definition in JSON.',
  input: v.object({
    template: v.optional(templateWord, 'blank'),
    copyOf: v.optional(id),
    definition: v.optional(surveyDefinition),
  }),
  output: v.object({ surveyId: id }),
  refusals: ['NO_SUCH_SURVEY'],
  may: owners,
  writes: true,
  maxBytes: 1024 * 1024,
})

export const saveSurvey = procedure('survey.saveSurvey', {
  summary: 'Saves a draft; `revision` is the one it was read at. A published one is frozen.',
  input: v.object({ surveyId: id, revision: whole(1, 1_000_000), definition: surveyDefinition, ...settings }),
  output: v.object({ revision: v.number(), findings: v.array(surveyFinding) }),
  refusals: ['NO_SUCH_SURVEY', 'FROZEN', 'CHANGED_MEANWHILE', 'NO_SUCH_AUDIENCE'],
  may: owners,
  writes: true,
  maxBytes: 1024 * 1024,
})

export const checkSurvey = procedure('survey.checkSurvey', {
  summary: 'What is to be put right in a definition before it can be published.',
  input: v.object({ definition: surveyDefinition }),
  output: v.object({ findings: v.array(surveyFinding) }),
  refusals: [],
  may: owners,
  maxBytes: 1024 * 1024,
})

export const readSurveyText = procedure('survey.readSurveyText', {
  summary: 'Reads questions pasted as text (1、… [单选题]) into items; says which lines were not understood.',
  input: v.object({ text: v.pipe(v.string(), v.maxLength(100_000, '一次最多粘贴 10 万字')) }),
  output: v.object({
    definition: v.optional(surveyDefinition),
    notes: v.array(v.object({ line: v.number(), message: v.string() })),
  }),
  refusals: ['NOTHING_READ'],
  may: owners,
})

export const publishSurvey = procedure('survey.publishSurvey', {
  summary: 'Opens a survey at its time and freezes it; whether it is anonymous can never be changed again.',
  input: v.object({ surveyId: id, revision: whole(1, 1_000_000) }),
  output: v.object({ invited: v.number(), opensAt: instant, closesAt: instant }),
  refusals: ['NO_SUCH_SURVEY', 'FROZEN', 'CHANGED_MEANWHILE', 'HAS_ERRORS', 'NOBODY_INVITED', 'CLOSES_TOO_EARLY'],
  may: owners,
  writes: true,
})

export const closeSurvey = procedure('survey.closeSurvey', {
  summary: 'Closes a survey before its time, or moves the time it closes at. One that has closed stays closed.',
  input: v.object({ surveyId: id, closesAt: v.optional(instant) }),
  output: v.object({ closesAt: instant }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_OPEN', 'CLOSES_TOO_EARLY'],
  may: owners,
  writes: true,
})

export const removeSurvey = procedure('survey.removeSurvey', {
  summary: 'Throws a draft away.',
  input: v.object({ surveyId: id }),
  output: v.object({ removed: v.literal(true) }),
  refusals: ['NO_SUCH_SURVEY', 'FROZEN'],
  may: owners,
  writes: true,
})

export const remindAudience = procedure('survey.remindAudience', {
  summary: 'Reminds those who have not answered, at most once a day.',
  input: v.object({ surveyId: id }),
  output: v.object({ reminded: v.number() }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_OPEN', 'REMINDED_TODAY'],
  may: owners,
  writes: true,
})
