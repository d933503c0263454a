import { createHmac, timingSafeEqual } from 'node:crypto'

/** Each code is shown for so many milliseconds, and good for as long again: at most 60 s after it began. */
const stepMs = 30_000
const macBytes = 12

/** One turn of the code of a seat. Epoch ms. */
export interface BoardingCode {
  validFrom: number
  validUntil: number
  token: string
  humanCode: string
}

/** What a driver's camera read. */
export interface ReadCode {
  reservationId: string
  step: number
  mac: Buffer
}

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function stepBytes(step: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(step)
  return bytes
}

/** The run is signed with the seat: a code is good for one trip on one day. */
function macOf(
  key: Buffer,
  use: 'scan' | 'human',
  where: { runId: string; reservationId: string; step: number },
): Buffer {
  return createHmac('sha256', key)
    .update(use)
    .update(idBytes(where.runId))
    .update(idBytes(where.reservationId))
    .update(stepBytes(where.step))
    .digest()
}

function humanCodeOf(key: Buffer, where: { runId: string; reservationId: string; step: number }): string {
  return String(macOf(key, 'human', where).readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

const stepAt = (ms: number) => Math.floor(ms / stepMs)

/** The codes of a seat from now on, `count` of them; none begins after `until`. Epoch ms. */
export function boardingCodes(
  key: Buffer,
  seat: { runId: string; reservationId: string },
  { now, until, count }: { now: number; until: number; count: number },
): BoardingCode[] {
  const codes: BoardingCode[] = []
  for (let step = stepAt(now); codes.length < count && step * stepMs <= until; step++) {
    const where = { ...seat, step }
    const mac = macOf(key, 'scan', where).subarray(0, macBytes)
    codes.push({
      validFrom: step * stepMs,
      validUntil: (step + 1) * stepMs,
      token: Buffer.concat([idBytes(seat.reservationId), stepBytes(step), mac]).toString('base64url'),
      humanCode: humanCodeOf(key, where),
    })
  }
  return codes
}

/** A scanned code taken apart; undefined for anything that has another shape. Nothing of it is proven yet. */
export function readBoardingCode(text: string): ReadCode | undefined {
  const bytes = Buffer.from(text, 'base64url')
  // base64 readers skip what they do not know, and leave spare bits alone: only the one way of writing it counts
  if (bytes.length !== 20 + macBytes || bytes.toString('base64url') !== text) return undefined
  return { reservationId: idOf(bytes.subarray(0, 16)), step: bytes.readUInt32BE(16), mac: bytes.subarray(20) }
}

/** Whether a scanned code was made here for this run. */
export function isOurs(key: Buffer, runId: string, { reservationId, step, mac }: ReadCode): boolean {
  return timingSafeEqual(macOf(key, 'scan', { runId, reservationId, step }).subarray(0, macBytes), mac)
}

/** Whether a code of this turn is still, or already, good: the one of now and the one before it. */
export function isFresh(step: number, now: number): boolean {
  const age = stepAt(now) - step
  return age === 0 || age === 1
}

/** Which of some seats of a run has these six digits now, or had them half a minute ago. */
export function seatsOfHumanCode(
  key: Buffer,
  runId: string,
  reservationIds: readonly string[],
  humanCode: string,
  now: number,
): string[] {
  const step = stepAt(now)
  return reservationIds.filter((reservationId) =>
    [step, step - 1].some((at) => humanCodeOf(key, { runId, reservationId, step: at }) === humanCode),
  )
}
