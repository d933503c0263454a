import { type RawBuilder, sql } from 'kysely'
import type { Price } from '../../contract/canteen'
import type { AllergenCode, Diet } from '../../contract/canteen-allergens'
import type { DishRecord } from '../../contract/canteen-dishes'
import { describeDerived, problemsOf } from '../../contract/canteen-labels'
import { dayOf, formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { type DishRow, dishColumns, menuDishOf } from './dish-rows'

/** A dish as one statement reads it for the kitchen. */
export interface DishRecordRow extends DishRow {
  pinyin: string
  ingredients: string[]
  isNameFigurative: boolean
  contains: AllergenCode[]
  free: AllergenCode[]
  diets: Diet[]
  note: string
  prices: Price[]
  hasHalf: boolean
  confirmedAt: Date | null
  confirmedBy: string | null
  labelRevision: number
  isRetired: boolean
}

/** A row as the contract shows it to the kitchen: what follows from name and ingredients is derived anew. */
export function dishRecordOf(
  row: DishRecordRow,
  { now, person: { zone } }: Pick<AskedByPerson, 'now' | 'person'>,
): DishRecord {
  const { name, ingredients, isNameFigurative, contains, free, diets, confirmedAt } = row
  const dish = { name, ingredients, isNameFigurative, contains, free, diets, isConfirmed: confirmedAt !== null }
  return {
    ...menuDishOf(row, dayOf(now, zone)),
    ingredients,
    isNameFigurative,
    contains,
    free,
    diets,
    note: row.note,
    prices: row.prices,
    hasHalf: row.hasHalf,
    derived: describeDerived(dish),
    problems: problemsOf(dish),
    ...(confirmedAt ? { confirmedAt: formatInstant(confirmedAt.getTime(), zone) } : {}),
    confirmedBy: row.confirmedBy ?? '',
    labelRevision: row.labelRevision,
    isRetired: row.isRetired,
  }
}

/** Dishes `d` of the institution that fulfil a condition; `rest` orders and ends the statement. */
export async function readDishRows(
  asked: Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<DishRecordRow[]> {
  const { db, orgId, now, person } = asked
  const { rows } = await sql<DishRecordRow>`
    SELECT ${dishColumns(asked, dayOf(now, person.zone))}, d.pinyin, d.ingredients, d.is_name_figurative, d.contains,
      d.free, d.diets, d.note, d.prices, d.has_half, d.confirmed_at, p.name AS confirmed_by, d.label_revision,
      d.is_retired
    FROM dish d LEFT JOIN person p ON p.org_id = d.org_id AND p.person_id = d.confirmed_by
    WHERE d.org_id = ${orgId} AND ${where} ${rest}`.execute(db)
  return rows
}

/** One dish as the kitchen keeps it, as it stands in the transaction. */
export async function findDishRecord(
  asked: Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>,
  dishId: string,
): Promise<DishRecord | undefined> {
  const [row] = await readDishRows(asked, sql`d.dish_id = ${dishId}`)
  return row && dishRecordOf(row, asked)
}

/** Whether a dish `d` is meant by a query: part of its name, pinyin or initials. */
export function isDishMeant(query: string): RawBuilder<boolean> {
  const q = query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  return sql<boolean>`(${q} = '' OR strpos(lower(replace(d.name, ' ', '')), ${q}) > 0 OR strpos(d.pinyin, ${q}) > 0
    OR strpos(d.initials, ${q}) > 0)`
}
