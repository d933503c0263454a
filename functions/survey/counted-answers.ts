import { pointsOf } from '../../contract/survey-answers'
import { itemsOf, type SurveyDefinition, type SurveyItem } from '../../contract/survey-definition'
import type { Answer } from '../../contract/survey-logic'
import type { AskedByPerson } from '../keeper'

/** What somebody may have answered to an item, so that everybody is in one category of it; `none` gave no answer. */
export interface Category {
  code: string
  text: string
  /** Points, where it has any. */
  value?: number
  isDontKnow?: boolean
}

/** An item whose answers are counted by categories; a matrix gives one for each row, `q3.r1`. */
export interface CountedItem {
  code: string
  title: string
  kind: SurveyItem['kind']
  categories: readonly Category[]
  /** By response the place of its category, or the last place for none; of several options all but 0 is none. */
  places: Uint16Array
  /** Of several options: by option and response, whether it was chosen. */
  options: readonly Uint8Array[]
  isMultiple: boolean
  /** By category, and all who answered. */
  counts: readonly number[]
  answered: number
}

/** All settled responses of a survey, counted once. */
export interface CountedAnswers {
  definition: SurveyDefinition
  /** Responses. */
  n: number
  paper: number
  counted: ReadonlyMap<string, CountedItem>
  /** By item: what was written, and numbers. */
  texts: ReadonlyMap<string, string[]>
  numbers: ReadonlyMap<string, number[]>
  /** By ranking item and option: places, 1 is first. */
  places: ReadonlyMap<string, ReadonlyMap<string, number[]>>
}

interface Row {
  answers: { [item: string]: Answer }
  isPaper: boolean
}

/** Days are told by month. */
function monthsOf(rows: readonly Row[], code: string): Category[] {
  const months = new Set(rows.flatMap(({ answers }) => codesOf(answers[code])))
  return [...months].sort().map((month) => ({ code: month, text: month.replace('-', ' 年 ').concat(' 月') }))
}

function categoriesOf(item: SurveyItem, rows: readonly Row[]): Category[] {
  if (item.kind === 'date') return monthsOf(rows, item.code)
  if (item.kind === 'scale' || item.kind === 'nps' || item.kind === 'csat') {
    const { from, to, hasDontKnow } = pointsOf(item)
    const points = Array.from({ length: to - from + 1 }, (_, i) => ({
      code: String(from + i),
      text: `${from + i} 分`,
      value: from + i,
    }))
    return hasDontKnow ? [...points, { code: 'dontKnow', text: '不了解', isDontKnow: true }] : points
  }
  if (!('options' in item)) return []
  return item.options.map(({ code, text, isDontKnow }) => ({ code, text, ...(isDontKnow ? { isDontKnow } : {}) }))
}

/** Codes that an answer names. */
function codesOf(answer: Answer | undefined): readonly string[] {
  if (!answer) return []
  if ('option' in answer) return [answer.option]
  if ('options' in answer) return answer.options
  if ('number' in answer) return [String(answer.number)]
  if ('day' in answer) return [answer.day.slice(0, 7)]
  return 'dontKnow' in answer ? ['dontKnow'] : []
}

function count(
  rows: readonly Row[],
  head: Pick<CountedItem, 'code' | 'title' | 'kind' | 'isMultiple'>,
  categories: Category[],
  read: (row: Row) => readonly string[],
): CountedItem {
  const { isMultiple } = head
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]))
  const places = new Uint16Array(rows.length)
  const options = isMultiple ? categories.map(() => new Uint8Array(rows.length)) : []
  const counts = categories.map(() => 0)
  let answered = 0
  for (let i = 0; i < rows.length; i++) {
    const found = read(rows[i] as Row).filter((code) => placeOf.has(code))
    places[i] = categories.length
    if (found.length > 0) answered++
    for (const code of found) {
      const place = placeOf.get(code) ?? 0
      counts[place] = (counts[place] ?? 0) + 1
      places[i] = isMultiple ? 0 : place
      const option = options[place]
      if (option) option[i] = 1
    }
  }
  return { ...head, categories, places, options, counts, answered }
}

