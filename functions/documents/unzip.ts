import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
/** What all parts of a file may unpack to; a sheet of 30,000 people takes some 15 MB. */
const mostUnpacked = 50 * 1024 * 1024
const mostParts = 5000

interface Part {
  name: string
  method: number
  at: number
  packed: number
}

/** The table of contents at a zip's end (APPNOTE 4.3.12, 4.3.16); undefined when it is none, or encrypted, or zip64. */
function contentsOf(zip: Buffer): Part[] | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return undefined
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if (count > mostParts) return undefined
  const parts: Part[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    if (zip.readUInt16LE(at + 8) & 1) return undefined
    const nameLength = zip.readUInt16LE(at + 28)
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      at: zip.readUInt32LE(at + 42),
      packed: zip.readUInt32LE(at + 20),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

/**
 * The wanted parts of a zip by name. What a part claims to unpack to is not believed: unpacking stops at 50 MB for all
 * of them together. Undefined for a bomb and for anything that is no whole zip.
 */
export async function unzip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer> | undefined> {
  const parts = new Map<string, Buffer>()
  let left = mostUnpacked
  for (const { name, method, at, packed } of contentsOf(zip) ?? []) {
    if (!isWanted(name)) continue
    if (at + 30 > zip.length || zip.readUInt32LE(at) !== 0x04034b50) return undefined
    const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    if (begin + packed > zip.length || (method !== 0 && method !== 8)) return undefined
    const body = zip.subarray(begin, begin + packed)
    // zlib refuses a largest size of 0
    const whole =
      method === 0 ? body : await inflate(body, { maxOutputLength: Math.max(left, 1) }).catch(() => undefined)
    if (!whole || whole.length > left) return undefined
    left -= whole.length
    parts.set(name, whole)
  }
  return parts.size > 0 ? parts : undefined
}
