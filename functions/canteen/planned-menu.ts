import type { DraftLine } from '../../contract/canteen-menus'
import type { MealWord } from '../../contract/canteen-words'
import type { Day } from '../../contract/zone'
import type { MenuDraft } from './menu-drafts'

/** A meal as it is or will be published; instants in epoch ms. */
export interface PlannedSitting {
  sittingId: string
  day: Day
  meal: MealWord
  opensAt: number
  closesAt: number
  cutoffAt: number | null
  places: number | null
  /** Of limited places those that are taken, else 0. */
  taken: number
}

/** A dish of it. */
export interface PlannedServing
  extends Required<Pick<DraftLine, 'windowId' | 'dishId' | 'prices' | 'hasHalf' | 'notes'>> {
  servingId: string
  sittingId: string
  sortOrder: number
  places: number | null
  taken: number
}

/** What the tables hold of a day; `taken` are those who eat, also where places are not limited. */
export type Present<Planned> = Planned & { isRemoved: boolean }

/** A day before it is published. */
export interface DayBefore {
  day: Day
  draft: MenuDraft
  published?: MenuDraft
  isPublished: boolean
  /** Those taken off before are among them. */
  sittings: readonly Present<PlannedSitting>[]
  servings: readonly Present<PlannedServing>[]
}

/** What changes about a day; without a meal the whole day, without a dish the whole meal. */
export interface PlannedChange {
  kind: 'added' | 'updated' | 'removed'
  meal?: MealWord
  dishId?: string
  servingId?: string
  fields: string[]
}

/** What publishing does to a day. */
export interface DayPlan {
  day: Day
  wasPublished: boolean
  /** The draft as it is published: each line with its serving, and places that hold whoever has one. */
  draft: MenuDraft
  sittings: PlannedSitting[]
  servings: PlannedServing[]
  /** With their meal, as they were. */
  removedSittings: PlannedSitting[]
  removedServings: PlannedServing[]
  addedServings: PlannedServing[]
  changes: PlannedChange[]
  /** Nothing is written for it: it is published already, or there is nothing to publish. */
  isIdle: boolean
}
