import { listSpecialDays } from '../../contract/booking-rooms'
import { keeper } from '../keeper'

export default keeper(listSpecialDays, async ({ year }, { db, orgId }) => ({
  specialDays: await db
    .selectFrom('specialDay')
    .select(['day', 'isOffDay', 'name'])
    .where('orgId', '=', orgId)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()
    .then((days) => days.map((special) => ({ ...special, day: String(special.day) }))),
}))
