import { type RawBuilder, sql } from 'kysely'
import type { AskedByPerson } from '../keeper'

/** What a query may mean in an institution: tickets of these places, assets and people, or with these letters in them. */
interface Meant {
  placeIds: string[]
  assetIds: string[]
  personIds: string[]
  /** The beginning of a ticket's number, or undefined when it cannot be one. */
  number?: string
  letters: string
  /** It fits more than a quarter of the places, assets or people. */
  isCommon: boolean
}

type By = Pick<AskedByPerson, 'db' | 'orgId'>

/** A query as names are compared: half-width, lower case, without spaces. */
const plain = (query: string) => query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
/** As the index of words has letters: only the Latin ones have a lower case there. */
const lettersOf = (query: string) => query.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

async function meantBy({ db, orgId }: By, query: string): Promise<Meant> {
  const q = plain(query)
  // one letter stands in everybody's pinyin
  const isSpelling = q.length > 1
  const fits = (table: 'p' | 'r') => sql<boolean>`(strpos(lower(${sql.ref(`${table}.name`)}), ${q}) > 0 OR ${isSpelling}
    AND (strpos(${sql.ref(`${table}.pinyin`)}, ${q}) > 0 OR strpos(${sql.ref(`${table}.initials`)}, ${q}) > 0))`
  const { rows } = await sql<Pick<Meant, 'placeIds' | 'assetIds' | 'personIds'> & Record<string, number>>`SELECT
    (SELECT count(*) FROM place WHERE org_id = ${orgId}) AS places,
    (SELECT count(*) FROM asset WHERE org_id = ${orgId}) AS assets,
    (SELECT count(*) FROM person WHERE org_id = ${orgId}) AS people,
    ARRAY(SELECT p.place_id::text FROM place p
      JOIN building b ON b.org_id = p.org_id AND b.building_id = p.building_id
      WHERE p.org_id = ${orgId} AND (${fits('p')} OR strpos(lower(b.name || p.floor || p.name), ${q}) > 0)) AS place_ids,
    ARRAY(SELECT a.asset_id::text FROM asset a
      WHERE a.org_id = ${orgId} AND (strpos(lower(a.name), ${q}) > 0 OR strpos(lower(a.asset_number), ${q}) > 0)) AS asset_ids,
    ARRAY(SELECT r.person_id::text FROM person r WHERE r.org_id = ${orgId} AND ${fits('r')}) AS person_ids`.execute(db)
  const { placeIds = [], assetIds = [], personIds = [], places = 0, assets = 0, people = 0 } = rows[0] ?? {}
  return {
    placeIds,
    assetIds,
    personIds,
    ...(/^[0-9a-z]{2,12}$/.test(q) ? { number: q.toUpperCase() } : {}),
    letters: lettersOf(query),
    isCommon: placeIds.length * 4 > places || assetIds.length * 4 > assets || personIds.length * 4 > people,
  }
}

/** A condition on the ticket `t`. */
interface Search {
  condition: RawBuilder<boolean>
  /** So many tickets are meant that reading along a list soon meets them. */
  isCommon: boolean
}

/**
 * What tickets a query means: by the beginning of its number, words, place (name, pinyin,
 * initials, building and floor), asset, or requester's name. Each way has an index of its own, so few are found quickly.
 */
export async function searchTickets(by: By, query: string): Promise<Search> {
  const { placeIds, assetIds, personIds, number, letters, isCommon } = await meantBy(by, query)
  const ways: RawBuilder<boolean>[] = []
  if (number) ways.push(sql`t.number LIKE ${`${number}%`}`)
  if (placeIds.length > 0) ways.push(sql`t.place_id = ANY (${placeIds}::uuid[])`)
  if (assetIds.length > 0) ways.push(sql`t.asset_id = ANY (${assetIds}::uuid[])`)
  if (personIds.length > 0) ways.push(sql`t.requester_id = ANY (${personIds}::uuid[])`)
  // the letters are for the index; that they stand next to each other is for the eye, and cheaper to say no by
  ways.push(sql`(strpos(lower(t.words COLLATE "C"), ${letters}) > 0
    AND string_to_array(lower(t.words COLLATE "C"), NULL) @> ${[...letters]}::text[])`)
  return { condition: sql<boolean>`(${sql.join(ways, sql` OR `)})`, isCommon }
}
