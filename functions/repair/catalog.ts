import type { Category, RepairSetting } from '../../contract/repair-catalog'
import type { WorkingCalendar } from '../../contract/working-time'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { readCalendar } from '../working-calendar'

/** What tickets of an institution are judged by: its settings, categories and working calendar. */
export interface Catalog {
  revision: number
  setting: RepairSetting
  calendar: WorkingCalendar
  /** All of them, the retired too, in the order in which they are shown. */
  categories: readonly Category[]
  categoryOf: ReadonlyMap<string, Category>
}

type Where = Pick<AskedByPerson, 'db' | 'orgId'> & { cloud: { db: Db } }

// One kept catalog per database and institution; a small read of its revision tells whether it is still right.
const kept = new WeakMap<Db, Map<number, Catalog>>()

async function revisionOf(db: Db, orgId: number): Promise<number> {
  const row = await db.selectFrom('repairSetting').select('revision').where('orgId', '=', orgId).executeTakeFirst()
  return row?.revision ?? 0
}

async function readCatalog(db: Db, orgId: number): Promise<Catalog> {
  // the revision comes with the first read: a change in between is then seen as newer, never missed
  const row = await db.selectFrom('repairSetting').selectAll().where('orgId', '=', orgId).executeTakeFirstOrThrow()
  const setting: RepairSetting = {
    dutyPhone: row.dutyPhone,
    weekly: row.weekly as unknown as RepairSetting['weekly'],
    publishedThrough: row.publishedThrough,
    dispatch: row.dispatch as RepairSetting['dispatch'],
    escalation: row.escalation as unknown as RepairSetting['escalation'],
  }
  const categories = (
    await db
      .selectFrom('category')
      .selectAll()
      .where('orgId', '=', orgId)
      .orderBy('sortOrder')
      .orderBy('categoryId')
      .execute()
  ).map(
    ({ orgId: _org, parentId, ...category }) =>
      ({ ...category, ...(parentId ? { parentId } : {}) }) as unknown as Category,
  )
  return {
    revision: row.revision,
    setting,
    calendar: await readCalendar(db, orgId, setting),
    categories,
    categoryOf: new Map(categories.map((category) => [category.categoryId, category])),
  }
}

function mapOf(db: Db): Map<number, Catalog> {
  const known = kept.get(db) ?? new Map<number, Catalog>()
  kept.set(db, known)
  return known
}

/** The catalog as it is now. A keeper that has changed it in its own transaction must not ask. */
export async function catalogOf({ cloud, db, orgId }: Where): Promise<Catalog> {
  const known = mapOf(cloud.db).get(orgId)
  if (known && known.revision === (await revisionOf(db, orgId))) return known
  const read = await readCatalog(db, orgId)
  mapOf(cloud.db).set(orgId, read)
  return read
}

/** The catalog as last read, for a statement that itself notices when it has changed since. */
export async function keptCatalogOf(asked: Where): Promise<Catalog> {
  return mapOf(asked.cloud.db).get(asked.orgId) ?? catalogOf(asked)
}

/** 空调 · 不制冷: a category with the group it stands in. */
export function categoryName({ categoryOf }: Pick<Catalog, 'categoryOf'>, categoryId: string): string {
  const own = categoryOf.get(categoryId)
  const group = own?.parentId ? categoryOf.get(own.parentId) : undefined
  return [group?.name, own?.name].filter(Boolean).join(' · ')
}

/** A category that can be reported: one in a group, neither of them retired. */
export function reportable({ categoryOf }: Pick<Catalog, 'categoryOf'>, categoryId: string): Category | undefined {
  const own = categoryOf.get(categoryId)
  const group = categoryOf.get(own?.parentId ?? '')
  return own && group && !own.isRetired && !group.isRetired ? own : undefined
}

/** A category and all below it. */
export function withBelow({ categories }: Pick<Catalog, 'categories'>, categoryId: string): string[] {
  return [categoryId, ...categories.filter(({ parentId }) => parentId === categoryId).map((own) => own.categoryId)]
}
