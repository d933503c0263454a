import * as v from 'valibot'
import { listPeople } from '../../contract/people'
import { cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { maskPhone } from '../phone'
import { rosterPersonOf, selectRoster } from './roster-person'
import { isMeant } from './search-people'

export default keeper(listPeople, async ({ query, departmentId, status, duty, cursor, limit }, { db, orgId }) => {
  const after = readCursor(cursor, v.tuple([cursorText]))
  let wanted = selectRoster(db, orgId)
  if (query !== '') wanted = wanted.where(isMeant(query))
  // a department with all below it
  if (departmentId) wanted = wanted.where((is) => is(is.val(departmentId), '=', is.fn.any('d.pathIds')))
  if (status) wanted = wanted.where('p.status', '=', status)
  // everybody is staff; the other duties are granted
  if (duty && duty !== 'staff') wanted = wanted.where((is) => is(is.val<string>(duty), '=', is.fn.any('p.duties')))
  const { total } = await wanted
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  if (after) wanted = wanted.where('p.staffNumber', '>', after[0])
  const rows = await wanted
    .orderBy('p.staffNumber')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.staffNumber])
  return {
    items: page.rows.map(rosterPersonOf).map((person) => ({ ...person, phone: maskPhone(person.phone) })),
    nextCursor: page.nextCursor,
    total,
  }
})
