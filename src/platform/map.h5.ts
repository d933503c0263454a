import type * as promised from './map'

/** Browsers have no map of their own: Amap's page opens, or its app. It converts from WGS 84 itself. */
export const showOnMap: typeof promised.showOnMap = async ({ name, lat, lon }) => {
  const query = `position=${lon},${lat}&name=${encodeURIComponent(name)}&coordinate=wgs84&callnative=1`
  window.open(`https://uri.amap.com/marker?${query}`, '_blank', 'noopener')
}
