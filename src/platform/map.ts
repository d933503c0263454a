import Taro from '@tarojs/taro'
import { onChineseMap } from './chinese-map'

/** A place in WGS 84, as timetables write it. */
export interface MapPlace {
  name: string
  lat: number
  lon: number
}

/** Opens the platform's map with a place on it; needs no permission, for nobody's own place is asked. */
export async function showOnMap({ name, lat, lon }: MapPlace): Promise<void> {
  const there = onChineseMap(lat, lon)
  try {
    await Taro.openLocation({ latitude: there.lat, longitude: there.lon, name, address: name, scale: 17 })
  } catch {
    // The person closed it, or the client has no map.
  }
}
