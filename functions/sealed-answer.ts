import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const mark = 'sealed:'
const ivBytes = 12
const tagBytes = 16

function keyOf(token: string, commandKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, commandKey, 'answer', 32))
}

/** Whether an answer kept in the database was sealed; a plain one is JSON. */
export function isSealed(kept: string): boolean {
  return kept.startsWith(mark)
}

/**
 * Seals an answer that holds a secret (an invitation code), so that the database alone does not give it away: only the
 * session that asked can open it, because its token is kept nowhere.
 */
export function sealAnswer(answer: string, token: string, commandKey: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token, commandKey), iv)
  const sealed = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()])
  return mark + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The answer sealed above, or undefined when another session than the one that asked tries to open it. */
export function openAnswer(kept: string, token: string, commandKey: string): string | undefined {
  const bytes = Buffer.from(kept.slice(mark.length), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token, commandKey), bytes.subarray(0, ivBytes))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
