/** One part of a zip as its table of contents claims it; sizes in bytes. None of it is to be believed. */
export interface ZipPart {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  /** Where its local header begins. */
  at: number
  packed: number
  unpacked: number
  crc32: number
}

/** Why a zip cannot be read: it is none (or cut off), somebody locked it, or it is of the large kind. */
export type ZipTrouble = 'broken' | 'encrypted' | 'zip64'

const mostParts = 5000

/** The table of contents at a zip's end (APPNOTE 4.3.12, 4.3.16), or what is wrong with it. Unpacks nothing. */
export function zipContents(zip: Buffer): ZipPart[] | ZipTrouble {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return 'broken'
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) return 'zip64'
  if (count > mostParts) return 'broken'
  const parts: ZipPart[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return 'broken'
    if (zip.readUInt16LE(at + 8) & 1) return 'encrypted'
    const nameLength = zip.readUInt16LE(at + 28)
    const part = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      at: zip.readUInt32LE(at + 42),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      crc32: zip.readUInt32LE(at + 16),
    }
    if (part.packed === 0xffffffff || part.unpacked === 0xffffffff || part.at === 0xffffffff) return 'zip64'
    parts.push(part)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

/** The packed bytes of a part; undefined when they are not there, or packed in a way nobody uses. */
export function packedBody(zip: Buffer, { at, packed, method }: ZipPart): Buffer | undefined {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== 0x04034b50) return undefined
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (begin + packed > zip.length || (method !== 0 && method !== 8)) return undefined
  return zip.subarray(begin, begin + packed)
}
