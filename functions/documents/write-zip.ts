import { createDeflateRaw } from 'node:zlib'
import { crc32 } from './crc32'

/** A part of a zip, deflated already. */
export interface PackedPart {
  name: string
  deflated: readonly Buffer[]
  /** Before it was packed. */
  bytes: number
  crc32: number
}

/** Deflates what comes, piece by piece: what is not packed yet never lies in memory as a whole. */
export async function packPart(name: string, pieces: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<PackedPart> {
  const deflater = createDeflateRaw()
  let bytes = 0
  let sum = 0
  const feeding = (async () => {
    try {
      for await (const piece of pieces) {
        bytes += piece.length
        sum = crc32(piece, sum)
        if (!deflater.write(piece)) await new Promise((resolve) => deflater.once('drain', resolve))
      }
      deflater.end()
    } catch (cause) {
      deflater.destroy(cause as Error)
    }
  })()
  const deflated: Buffer[] = []
  for await (const piece of deflater) deflated.push(piece as Buffer)
  await feeding
  return { name, deflated, bytes, crc32: sum }
}

/** DOS date and time of 1 January 2020, 00:00: the same parts give the same zip, byte for byte. */
const dosTime = ((2020 - 1980) << 25) | (1 << 21) | (1 << 16)
/** 2.0: deflated; names are UTF-8. */
const version = 20
const utf8Names = 0x0800

function header({ name, deflated, bytes, crc32: sum }: PackedPart): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(utf8Names, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(dosTime, 6)
  fields.writeUInt32LE(sum, 10)
  fields.writeUInt32LE(
    deflated.reduce((all, piece) => all + piece.length, 0),
    14,
  )
  fields.writeUInt32LE(bytes, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

/** A zip of parts (APPNOTE 4.3). */
export function writeZip(parts: readonly PackedPart[]): Buffer {
  const bodies: Buffer[] = []
  const contents: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const fields = header(part)
    const name = Buffer.from(part.name)
    const local = [Buffer.from('PK\x03\x04', 'latin1'), fields, name, ...part.deflated]
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    const madeBy = Buffer.from([version, 0])
    contents.push(Buffer.from('PK\x01\x02', 'latin1'), madeBy, fields, where, name)
    bodies.push(...local)
    at += local.reduce((all, piece) => all + piece.length, 0)
  }
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, table, end])
}
