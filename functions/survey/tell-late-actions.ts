import { sql } from 'kysely'
import { formatDayLong } from '../../contract/zone'
import type { Cloud } from '../cloud'
import { tellEach } from '../tell-each'
import { boardPath } from './action-rows'

interface Late {
  orgId: number
  need: string
  personId: string
  dueOn: string
}

/**
 * Tells owners of adopted actions whose day has passed, of each once, whatever number of hosts is at it. Gives how many
 * were told of here. `now` in epoch ms.
 */
export async function tellLateActions(cloud: Cloud, now: number): Promise<number> {
  return cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<Late>`SELECT * FROM take_overdue_survey_actions(${new Date(now)})`.execute(db)
    for (const orgId of new Set(rows.map((row) => row.orgId))) {
      const letters = rows.filter((row) => row.orgId === orgId)
      await tellEach(db, { orgId, now }, letters, {
        one: ({ need, dueOn }) => ({
          title: '改进事项已逾期',
          body: `“${need}”应在${formatDayLong(dueOn)}前改好。请尽快处理，或者请问卷管理员改一个做得到的日期。`,
          path: boardPath,
        }),
        sum: (own) => ({
          title: `改进事项已逾期（${own.length} 项）`,
          body: `${own.length} 项改进过了计划的日期。请尽快处理，或者请问卷管理员改一个做得到的日期。`,
          path: boardPath,
        }),
      })
    }
    return rows.length
  })
}
