import { promisify } from 'node:util'
import { constants, gzip, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

const pack = promisify(gzip)

/** What a packed body is sent with. */
export const packedHeaders = { 'content-encoding': 'gzip', vary: 'accept-encoding' }

/** Whether who asks can unpack gzip; phones and browsers all can. */
export function takesPacked(c: Context): boolean {
  return c.req.header('accept-encoding')?.includes('gzip') === true
}

/** Packed as small as it gets, for what is packed once and sent often. */
export async function packWell(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pack(bytes))
}

/**
 * Packed for what is sent once: about a millisecond for 100 KB, as long as its JSON takes. At once, because waiting for a
 * thread of its own takes several times longer when the machine is busy.
 */
export function packQuickly(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytes, { level: constants.Z_BEST_SPEED }))
}
