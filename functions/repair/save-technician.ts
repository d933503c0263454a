import { openingProblem } from '../../contract/opening-hours'
import { saveTechnician } from '../../contract/repair-catalog'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { readTechnicians } from './technician-rows'

async function areBuildings({ db, orgId }: AskedByPerson, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const found = await db
    .selectFrom('building')
    .select('buildingId')
    .where('orgId', '=', orgId)
    .where('buildingId', 'in', ids)
    .execute()
  return found.length === ids.length
}

export default keeper(saveTechnician, async (input, asked) => {
  const { db, orgId } = asked
  const { personId, shifts, awayFrom, awayUntil } = input
  const problem = openingProblem(shifts, '值班')
  if (problem) return refuse('HOURS_INVALID', { problem })
  if (awayFrom && awayUntil && awayUntil < awayFrom) return refuse('ENDS_BEFORE_START')
  const person = await db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('status', '<>', 'left')
    .where((is) => is(is.val('technician'), '=', is.fn.any('duties')))
    .executeTakeFirst()
  if (!person) return refuse('NOT_A_TECHNICIAN')
  const [skills, buildingIds] = [[...new Set(input.skills)], [...new Set(input.buildingIds)]]
  if (!(await areBuildings(asked, buildingIds))) return refuse('NO_SUCH_PLACE')
  const values = {
    skills,
    buildingIds,
    shifts: JSON.stringify(shifts),
    awayFrom: awayFrom ?? null,
    awayUntil: awayUntil ?? null,
  }
  await db
    .insertInto('technician')
    .values({ orgId, personId, ...values })
    .onConflict((c) => c.columns(['orgId', 'personId']).doUpdateSet(values))
    .execute()
  asked.note({ personId, skills, buildingIds, awayFrom, awayUntil })
  const saved = (await readTechnicians(asked)).find((technician) => technician.personId === personId)
  if (!saved) throw new Error('a technician just saved is not there')
  return saved
})
