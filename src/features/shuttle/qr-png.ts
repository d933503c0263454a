/**
 * A picture of dark and light squares as a PNG with one bit a pixel, made on the phone: `Image` shows PNG data on every
 * platform, and nothing else draws that many squares without a thousand nodes. Compressed with fixed Huffman codes
 * (RFC 1951): what a row repeats of the one above is one back reference, so a boarding code is some two kilobytes.
 */

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest >>> 0
})

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function adler32(bytes: readonly number[]): number {
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return ((b << 16) | a) >>> 0
}

const fourBytes = (n: number) => [(n >>> 24) & 0xff, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff]

/** Bits in the order of RFC 1951: the lowest of a byte first. */
class Bits {
  readonly bytes: number[] = []
  private open = 0
  private count = 0

  /** A number, its lowest bit first. */
  number(value: number, length: number): void {
    for (let bit = 0; bit < length; bit++) this.bit((value >>> bit) & 1)
  }

  /** A Huffman code, its highest bit first. */
  code(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) this.bit((value >>> bit) & 1)
  }

  end(): number[] {
    while (this.count > 0) this.bit(0)
    return this.bytes
  }

  private bit(bit: number): void {
    this.open |= bit << this.count
    this.count += 1
    if (this.count < 8) return
    this.bytes.push(this.open)
    this.open = 0
    this.count = 0
  }
}

/** The fixed code of a literal (0–255), the end (256) or a length (257–285). */
function writeSymbol(bits: Bits, symbol: number): void {
  if (symbol < 144) bits.code(0x30 + symbol, 8)
  else if (symbol < 256) bits.code(0x190 + symbol - 144, 9)
  else if (symbol < 280) bits.code(symbol - 256, 7)
  else bits.code(0xc0 + symbol - 280, 8)
}

/** Code and extra bits of a length (3–258) or, from a smaller first group, of a distance: groups double after each `wide`. */
function grouped(value: number, wide: number): { code: number; extra: number; extraBits: number } {
  let [code, extraBits, base] = [0, 0, 0]
  for (;;) {
    const span = 1 << extraBits
    const isInside = value < base + span
    if (isInside) return { code, extra: value - base, extraBits }
    base += span
    code += 1
    if (code >= wide * 2 && code % wide === 0) extraBits += 1
  }
}

function writeMatch(bits: Bits, length: number, distance: number): void {
  const long = grouped(length - 3, 4)
  writeSymbol(bits, length === 258 ? 285 : 257 + long.code)
  if (length < 258) bits.number(long.extra, long.extraBits)
  const far = grouped(distance - 1, 2)
  bits.code(far.code, 5)
  bits.number(far.extra, far.extraBits)
}

/** Compressed as zlib wants it, looking for repetitions one row back only. */
function zlib(bytes: readonly number[], row: number): number[] {
  const bits = new Bits()
  bits.number(1, 1)
  bits.number(1, 2)
  for (let at = 0; at < bytes.length; ) {
    let length = 0
    if (at >= row)
      while (length < 258 && at + length < bytes.length && bytes[at + length] === bytes[at + length - row]) length++
    if (length >= 3) writeMatch(bits, length, row)
    else writeSymbol(bits, bytes[at] ?? 0)
    at += length >= 3 ? length : 1
  }
  writeSymbol(bits, 256)
  return [0x78, 0x01, ...bits.end(), ...fourBytes(adler32(bytes))]
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...name.split('').map((letter) => letter.charCodeAt(0)), ...data]
  return [...fourBytes(data.length), ...body, ...fourBytes(crc32(body))]
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let letter = 0; letter < 4; letter++) {
      text += at + letter > bytes.length ? '=' : (letters[(three >>> (18 - 6 * letter)) & 63] ?? '')
    }
  }
  return text
}

/** The squares (true is dark), each `scale` pixels wide, as a data address. */
export function pngOfSquares(rows: readonly (readonly boolean[])[], scale: number): string {
  const width = (rows[0]?.length ?? 0) * scale
  const stride = Math.ceil(width / 8) + 1
  const pixels: number[] = []
  for (const row of rows) {
    const line = Array.from({ length: stride }, () => 0)
    for (let x = 0; x < stride * 8 - 8; x++) {
      if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    }
    for (let again = 0; again < scale; again++) pixels.push(...line)
  }
  const header = [...fourBytes(width), ...fourBytes(rows.length * scale), 1, 0, 0, 0, 0]
  const png = [137, 80, 78, 71, 13, 10, 26, 10]
  const file = [...png, ...chunk('IHDR', header), ...chunk('IDAT', zlib(pixels, stride)), ...chunk('IEND', [])]
  return `data:image/png;base64,${base64(file)}`
}
