import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { packedBody, zipContents } from './zip-contents'

const inflate = promisify(inflateRaw)
/** What all parts of a file may unpack to; a sheet of 30,000 people takes some 15 MB. */
const mostUnpacked = 50 * 1024 * 1024

/**
 * The wanted parts of a zip by name. What a part claims to unpack to is not believed: unpacking stops at 50 MB for all
 * of them together. Undefined for a bomb and for anything that is no whole zip.
 */
export async function unzip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer> | undefined> {
  const contents = zipContents(zip)
  if (typeof contents === 'string') return undefined
  const parts = new Map<string, Buffer>()
  let left = mostUnpacked
  for (const part of contents) {
    if (!isWanted(part.name)) continue
    const body = packedBody(zip, part)
    if (!body) return undefined
    // zlib refuses a largest size of 0
    const whole =
      part.method === 0 ? body : await inflate(body, { maxOutputLength: Math.max(left, 1) }).catch(() => undefined)
    if (!whole || whole.length > left) return undefined
    left -= whole.length
    parts.set(part.name, whole)
  }
  return parts.size > 0 ? parts : undefined
}