function countItem(rows: readonly Row[], item: SurveyItem): CountedItem[] {
  const { code, title, kind } = item
  const categories = categoriesOf(item, rows)
  if (kind === 'matrix')
    return item.rows.map((line) =>
      count(
        rows,
        { code: `${code}.${line.code}`, title: `${title} · ${line.text}`, kind, isMultiple: false },
        categories,
        (row) => {
          const answer = row.answers[code]
          const option = answer && 'rows' in answer ? answer.rows[line.code] : undefined
          return option === undefined ? [] : [option]
        },
      ),
    )
  if (categories.length === 0 || kind === 'ranking') return []
  const head = { code, title, kind, isMultiple: kind === 'multiple' }
  return [count(rows, head, categories, (row) => codesOf(row.answers[code]))]
}

function gather<T>(
  rows: readonly Row[],
  items: readonly SurveyItem[],
  read: (answer: Answer, item: SurveyItem) => T[],
) {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const all = rows.flatMap(({ answers }) => {
      const answer = answers[item.code]
      return answer ? read(answer, item) : []
    })
    if (all.length > 0) found.set(item.code, all)
  }
  return found
}

function placesOf(rows: readonly Row[], item: SurveyItem): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const { answers } of rows) {
    for (const [place, code] of codesOf(answers[item.code]).entries()) {
      const own = places.get(code) ?? []
      own.push(place + 1)
      places.set(code, own)
    }
  }
  return places
}

/** Counts responses; the order of their texts is that of the table, which tells nothing (settle-answers.ts). */
export function countAnswers(definition: SurveyDefinition, rows: readonly Row[]): CountedAnswers {
  const items = itemsOf(definition)
  const ofKind = (...kinds: string[]) => items.filter(({ kind }) => kinds.includes(kind))
  return {
    definition,
    n: rows.length,
    paper: rows.filter(({ isPaper }) => isPaper).length,
    counted: new Map(items.flatMap((item) => countItem(rows, item)).map((one) => [one.code, one])),
    texts: gather(rows, items, (answer) =>
      'text' in answer ? [answer.text] : 'other' in answer && answer.other ? [answer.other] : [],
    ),
    numbers: gather(rows, ofKind('number'), (answer) => ('number' in answer ? [answer.number] : [])),
    places: new Map(ofKind('ranking').map((item) => [item.code, placesOf(rows, item)])),
  }
}

type By = Pick<AskedByPerson, 'cloud' | 'orgId'>

interface Counted {
  surveyId: string
  definition: SurveyDefinition
}

// 20,000 answers are read and counted once, not for each page that shows them.
const kept = new WeakMap<By['cloud']['db'], Map<string, { revision: string; counted: Promise<CountedAnswers> }>>()
const mostKept = 20

async function readAnswers({ cloud, orgId }: By, { surveyId, definition }: Counted): Promise<CountedAnswers> {
  const { rows } = await cloud.pool.query<Row>(
    'SELECT answers, is_paper AS "isPaper" FROM survey_response WHERE org_id = $1 AND survey_id = $2',
    [orgId, surveyId],
  )
  return countAnswers(definition, rows)
}

/** The settled answers of a survey; `revision` must have been read in this call and change whenever they do. */
export function countedAnswers(
  asked: By,
  { revision, ...survey }: Counted & { revision: string },
): Promise<CountedAnswers> {
  const ofDb = kept.get(asked.cloud.db) ?? new Map<string, { revision: string; counted: Promise<CountedAnswers> }>()
  kept.set(asked.cloud.db, ofDb)
  const key = `${asked.orgId} ${survey.surveyId}`
  const known = ofDb.get(key)
  if (known?.revision === revision) return known.counted
  if (ofDb.size >= mostKept) ofDb.clear()
  const counted = readAnswers(asked, survey)
  ofDb.set(key, { revision, counted })
  counted.catch(() => ofDb.delete(key))
  return counted
}
