import { listDepartments } from '../../contract/people'
import { keeper } from '../keeper'

export default keeper(listDepartments, async (_input, { db, orgId }) => {
  const rows = await db
    .selectFrom('department as d')
    .leftJoin('person as p', (on) =>
      on.onRef('p.orgId', '=', 'd.orgId').onRef('p.departmentId', '=', 'd.departmentId').on('p.status', '<>', 'left'),
    )
    .select(['d.departmentId', 'd.parentId', 'd.name', 'd.path'])
    .select((is) => is.fn.count<number>('p.personId').as('people'))
    .where('d.orgId', '=', orgId)
    .groupBy(['d.orgId', 'd.departmentId'])
    .orderBy('d.path')
    .execute()
  return { departments: rows.map((row) => ({ ...row, parentId: row.parentId ?? undefined })) }
})
