import { listOvertime } from '../../contract/canteen-headcount'
import { keeper, refuse } from '../keeper'

export default keeper(listOvertime, async ({ canteenId, day }, { db, orgId, note }) => {
  const canteen = await db
    .selectFrom('canteen')
    .select('name')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .executeTakeFirst()
  if (!canteen) return refuse('NO_SUCH_CANTEEN')
  const people = await db
    .selectFrom('sitting as s')
    .innerJoin('mealAnswer as a', (on) => on.onRef('a.orgId', '=', 's.orgId').onRef('a.sittingId', '=', 's.sittingId'))
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'a.orgId').onRef('p.personId', '=', 'a.personId'))
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select(['p.name', 'p.staffNumber', 'd.path', 'a.portion', 'a.note'])
    .where('s.orgId', '=', orgId)
    .where('s.canteenId', '=', canteenId)
    .where('s.day', '=', day)
    .where('s.meal', '=', 'overtime')
    .where('s.removedAt', 'is', null)
    .where('a.answer', '=', 'eats')
    .orderBy('d.path')
    .orderBy('p.staffNumber')
    .execute()
  note({ canteenId, day, people: people.length })
  return {
    canteen: canteen.name,
    day,
    people: people.map(({ path, portion, ...person }) => ({
      ...person,
      department: path.join(' / '),
      portion: portion === 'half' ? ('half' as const) : ('full' as const),
    })),
  }
})
