import * as v from 'valibot'
import { day, file, id, instant, pageOf, paging } from './fields'
import { procedure } from './procedure'

const interval = v.object({ low: v.number(), high: v.number() })

/** A count that may be read; absent where it, or another it could be computed from, stands for fewer than five people. */
const shownCount = v.optional(v.number())

/** One option, point or row-and-option of an item, with its share of those who answered (Wilson, 95 %). */
export const resultCell = v.object({
  code: v.string(),
  text: v.string(),
  count: shownCount,
  share: v.optional(v.number()),
  interval: v.optional(interval),
})
export type ResultCell = v.InferOutput<typeof resultCell>

/** What came of one item. Figures are over those who were shown it and answered; 不了解 counts in `cells` alone. */
export const itemResult = v.object({
  code: v.string(),
  kind: v.string(),
  title: v.string(),
  /** Who answered it; absent where hidden. */
  n: shownCount,
  /** Those it was shown to who left it empty, or it was hidden from. */
  empty: shownCount,
  cells: v.array(resultCell),
  /** Of a matrix: by row. */
  rows: v.optional(
    v.array(v.object({ code: v.string(), text: v.string(), n: shownCount, cells: v.array(resultCell) })),
  ),
  /** Of scales and numbers: mean with its 95 % interval (t). */
  mean: v.optional(v.object({ value: v.number(), n: shownCount, interval: v.optional(interval) })),
  /** −100 to 100 with its 95 % interval; no `value` when nobody answered. */
  nps: v.optional(
    v.object({
      value: v.optional(v.number()),
      interval: v.optional(interval),
      promoters: shownCount,
      detractors: shownCount,
    }),
  ),
  /** 4 and 5 of 5 among those who answered, with Wilson's interval. */
  satisfied: v.optional(v.object({ share: v.number(), interval: v.optional(interval) })),
  /** Of a ranking: mean place by option, 1 is first. */
  places: v.optional(v.array(v.object({ code: v.string(), text: v.string(), mean: v.number() }))),
  /** Fewer than five people stand behind it. */
  isHidden: v.boolean(),
})
export type ItemResult = v.InferOutput<typeof itemResult>

export const resultHead = v.object({
  surveyId: id,
  title: v.string(),
  isAnonymous: v.boolean(),
  status: v.picklist(['published', 'closed']),
  invited: v.number(),
  answered: v.number(),
  paper: v.number(),
  /** How many answers the figures are made of. */
  n: v.number(),
  /** Share of those invited who answered. */
  responseRate: v.optional(v.number()),
  publishedOn: v.optional(day),
})

export const getResults = procedure('survey.getResults', {
  summary:
    'The figures of a survey, of all who answered or of those who chose one option of one question. What fewer than five people stand behind, or could be computed to, is hidden.',
  input: v.object({
    surveyId: id,
    filter: v.optional(v.strictObject({ item: v.string(), option: v.string() })),
  }),
  output: v.object({ ...resultHead.entries, items: v.array(itemResult), filterText: v.optional(v.string()) }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_YET', 'TOO_FEW', 'NO_SUCH_FILTER'],
  may: 'staff',
})

export const getCrossTab = procedure('survey.getCrossTab', {
  summary: 'Two questions against each other, with χ² where the expected counts allow it.',
  input: v.object({ surveyId: id, rows: v.string(), columns: v.string() }),
  output: v.object({
    rows: v.array(v.object({ code: v.string(), text: v.string(), total: shownCount })),
    columns: v.array(v.object({ code: v.string(), text: v.string(), total: shownCount })),
    /** By row, then column; absent where hidden. */
    counts: v.array(v.array(v.object({ count: shownCount }))),
    n: v.number(),
    chiSquare: v.optional(v.object({ value: v.number(), freedom: v.number(), p: v.number() })),
    /** Why there is no χ². */
    note: v.string(),
  }),
  refusals: ['NO_SUCH_SURVEY', 'NOT_YET', 'TOO_FEW', 'NO_SUCH_FILTER'],
  may: 'staff',
})

export const listTexts = procedure('survey.listTexts', {
  summary: 'What people wrote in answer to one question, shuffled; only from ten answers on.',
  input: v.object({ surveyId: id, item: v.string(), ...paging }),
  output: pageOf(v.object({ text: v.string() })),
  refusals: ['NO_SUCH_SURVEY', 'NOT_YET', 'TOO_FEW', 'NO_SUCH_FILTER'],
  may: ['surveyor', 'manager', 'admin'],
})

export const exportResults = procedure('survey.exportResults', {
  summary: 'The figures as an Excel file with a code book, or as CSV; the same as on the page and nothing besides.',
  input: v.object({ surveyId: id, format: v.optional(v.picklist(['xlsx', 'csv']), 'xlsx') }),
  output: file,
  refusals: ['NO_SUCH_SURVEY', 'NOT_YET', 'TOO_FEW', 'NEEDS_CONSOLE'],
  may: ['surveyor', 'manager', 'admin'],
  readsPersonalData: true,
})

export const getParticipation = procedure('survey.getParticipation', {
  summary:
    'How many of those invited have answered, in all and by department; departments of fewer than five together. Where fewer than five have answered, or have not, it is not told how many.',
  input: v.object({ surveyId: id }),
  output: v.object({
    invited: v.number(),
    answered: v.number(),
    departments: v.array(v.object({ name: v.string(), invited: v.number(), answered: shownCount })),
  }),
  refusals: ['NO_SUCH_SURVEY'],
  may: ['surveyor', 'manager', 'admin'],
})

export const compareRounds = procedure('survey.compareRounds', {
  summary: 'The rounds of the quarterly core, oldest first; a question whose wording changed begins a new line.',
  input: v.object({}),
  output: v.object({
    rounds: v.array(
      v.object({
        surveyId: id,
        title: v.string(),
        closedAt: instant,
        n: v.number(),
        responseRate: v.optional(v.number()),
      }),
    ),
    questions: v.array(
      v.object({
        code: v.string(),
        title: v.string(),
        points: v.array(
          v.object({
            surveyId: id,
            mean: v.optional(v.number()),
            interval: v.optional(interval),
            n: shownCount,
            /** Not the wording of the round before. */
            isNewWording: v.boolean(),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
  may: 'staff',
})
