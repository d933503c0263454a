import * as v from 'valibot'
import { listSurveys } from '../../contract/survey'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { selectSurveys, surveyBriefOf } from './survey-rows'

export default keeper(listSurveys, async ({ status, query, cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([cursorMs, cursorId]))
  const like = `%${query.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await selectSurveys(asked)
    .$if(status !== undefined, (some) => some.where('s.status', '=', status ?? ''))
    .$if(query !== '', (some) => some.where('s.title', 'ilike', like))
    .$if(after !== undefined, (earlier) =>
      earlier.where((is) =>
        is(is.refTuple('s.changedAt', 's.surveyId'), '<', is.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? '')),
      ),
    )
    .orderBy('s.changedAt', 'desc')
    .orderBy('s.surveyId', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, ({ changedAt, surveyId }) => [changedAt.getTime(), surveyId])
  return { items: page.rows.map((row) => surveyBriefOf(row, asked.person.zone)), nextCursor: page.nextCursor }
})
