import type { Duty } from '../contract/procedure'

/** Who is signed in, as every keeper sees them. */
export interface Person {
  orgId: number
  personId: string
  name: string
  staffNumber: string
  /** Departments from the root down to the person's own. */
  departmentIds: readonly string[]
  departmentPath: readonly string[]
  duties: ReadonlySet<Duty>
  /** Zone of the institution, e.g. `+08:00`. */
  zone: string
  orgSlug: string
  orgName: string
}
