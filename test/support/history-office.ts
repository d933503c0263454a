import type { Duty } from '../../contract/procedure'
import { importHistory, previewHistory } from '../../contract/repair-report'
import { givenOrg, signedInAs } from './given'
import { csvOf, fileOf } from './sheet-file'
import type { TestCloud } from './start-cloud'

/** An institution with somebody at its desk, and what they do with the history of an earlier system. */
export async function historyOffice(house: TestCloud, duties: Duty[] = ['dispatcher']) {
  const org = await givenOrg(house)
  const { token, personId } = await signedInAs(house, org, duties)
  const preview = async (bytes: Buffer, fileName = 'history.csv') => {
    const answered = await house.call(previewHistory, fileOf(fileName, bytes), { token })
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const write = (bytes: Buffer, fileName = 'history.csv', expectedRows?: number) =>
    house.call(importHistory, { ...fileOf(fileName, bytes), expectedRows }, { token })
  const tickets = async () => {
    const { rows } = await house.cloud.pool.query(
      `SELECT t.*, c.name AS category, g.name AS group_name,
        (SELECT json_agg(json_build_array(e.kind, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI')) ORDER BY e.event_number)
          FROM ticket_event e WHERE e.org_id = t.org_id AND e.ticket_id = t.ticket_id) AS events
       FROM ticket t JOIN category c ON c.org_id = t.org_id AND c.category_id = t.category_id
       LEFT JOIN category g ON g.org_id = c.org_id AND g.category_id = c.parent_id
       WHERE t.org_id = $1 ORDER BY t.created_at, t.ticket_id`,
      [org.orgId],
    )
    return rows
  }
  return { org, token, personId, preview, write, tickets }
}

/** A history as a csv file; the first row heads it. */
export const historyOf = (...rows: string[][]): Buffer => csvOf(rows)
