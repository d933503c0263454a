import { isPicture } from './judge-picture'

const mostPixels = 50_000_000
const widest = 1600
// WebP knows no larger pictures; a long screenshot may be one
const highest = 16_383

/**
 * The picture made anew as WebP, turned as its camera was held, at most 1600 pixels wide and 16,383 high,
 * without any metadata (place and time of a photo are nobody's business). Undefined when its first bytes are not those
 * of JPEG, PNG or WebP, when it is broken, or when it has more than 50 million pixels.
 */
export async function reencodePicture(bytes: Buffer): Promise<Buffer | undefined> {
  if (!isPicture(bytes)) return undefined
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: widest, height: highest, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
  } catch {
    return undefined
  }
}
