import type { PersonStatus, RosterRow } from '../../contract/people'
import type { Duty } from '../../contract/procedure'
import type { Db } from '../../database/connect'
import { inOrder } from './read-duties'
import type { ReadPerson } from './read-roster'
import { selectRoster } from './roster-person'
import { plainStaffNumber } from './staff-number'

/** What a roster sheet can say of somebody. */
export type Facts = Omit<RosterRow, 'line' | 'sheet'>
export interface KnownPerson extends Facts {
  personId: string
}

/** Everybody on the roster, by staff number as it is compared. */
export async function knownPeople(db: Db, orgId: number): Promise<Map<string, KnownPerson>> {
  const rows = await selectRoster(db, orgId).execute()
  return new Map(
    rows.map((row) => {
      const known = {
        personId: row.personId,
        staffNumber: row.staffNumber,
        name: row.name,
        departmentPath: row.departmentPath,
        phone: row.phone,
        office: row.office,
        site: row.site ?? '',
        kind: row.kind,
        duties: inOrder(row.duties as Duty[]),
        status: row.status as PersonStatus,
        note: row.note,
      }
      return [plainStaffNumber(row.staffNumber), known] as const
    }),
  )
}

/** Where somebody new belongs whom the sheet puts nowhere. */
const nowhere = ['未分部门']

/** What the record will say after a row is imported: what the row leaves empty stays as it is. */
export function factsAfter(known: KnownPerson | undefined, row: ReadPerson | RosterRow): Facts {
  return {
    staffNumber: known?.staffNumber ?? row.staffNumber,
    name: row.name,
    departmentPath: row.departmentPath.length > 0 ? row.departmentPath : (known?.departmentPath ?? nowhere),
    phone: row.phone || (known?.phone ?? ''),
    office: row.office || (known?.office ?? ''),
    site: row.site || (known?.site ?? ''),
    kind: row.kind || (known?.kind ?? ''),
    duties: row.duties.length > 0 ? inOrder(row.duties) : (known?.duties ?? []),
    status: row.status ?? (known?.status === 'onLeave' ? 'onLeave' : 'active'),
    note: row.note || (known?.note ?? ''),
  }
}

/** The fields that differ, by their names in the contract. */
export function changedFields(known: KnownPerson, after: Facts): string[] {
  const fields = Object.keys(after) as (keyof Facts)[]
  return fields.filter((field) => JSON.stringify(known[field]) !== JSON.stringify(after[field]))
}
