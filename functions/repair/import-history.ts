import { sql } from 'kysely'
import { importHistory } from '../../contract/repair-report'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { judgeHistory } from './judge-history'
import { makeCategories, writeHistory } from './write-history'

/** Of two imports at once the second waits, and then finds what the first wrote: it adds nothing twice. */
async function holdHistory({ db, orgId }: AskedByPerson): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('import_history'), ${orgId})`.execute(db)
}

export default keeper(importHistory, async ({ expectedRows, ...file }, asked) => {
  await holdHistory(asked)
  const judged = await judgeHistory(asked, file)
  if ('refusal' in judged) return judged
  const { table, rows, errors, categories, catalog } = judged
  if (expectedRows !== undefined && expectedRows !== table.rows.length) {
    return refuse('CHANGED_SINCE_PREVIEW', { rows: table.rows.length, expected: expectedRows })
  }
  const made = await makeCategories(asked, catalog, categories.added)
  const { added, closed } = await writeHistory(asked, rows, categories, made)
  const result = { added, known: rows.length - added, closed, left: errors, newCategories: made.size }
  asked.note({
    fileName: file.fileName,
    added,
    same: result.known,
    closing: closed,
    unreadable: errors,
    newCategories: made.size,
  })
  return result
})
