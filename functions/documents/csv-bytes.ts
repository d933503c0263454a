const comma = 0x2c
const quote = 0x22
const lf = 0x0a
const cr = 0x0d
/** A row longer than this is none: somewhere before a quote was not closed. */
const mostRowBytes = 1_000_000
const mostFields = 1024

/** Of a field: it stood in quotes; quotes inside are doubled; something follows the closing quote or it never came. */
export const quoted = 1
export const doubled = 2
export const torn = 4

/**
 * Reads CSV (RFC 4180) from bytes as they arrive and hands over each row as positions in a buffer, not as texts: of a
 * million rows most fields are numbers, or ids that are known already. (csv-parse 6 gives some 0.7 million rows of seven
 * columns a second and papaparse 5 some 0.4; this gives more than 5.) CR, LF and CRLF end a row; inside quotes they
 * belong to the value. What is handed over is good until the callback returns.
 */
export class CsvBytes {
  /** Where each field of the row begins and ends, quotes left out, and what is special with it. */
  readonly starts = new Int32Array(mostFields)
  readonly ends = new Int32Array(mostFields)
  readonly kinds = new Uint8Array(mostFields)
  count = 0
  /** The line on which the row begins; the first is 1. */
  line = 1
  bytes: Buffer = Buffer.alloc(0)
  /** All bytes of the row or'ed: 128 and more, and it is not plain ASCII. */
  seen = 0
  /** A byte below 32 is in one of the values. */
  hasControl = false
  /** Line breaks of the row, the one at its end included. */
  breaks = 0
  /** Where the row begins and ends in `bytes`. */
  rowStart = 0
  rowEnd = 0
  private isFirst = true
  private left: Buffer = Buffer.alloc(0)

  /** `false` from the callback ends the reading: the rest is not wanted. */
  constructor(private readonly onRow: (row: CsvBytes) => boolean) {}

  /** Takes the next bytes; false when no more are wanted, also for a row without end. */
  write(chunk: Buffer): boolean {
    this.bytes = this.left.length > 0 ? Buffer.concat([this.left, chunk]) : chunk
    if (this.isFirst && this.bytes.length < 3) {
      this.left = this.bytes
      return true
    }
    return this.readRows(false)
  }

  /** Reads what is left, a last row without its line break. */
  end(): boolean {
    this.bytes = this.left
    return this.readRows(true)
  }

  private readRows(isEnd: boolean): boolean {
    let at = 0
    if (this.isFirst && this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) at = 3
    this.isFirst = false
    while (at < this.bytes.length) {
      const next = this.scan(at, isEnd)
      if (next < 0) break
      this.rowStart = at
      if (!this.onRow(this)) return false
      this.line += this.breaks
      at = next
    }
    this.left = this.bytes.subarray(at)
    return this.left.length <= mostRowBytes
  }

  /** Finds the fields of the row that begins at `from`; gives where the next one begins, or -1 when it is not all there. */
  private scan(from: number, isEnd: boolean): number {
    const { bytes, starts, ends, kinds } = this
    const { length } = bytes
    let at = from
    let count = 0
    let seen = 0
    // negative as soon as one byte is below 32
    let low = 0
    this.breaks = 1
    for (;;) {
      let kind = 0
      let start = at
      let end = -1
      if (at < length && bytes[at] === quote) {
        kind = quoted
        start = ++at
        for (;;) {
          if (at >= length) {
            if (!isEnd) return -1
            kind |= torn
            end = at
            break
          }
          const c = bytes[at] as number
          seen |= c
          low |= c - 32
          if (c === quote) {
            if (at + 1 >= length && !isEnd) return -1
            if (bytes[at + 1] === quote) {
              kind |= doubled
              at += 2
              continue
            }
            end = at++
            break
          }
          if (c === lf || (c === cr && bytes[at + 1] !== lf)) this.breaks++
          at++
        }
      }
      let c = -1
      while (at < length) {
        c = bytes[at] as number
        if (c === comma || c === lf || c === cr) break
        seen |= c
        low |= c - 32
        if (end >= 0) kind |= torn
        at++
      }
      if (at >= length) {
        if (!isEnd) return -1
        c = lf
      }
      // a CR at the end may have its LF in the next bytes
      if (c === cr && at + 1 >= length && !isEnd) return -1
      if (count < mostFields) {
        starts[count] = start
        ends[count] = end >= 0 ? end : at
        kinds[count++] = kind
      }
      if (c === comma) {
        at++
        continue
      }
      this.count = count
      this.seen = seen
      this.hasControl = low < 0
      this.rowEnd = at
      return c === cr && bytes[at + 1] === lf ? at + 2 : at + 1
    }
  }

  /** The text of a field as it stands, doubled quotes made single; '' when the row has no such field. */
  text(field: number): string {
    if (field >= this.count) return ''
    const text = this.bytes.toString('utf8', this.starts[field], this.ends[field])
    return (this.kinds[field] ?? 0) & doubled ? text.replaceAll('""', '"') : text
  }
}
