import type { AskedByPerson } from '../keeper'
import type { HistoryRow } from './read-history'

/** Where a ticket of a history was, as far as the institution knows the place. */
export interface KnownWhere {
  placeId?: string
  buildingId?: string
  /** The place as the institution calls it, or what the row says. */
  text: string
}

interface KnownPlace {
  placeId: string
  buildingId: string
  text: string
}

type Said = Pick<HistoryRow, 'building' | 'floor' | 'room' | 'place'>

const keyOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

/** 3层 as people write it: 3层, 3楼, 3f, and the bare number. */
function spellings(floor: string): string[] {
  const number = /^-?[\dB]+/i.exec(floor)?.[0]
  return number ? [floor, ...['层', '楼', 'f', ''].map((end) => number + end)] : [floor]
}

async function readPlaces({ db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>) {
  const places = await db
    .selectFrom('place as p')
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'p.orgId').onRef('b.buildingId', '=', 'p.buildingId'))
    .innerJoin('site as s', (on) => on.onRef('s.orgId', '=', 'b.orgId').onRef('s.siteId', '=', 'b.siteId'))
    .leftJoin('doorCode as c', (on) =>
      on
        .onRef('c.orgId', '=', 'p.orgId')
        .onRef('c.placeId', '=', 'p.placeId')
        .on('c.assetId', 'is', null)
        .on('c.revokedAt', 'is', null),
    )
    .select(['p.placeId', 'p.buildingId', 'p.floor', 'p.name', 'b.name as building', 's.name as site', 'c.humanCode'])
    .where('p.orgId', '=', orgId)
    .where('p.isRetired', '=', false)
    .execute()
  const buildings = await db.selectFrom('building').select(['buildingId', 'name']).where('orgId', '=', orgId).execute()
  return { places, buildings }
}

/**
 * Finds places by name, alone or with building and floor, and by the code printed on their door. A name that two places
 * share means neither; a building is found even where the place is not.
 */
export async function placesOf(asked: Pick<AskedByPerson, 'db' | 'orgId'>): Promise<(row: Said) => KnownWhere> {
  const { places, buildings } = await readPlaces(asked)
  // null: several places are called so
  const byKey = new Map<string, KnownPlace | null>()
  const add = (text: string, place: KnownPlace) => {
    const key = keyOf(text)
    const other = byKey.get(key)
    if (key !== '') byKey.set(key, other === undefined || other?.placeId === place.placeId ? place : null)
  }
  for (const { placeId, buildingId, floor, name, building, site, humanCode } of places) {
    const place = { placeId, buildingId, text: [building, floor, name].filter(Boolean).join(' ') }
    const within = [building + name, ...spellings(floor).map((each) => building + each + name)]
    for (const text of new Set([name, ...within, ...within.map((each) => site + each)])) add(text, place)
    if (humanCode) add(humanCode, place)
  }
  const byName = buildings
    .map(({ buildingId, name }) => ({ buildingId, key: keyOf(name) }))
    .sort((a, b) => b.key.length - a.key.length)
  const found = new Map<string, KnownWhere>()

  function find({ building, floor, room, place }: Said): KnownWhere {
    const tries = [building + floor + room + place, building + floor + room, building + room, building + place, place]
    const text = [building, floor, room, place].filter(Boolean).join(' ')
    for (const each of tries) {
      const known = byKey.get(keyOf(each))
      if (known) return known
    }
    const start = keyOf(text)
    const buildingId = byName.find(({ key }) => key !== '' && start.startsWith(key))?.buildingId
    return { text, ...(buildingId ? { buildingId } : {}) }
  }

  return (row) => {
    const key = [row.building, row.floor, row.room, row.place].join('\n')
    const known = found.get(key) ?? find(row)
    found.set(key, known)
    return known
  }
}
