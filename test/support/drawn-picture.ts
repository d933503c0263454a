import sharp from 'sharp'

/** Something with edges, so that a decoder has something to find broken. */
export function drawn(width = 640, height = 480): sharp.Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * 31 + (i >> 9) * 7) & 255
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
