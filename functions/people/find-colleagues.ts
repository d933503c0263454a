import { sql } from 'kysely'
import * as v from 'valibot'
import { findColleagues } from '../../contract/people'
import { cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { fitOf, isMeant } from './search-people'

export default keeper(findColleagues, async ({ query, cursor, limit }, { db, orgId }) => {
  const after = readCursor(cursor, v.tuple([v.picklist([0, 1, 2]), cursorText, cursorText]))
  const fit = fitOf(query)
  let found = db
    .selectFrom('person as p')
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select(['p.personId', 'p.name', 'p.staffNumber', 'p.pinyin', 'd.name as department', fit.as('fit')])
    .where('p.orgId', '=', orgId)
    .where('p.status', '<>', 'left')
    .where(isMeant(query))
  if (after)
    found = found.where(sql<boolean>`(${fit}, p.pinyin, p.staff_number) > (${after[0]}::int, ${after[1]}, ${after[2]})`)
  const rows = await found
    .orderBy(fit)
    .orderBy('p.pinyin')
    .orderBy('p.staffNumber')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.fit, row.pinyin, row.staffNumber])
  return {
    items: page.rows.map(({ personId, name, staffNumber, department }) => ({
      personId,
      name,
      staffNumber,
      department,
    })),
    nextCursor: page.nextCursor,
  }
})
