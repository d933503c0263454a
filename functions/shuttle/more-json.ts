import { type CsvBytes, doubled } from '../documents/csv-bytes'

/** Writes the columns of a row that are only kept as JSON, mostly by copying bytes. */
export class MoreJson {
  bytes: Buffer = Buffer.allocUnsafe(4096)
  private readonly names: Buffer[]

  constructor(readonly columns: readonly { name: string; i: number }[]) {
    this.names = columns.map(({ name }) => Buffer.from(`,${JSON.stringify(name)}:"`))
  }

  private append(piece: Buffer, at: number): number {
    if (at + piece.length + 8 > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes, Buffer.allocUnsafe(this.bytes.length + piece.length)])
    }
    piece.copy(this.bytes, at)
    return at + piece.length
  }

  /** The value without the spaces around it, escaped where it has to be. */
  private valueOf(row: CsvBytes, column: number): Buffer {
    const start = row.starts[column] as number
    const end = row.ends[column] as number
    let isPlain = !((row.kinds[column] as number) & doubled) && row.bytes[start] !== 32 && row.bytes[end - 1] !== 32
    for (let i = start; isPlain && i < end; i++) {
      const c = row.bytes[i] as number
      isPlain = c >= 32 && c < 127 && c !== 34 && c !== 92
    }
    if (isPlain) return row.bytes.subarray(start, end)
    return Buffer.from(JSON.stringify(row.text(column).trim()).slice(1, -1))
  }

  /** Writes into `bytes`; gives the length, 0 when there is nothing to keep. */
  write(row: CsvBytes): number {
    let at = 0
    for (const [n, { i }] of this.columns.entries()) {
      if (row.ends[i] === row.starts[i]) continue
      const value = this.valueOf(row, i)
      if (value.length === 0) continue
      const before = at
      at = this.append(this.names[n] as Buffer, at)
      at = this.append(value, at)
      this.bytes[at++] = 34
      if (before === 0) this.bytes[0] = 123
    }
    if (at > 0) this.bytes[at++] = 125
    return at
  }
}
