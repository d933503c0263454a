import type { ValueOf } from '../../../contract/procedure'
import type { listCategories } from '../../../contract/repair-catalog'
import type { TicketKind } from '../../../contract/repair-lifecycle'

/** A group, or something that can be reported in it. */
export type Category = ValueOf<typeof listCategories>['categories'][number]

/** Something that can be reported, as a tile. */
export interface Leaf {
  categoryId: string
  name: string
}

export interface LeafGroup {
  name: string
  leaves: Leaf[]
}

/** What can be reported of a kind, in its groups, in the order the institution gave them. */
export function groupsOf(categories: readonly Category[], kind: TicketKind): LeafGroup[] {
  const own = categories.filter((category) => category.kind === kind)
  const groups: LeafGroup[] = []
  for (const top of own.filter(({ parentId }) => parentId === undefined)) {
    const leaves = own.filter(({ parentId }) => parentId === top.categoryId)
    if (leaves.length > 0) groups.push({ name: top.name, leaves })
  }
  return groups
}

/** One that can be reported, or undefined when it is gone, retired or a group. */
export function leafOf(categories: readonly Category[], categoryId: string | undefined): Category | undefined {
  const category = categories.find((each) => each.categoryId === categoryId)
  return category?.parentId === undefined ? undefined : category
}

/** 空调 · 不制冷. */
export function fullNameOf(categories: readonly Category[], category: Category): string {
  const group = categories.find(({ categoryId }) => categoryId === category.parentId)
  return [group?.name, category.name].filter(Boolean).join(' · ')
}

/** The likeliest ones first: each once, at most so many, as far as they can be reported as this kind. */
export function likelyOf(
  categories: readonly Category[],
  kind: TicketKind,
  wished: readonly (string | undefined)[],
  most: number,
): Leaf[] {
  const found: Leaf[] = []
  for (const categoryId of wished) {
    const leaf = leafOf(categories, categoryId)
    if (leaf?.kind !== kind || found.some((other) => other.categoryId === categoryId)) continue
    found.push({ categoryId: leaf.categoryId, name: fullNameOf(categories, leaf) })
  }
  return found.slice(0, most)
}
