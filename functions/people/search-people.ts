import { type RawBuilder, sql } from 'kysely'

/** A query as it is compared with names and pinyin: half-width, lower case, without spaces. */
function plainQuery(query: string): string {
  return query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}

/** Whether the person `p` of a statement is meant by a query: part of the name, pinyin, initials or staff number. */
export function isMeant(query: string): RawBuilder<boolean> {
  const q = plainQuery(query)
  return sql<boolean>`(strpos(lower(p.name), ${q}) > 0 OR strpos(p.pinyin, ${q}) > 0
    OR strpos(p.initials, ${q}) > 0 OR strpos(lower(p.staff_number), ${q}) > 0)`
}

/** How well the person `p` fits a query: 0 exactly, 1 from the beginning, 2 somewhere inside. */
export function fitOf(query: string): RawBuilder<number> {
  const q = plainQuery(query)
  return sql<number>`CASE
    WHEN ${q} IN (lower(p.name), p.pinyin, p.initials, lower(p.staff_number)) THEN 0
    WHEN starts_with(lower(p.name), ${q}) OR starts_with(p.pinyin, ${q})
      OR starts_with(p.initials, ${q}) OR starts_with(lower(p.staff_number), ${q}) THEN 1
    ELSE 2 END`
}
