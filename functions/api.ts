import type { ProcedureName, Procedures } from '../contract/procedures'
import { bookingKeepers } from './booking/keepers'
import { canteenKeepers } from './canteen/keepers'
import type { Keeper } from './keeper'
import { peopleKeepers } from './people/keepers'
import { repairKeepers } from './repair/keepers'
import { shuttleKeepers } from './shuttle/keepers'
import { surveyKeepers } from './survey/keepers'

/** A keeper for every promise; the compiler finds the missing one. */
type KeeperOfEach = { [Name in ProcedureName]: Keeper<Procedures[Name]> }

const each = {
  ...bookingKeepers,
  ...canteenKeepers,
  ...peopleKeepers,
  ...repairKeepers,
  ...shuttleKeepers,
  ...surveyKeepers,
} satisfies KeeperOfEach

export type Keepers = ReadonlyMap<string, Keeper>

/** Every procedure and its keeper, by the name on the wire. */
export const keepers: Keepers = new Map(Object.entries(each as unknown as Record<string, Keeper>))
