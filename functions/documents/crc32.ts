import * as zlib from 'node:zlib'

const table = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc32InScript(bytes: Uint8Array, before = 0): number {
  let c = ~before
  for (let i = 0; i < bytes.length; i++) c = (table[(c ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (c >>> 8)
  return ~c >>> 0
}

// zlib has one that is ten times as fast from Node 20.15 on
const native = (zlib as { crc32?: (bytes: Uint8Array, before?: number) => number }).crc32

/** The CRC-32 of a zip (APPNOTE 4.4.7), continued from that of the bytes before. */
export const crc32: (bytes: Uint8Array, before?: number) => number = native ?? crc32InScript
