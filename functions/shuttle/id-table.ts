const mostLoad = 0.5

/** Finds the number of an id by its bytes, without making a text of them first. The first id has the number 1. */
export class IdTable {
  private readonly slots: Int32Array
  private readonly mask: number
  private readonly ends: Int32Array
  private readonly pool: Buffer

  constructor(ids: readonly string[]) {
    const bytes = ids.map((id) => Buffer.from(id))
    let size = 16
    while (size * mostLoad < ids.length) size *= 2
    this.slots = new Int32Array(size)
    this.mask = size - 1
    this.pool = Buffer.concat(bytes)
    this.ends = new Int32Array(ids.length + 1)
    let end = 0
    for (const [i, { length }] of bytes.entries()) {
      const start = end
      end += length
      this.ends[i + 1] = end
      // of the same id twice the first counts
      const slot = this.slotOf(this.pool, start, end)
      if (this.slots[slot] === 0) this.slots[slot] = i + 1
    }
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  private slotOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & this.mask
    for (;;) {
      const number = this.slots[slot] as number
      if (number === 0 || this.holds(number, bytes, start, end)) return slot
      slot = (slot + 1) & this.mask
    }
  }

  private holds(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.ends[number - 1] as number
    if ((this.ends[number] as number) - from !== end - start) return false
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== this.pool[j]) return false
    return true
  }

  /** The number of the id that these bytes are; 0 when there is none. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    return this.slots[this.slotOf(bytes, start, end)] as number
  }
}
