import { createHash, randomBytes, randomFillSync } from 'node:crypto'

/** SHA-256 of a secret: what the database keeps instead of it. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** A random secret of `bytes` bytes in base64url. */
export function newSecret(bytes = 24): string {
  return randomBytes(bytes).toString('base64url')
}

const pool = Buffer.alloc(4096)
let used = pool.length

/** A new id, UUID version 7 (RFC 9562): ordered by time, so that indexes grow at their end. `now` in epoch ms. */
export function newId(now: number): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.toString('hex', used, used + 10)
  used += 10
  const time = now.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(random.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}

// No 0/O, 1/I/L, U/V: they are mistaken for each other on paper.
const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'

/** A code of `length` characters that people read aloud and type. */
export function newHumanCode(length: number): string {
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      // values that would favour some letters are thrown away
      if (byte < alphabet.length * 8 && code.length < length) code += alphabet[byte % alphabet.length]
    }
  }
  return code
}

/** The check character of a human code: any single wrong character, and most swaps, give another. */
export function checkCharacterOf(code: string): string {
  let sum = 0
  for (const [i, letter] of [...code].entries()) sum += (i + 1) * alphabet.indexOf(letter)
  return alphabet.charAt(sum % alphabet.length)
}
