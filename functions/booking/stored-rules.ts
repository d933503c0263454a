import type { Room } from '../../contract/booking'

/** The rules of a room as the database keeps them; `saveRoom` and the import write nothing else into that column. */
export function storedRules(row: { rules: unknown }): Room['rules'] {
  return row.rules as Room['rules']
}
