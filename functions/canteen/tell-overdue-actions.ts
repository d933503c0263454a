import { sql } from 'kysely'
import { formatDayLong } from '../../contract/zone'
import type { Cloud } from '../cloud'
import { dutyHolders } from '../duty-holders'
import { tellEach } from '../tell-each'

interface Overdue {
  orgId: number
  actionId: string
  title: string
  ownerId: string
  dueOn: string
}

/**
 * Tells owner and managers of corrective actions whose day has passed, each once, whatever number of hosts is at it.
 * Gives how many were told of here. `now` in epoch ms.
 */
export async function tellOverdueActions(cloud: Cloud, now: number): Promise<number> {
  return cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<Overdue>`SELECT * FROM take_overdue_actions(${new Date(now)})`.execute(db)
    for (const orgId of new Set(rows.map((row) => row.orgId))) {
      const managers = (await dutyHolders(db, orgId, ['manager'])).map(({ personId }) => personId)
      const letters = rows
        .filter((row) => row.orgId === orgId)
        .flatMap((row) => [...new Set([row.ownerId, ...managers])].map((personId) => ({ ...row, personId })))
      await tellEach(db, { orgId, now }, letters, {
        one: ({ title, dueOn }) => ({
          title: '食堂整改已逾期',
          body: `“${title}”应在${formatDayLong(dueOn)}前完成，请尽快处理，或者改一个做得到的日期。`,
          path: '',
        }),
        sum: (own) => ({
          title: `食堂整改已逾期（${own.length} 项）`,
          body: `${own.length} 项整改过了计划的日期，请尽快处理，或者改一个做得到的日期。`,
          path: '',
        }),
      })
    }
    return rows.length
  })
}
