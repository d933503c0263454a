import type { FeedStop } from './feed'
import type { FeedNotices } from './feed-notices'
import type { TableRow } from './read-table'

const read = new Set(
  'stop_id stop_code stop_name stop_lat stop_lon location_type parent_station wheelchair_boarding'.split(' '),
)
const number = (text: string) => (text === '' || !Number.isFinite(Number(text)) ? null : Number(text))

/** A stop from its row, with what is wrong with it alone. */
export function readStop(row: TableRow, agencyUrls: ReadonlySet<string>, notices: FeedNotices): FeedStop {
  const { file, line, get } = row
  const stop: FeedStop = {
    id: get('stop_id'),
    code: get('stop_code'),
    name: get('stop_name'),
    lat: number(get('stop_lat')),
    lon: number(get('stop_lon')),
    locationType: Number(get('location_type')) || 0,
    parentId: get('parent_station'),
    wheelchair: Number(get('wheelchair_boarding')) || 0,
    more: row.more(read),
    line,
  }
  const { lat, lon } = stop
  const at = { file, line, value: stop.id }
  if (stop.locationType < 3) {
    if (stop.name === '') notices.add('missing_required_field', { file, line, field: 'stop_name' })
    if (lat === null || lon === null) notices.add('stop_without_location', { ...at, field: 'stop_lat' })
  }
  if (lat !== null && lon !== null) {
    const point = { file, line, field: 'stop_lat', value: `${lat}, ${lon}` }
    if (Math.abs(lat) <= 1 && Math.abs(lon) <= 1) notices.add('point_near_origin', point)
    if (Math.abs(lat) >= 89) notices.add('point_near_pole', point)
  }
  if (stop.locationType === 1 && stop.parentId !== '') {
    notices.add('station_with_parent_station', { ...at, field: 'parent_station' })
  }
  if (stop.locationType > 1 && stop.parentId === '') {
    notices.add('location_without_parent_station', { ...at, field: 'parent_station' })
  }
  const url = get('stop_url')
  if (url !== '' && agencyUrls.has(url)) {
    notices.add('same_stop_and_agency_url', { file, line, field: 'stop_url', value: url })
  }
  return stop
}

/** What is wrong between stops and the stations they belong to. */
export function checkStations(stops: readonly FeedStop[], file: string, notices: FeedNotices): void {
  const known = new Map(stops.map((stop) => [stop.id, stop]))
  const used = new Set<string>()
  for (const { id, parentId, locationType, line } of stops) {
    if (parentId === '') continue
    const parent = known.get(parentId)
    const at = { file, line, field: 'parent_station' }
    if (!parent) notices.add('foreign_key_violation', { ...at, value: parentId, more: file })
    else if (locationType !== 1 && parent.locationType !== (locationType === 4 ? 0 : 1)) {
      notices.add('wrong_parent_location_type', { ...at, value: id, more: parentId })
    }
    if (locationType === 0) used.add(parentId)
  }
  for (const { id, locationType, line } of stops) {
    if (locationType === 1 && !used.has(id)) notices.add('unused_station', { file, line, field: 'stop_id', value: id })
  }
}
