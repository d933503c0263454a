import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Answer } from '../../contract/survey-logic'
import type { Cloud } from '../cloud'

const ivBytes = 12
const tagBytes = 16
/**
 * Sealed answers are a multiple of this long: nobody tells a long one from a short one. Longer, and PostgreSQL would keep
 * each in a table apart, which makes mixing them dear.
 */
const paddedTo = 1900

/** What waits to be settled: the answers, and whether they were entered from paper. */
export interface StagedResponse {
  answers: { readonly [item: string]: Answer }
  isPaper: boolean
}

const digest = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
// Read once: it never changes. Not in a transaction, which would hold a connection while it waits for another.
const keptKeys = new WeakMap<Cloud['pool'], Promise<Buffer>>()

async function readKey(pool: Cloud['pool']): Promise<Buffer> {
  const { rows } = await pool.query<{ key: Buffer }>('SELECT key FROM survey_key')
  const [row] = rows
  if (!row) throw new Error('the key of the surveys is gone')
  return digest(row.key)
}

/** What answers are sealed with, and after it what may have sealed those that still wait. */
export type ResponseKeys = readonly [Buffer, ...Buffer[]]

/**
 * The key of this host, or the one kept in the database; 32 bytes of a digest either way. What was sealed with the one in
 * the database can still be opened after the host was given one.
 */
export async function responseKeys({ surveyKey, pool }: Pick<Cloud, 'surveyKey' | 'pool'>): Promise<ResponseKeys> {
  const known = keptKeys.get(pool) ?? readKey(pool)
  keptKeys.set(pool, known)
  known.catch(() => keptKeys.delete(pool))
  const kept = await known
  return surveyKey ? [digest(surveyKey), kept] : [kept]
}

/** Seals answers: without the key neither they nor their length can be read. */
export function sealResponse(response: StagedResponse, key: Buffer): Buffer {
  const plain = Buffer.from(JSON.stringify(response))
  const padded = Buffer.alloc(Math.ceil((plain.length + 1) / paddedTo) * paddedTo, ' ')
  plain.copy(padded)
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

function openWith(sealed: Buffer, key: Buffer): StagedResponse {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  const padded = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
  return JSON.parse(padded.toString('utf8')) as StagedResponse
}

/** Opens what was sealed; throws when none of the keys sealed it or a byte was changed. */
export function openResponse(sealed: Buffer, [key, ...others]: ResponseKeys): StagedResponse {
  const [next, ...rest] = others
  try {
    return openWith(sealed, key)
  } catch (cause) {
    if (!next) throw cause
    return openResponse(sealed, [next, ...rest])
  }
}
