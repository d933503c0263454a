import { isPicture } from './judge-picture'

const mostPixels = 50_000_000
const widest = 1600

/**
 * The picture made anew as WebP, turned as its camera was held, at most 1600 pixels wide, without any metadata (place and
 * time of a photo are nobody's business). Undefined when its first bytes are not those of JPEG, PNG or WebP, when it is
 * broken, or when it has more than 50 million pixels.
 */
export async function reencodePicture(bytes: Buffer): Promise<Buffer | undefined> {
  if (!isPicture(bytes)) return undefined
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: widest, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
  } catch {
    return undefined
  }
}
