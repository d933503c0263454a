import sharp from 'sharp'
import { encode } from 'uqr'
import { badgeStyle, contrastOf } from '../src/features/shuttle/contrast'
import { pngOfSquares } from '../src/features/shuttle/qr-png'
import { onChineseMap } from '../src/platform/chinese-map'

test.each([
  ['a boarding code', 'AZMAAAAAcACAAAAAAAAHAQAAAABabcdefghijklmnop', 8],
  ['one of a single letter', '1', 1],
  ['a long one at an odd size', 'x'.repeat(200), 5],
])('the picture of %s has every square in its place, and is small', async (_name, text, scale) => {
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const address = pngOfSquares(data, scale)
  const file = Buffer.from(address.replace('data:image/png;base64,', ''), 'base64')
  const { data: pixels, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([data.length * scale, data.length * scale])
  const drawn = data.map((row, y) =>
    row.map((_dark, x) => pixels[(y * scale * info.width + x * scale) * info.channels] === 0),
  )
  expect(drawn).toEqual(data)
  expect(address.length).toBeLessThan(4096)
})

test('the name of a line can be read on every colour, also where the timetable chose badly', () => {
  const shades = ['00', '33', '66', '77', '99', 'CC', 'FF']
  for (const red of shades)
    for (const green of shades)
      for (const blue of shades) {
        const ground = `${red}${green}${blue}`
        const letters = badgeStyle(ground, 'FFFFFF')?.color.slice(1) ?? ''
        expect([ground, contrastOf(ground, letters) >= 4.5]).toEqual([ground, true])
      }
  expect(badgeStyle('003366', 'FFCC00')).toEqual({ color: '#FFCC00', background: '#003366' })
  expect(badgeStyle('', '')).toBeUndefined()
})

test('a stop lies in its place on a map of China, and elsewhere is left where it is', () => {
  // Tiananmen in WGS 84; the known point of the shifted maps is within some metres
  const there = onChineseMap(39.90734, 116.39089)
  expect(there.lat).toBeCloseTo(39.90874, 3)
  expect(there.lon).toBeCloseTo(116.39713, 3)
  expect(onChineseMap(48.8584, 2.2945)).toEqual({ lat: 48.8584, lon: 2.2945 })
})
