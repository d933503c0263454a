import type { Category } from '../../contract/repair-catalog'
import type { TicketKind } from '../../contract/repair-lifecycle'
import { newId } from '../secrets'
import type { Catalog } from './catalog'
import type { HistoryRow } from './read-history'

/** The group of what only a history has: kept for its figures, and not offered to whoever reports. */
export const historyGroup = '历史导入'
const without = '未分类'
const others = '其他'
/** With the second level so many new categories are made at most; with more, the first level has to do. */
const mostDetailed = 200
/** So many new categories are made at most; what is rarer becomes 其他. */
const mostNew = 300

const keyOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

type Said = Pick<HistoryRow, 'category' | 'detail'>
const together = ({ category, detail }: Said) => [category, detail].filter(Boolean).join(' · ')

/** A category that a row goes to: one that is there, or one that will be made under its name. */
interface Chosen {
  categoryId?: string
  kind: TicketKind
  name: string
}

interface Leaves {
  byName: ReadonlyMap<string, Category>
  byPath: ReadonlyMap<string, Category>
}

/** What can be reported, by its own name and by its group's with it; what repairs comes before other kinds. */
function leavesOf({ categories, categoryOf }: Catalog): Leaves {
  const byName = new Map<string, Category>()
  const byPath = new Map<string, Category>()
  const isHistory = ({ parentId }: Category) => categoryOf.get(parentId ?? '')?.name === historyGroup
  const known = categories.filter((leaf) => leaf.parentId !== undefined && (!leaf.isRetired || isHistory(leaf)))
  const order = (leaf: Category) => (isHistory(leaf) ? 2 : leaf.kind === 'repair' ? 0 : 1)
  for (const leaf of [...known].sort((a, b) => order(a) - order(b))) {
    const group = categoryOf.get(leaf.parentId ?? '')?.name ?? ''
    const [name, path] = [keyOf(leaf.name), keyOf(group + leaf.name)]
    if (!byName.has(name)) byName.set(name, leaf)
    if (!byPath.has(path)) byPath.set(path, leaf)
  }
  return { byName, byPath }
}

function known({ byName, byPath }: Leaves, said: Said): Category | undefined {
  const { category, detail } = said
  const whole = keyOf(category + detail)
  const exact = byPath.get(whole) ?? byName.get(whole)
  return exact ?? (detail === '' ? undefined : byName.get(keyOf(detail)))
}

/** Names in the order of how often they occur, the commonest first. */
function commonest(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
}

/** Which category each row goes to, which of them are to be made, and what the clerk should know of it. */
export interface ChosenCategories {
  of(row: Said): Chosen
  /** Names of those to be made. */
  added: string[]
  remark?: string
}

/** Finds categories by name first, on both levels; what is not there is to be made in the group of histories. */
export function chooseCategories(catalog: Catalog, rows: readonly Said[]): ChosenCategories {
  const leaves = leavesOf(catalog)
  const name = (said: Said) => together(said) || without
  const unknown = rows.filter((row) => !known(leaves, row))
  const detailed = new Set(unknown.map(name)).size
  const isPlain = detailed > mostDetailed
  const shorter = (said: Said): Said => (isPlain ? { ...said, detail: '' } : said)
  const stillUnknown = unknown.map(shorter).filter((row) => !known(leaves, row) && !leaves.byName.has(keyOf(name(row))))
  const wanted = commonest(stillUnknown.map(name))
  const isMany = wanted.length > mostNew
  const taken = new Set(isMany ? wanted.slice(0, mostNew - 1) : wanted)
  const of = (row: Said): Chosen => {
    const short = shorter(row)
    const leaf = known(leaves, row) ?? known(leaves, short) ?? leaves.byName.get(keyOf(name(short)))
    if (leaf) return { categoryId: leaf.categoryId, kind: leaf.kind, name: leaf.name }
    const called = taken.has(name(short)) ? name(short) : others
    const other = leaves.byName.get(keyOf(called))
    return { categoryId: other?.categoryId, kind: other?.kind ?? 'repair', name: called }
  }
  const added = [...taken, ...(isMany && !leaves.byName.has(keyOf(others)) ? [others] : [])]
  const remark = isMany
    ? `类别有 ${wanted.length} 种，只新建最常见的 ${mostNew - 1} 种，其余归入「${others}」`
    : isPlain
      ? `两级类别合起来有 ${detailed} 种，只按第一级归类`
      : undefined
  return { of, added, ...(remark ? { remark } : {}) }
}

/** Rows of the categories to be made; the group is made with them when it is not there. `now` in epoch ms. */
export function newCategories({ categories }: Catalog, orgId: number, names: readonly string[], now: number) {
  const of = { orgId, kind: 'repair', sortOrder: 9999, isRetired: true }
  const group = categories.find(
    ({ parentId, name, kind }) => parentId === undefined && name === historyGroup && kind === of.kind,
  )
  const groupId = group?.categoryId ?? newId(now)
  const groups = group || names.length === 0 ? [] : [{ ...of, categoryId: groupId, parentId: null, name: historyGroup }]
  return { groups, leaves: names.map((name) => ({ ...of, categoryId: newId(now), parentId: groupId, name })) }
}
