import type { FeedRoute } from './feed'
import type { FeedNotices } from './feed-notices'
import type { TableRow } from './read-table'

const read = new Set(
  'route_id agency_id route_short_name route_long_name route_type route_color route_text_color route_sort_order'.split(
    ' ',
  ),
)
/** Below this difference of luma the public validator calls two colours too much alike. */
const leastContrast = 72

function luma(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return 0.3 * red + 0.59 * green + 0.11 * blue
}

/** What the agencies of a feed mean for its routes. */
export interface AgenciesRead {
  count: number
  urls: ReadonlySet<string>
}

/** Reads routes one by one; `names` are those read before, each with its line. */
export function readRoute(
  row: TableRow,
  names: Map<string, number>,
  agencies: AgenciesRead,
  notices: FeedNotices,
): FeedRoute {
  const { file, line, get } = row
  const route: FeedRoute = {
    id: get('route_id'),
    agencyId: get('agency_id'),
    shortName: get('route_short_name'),
    longName: get('route_long_name'),
    type: Number(get('route_type')) || 0,
    color: get('route_color'),
    textColor: get('route_text_color'),
    sortOrder: Number(get('route_sort_order')) || 0,
    more: row.more(read),
  }
  const { id, shortName, longName, color, textColor } = route
  if (agencies.count > 1 && route.agencyId === '') {
    notices.add('missing_required_field', { file, line, field: 'agency_id' })
  }
  if (shortName === '' && longName === '') {
    notices.add('route_both_short_and_long_name_missing', { file, line, field: 'route_short_name', value: id })
  }
  if (shortName.length > 12) {
    notices.add('route_short_name_too_long', { file, line, field: 'route_short_name', value: shortName })
  }
  if (color !== '' && textColor !== '' && Math.abs(luma(color) - luma(textColor)) < leastContrast) {
    notices.add('route_color_contrast', { file, line, field: 'route_color', value: `${color}, ${textColor}` })
  }
  const name = [route.agencyId, route.type, shortName, longName].join('\0')
  const before = names.get(name)
  if (before === undefined) names.set(name, line)
  else {
    const at = { file, line, field: 'route_short_name', more: String(before) }
    notices.add('duplicate_route_name', { ...at, value: shortName || longName })
  }
  const description = get('route_desc')
  if (description !== '' && (description === shortName || description === longName)) {
    notices.add('same_name_and_description_for_route', { file, line, field: 'route_desc', value: description })
  }
  const url = get('route_url')
  if (url !== '' && agencies.urls.has(url)) {
    notices.add('same_route_and_agency_url', { file, line, field: 'route_url', value: url })
  }
  return route
}
