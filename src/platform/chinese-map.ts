/** Half the larger axis and the eccentricity of the ellipsoid that China's map offset is defined on (Krasovsky 1940). */
const axis = 6_378_245
const eccentricity = 0.006693421622965943

const waves = (x: number) => ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3

function offsetLat(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  const long = ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3
  return plain + waves(x) + long + ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3
}

function offsetLon(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  const long = ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3
  return plain + waves(x) + long + ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
}

/**
 * A place in WGS 84 as the maps of WeChat and Alipay want it: GCJ-02 within China, some 500 m beside the true place;
 * elsewhere unchanged. The usual approximation, within a few metres.
 */
export function onChineseMap(lat: number, lon: number): { lat: number; lon: number } {
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return { lat, lon }
  const angle = (lat / 180) * Math.PI
  const flat = 1 - eccentricity * Math.sin(angle) ** 2
  const [x, y] = [lon - 105, lat - 35]
  const perLat = ((axis * (1 - eccentricity)) / (flat * Math.sqrt(flat))) * (Math.PI / 180)
  const perLon = (axis / Math.sqrt(flat)) * Math.cos(angle) * (Math.PI / 180)
  return { lat: lat + offsetLat(x, y) / perLat, lon: lon + offsetLon(x, y) / perLon }
}
