import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { itemsOf } from '../../contract/survey-definition'
import { listTexts } from '../../contract/survey-results'
import { pageOut, readCursor } from '../cursor'
import { keeper, Refusal, refuse } from '../keeper'
import { untoldItems } from './item-figures'
import { leastWhileOpen, readResults } from './readable-results'

export default keeper(listTexts, async ({ surveyId, item, cursor, limit }, asked) => {
  const read = await readResults(asked, surveyId)
  if (read instanceof Refusal) return read
  const { answers, isOver } = read
  const question = itemsOf(answers.definition).find(({ code }) => code === item)
  if (!question) return refuse('NO_SUCH_FILTER')
  // how many had to write would tell of whom it was asked
  const isUntold = 'isRequired' in question && question.isRequired && untoldItems(answers).has(item)
  const texts = answers.texts.get(item) ?? []
  if (texts.length === 0 && answers.n >= leastWhileOpen) return { items: [] }
  if (texts.length < leastWhileOpen || isUntold) return refuse('TOO_FEW')
  if (!isOver) return refuse('NOT_YET')
  // an order of their own, the same on each page: neither the table's nor that of another question
  const digest = (text: string, n: number) =>
    createHash('sha256').update(`${surveyId} ${item} ${n} ${text}`).digest('hex')
  const all = [...texts].sort().map((text, n) => ({ text, digest: digest(text, n) }))
  all.sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const [after = ''] = readCursor(cursor, v.tuple([v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))])) ?? []
  const page = pageOut(all.filter((one) => one.digest > after).slice(0, limit + 1), limit, (one) => [one.digest])
  return { items: page.rows.map(({ text }) => ({ text })), nextCursor: page.nextCursor }
})
