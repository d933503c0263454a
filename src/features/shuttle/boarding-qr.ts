import { encode } from 'uqr'
import { pngOfSquares } from './qr-png'

/** Sharp at the size it is shown, and still some two kilobytes. */
const pixelsASquare = 8

/** The picture of a boarding code, black on white with its quiet zone, as a data address. */
export function boardingQr(token: string): string {
  return pngOfSquares(encode(token, { ecc: 'M', border: 4 }).data, pixelsASquare)
}
