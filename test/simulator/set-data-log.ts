/** One setData, as it went from the app to the page. */
interface SetDataEntry {
  page: string
  /** Size of its JSON in UTF-8, in bytes. */
  bytes: number
  keys: string[]
  /** What it belongs to: the opening of a page, or one action of the test. */
  cause: string
  turn: number
}

/** Every setData of an app. What a test does begins a new turn; all that follows until the next belongs to it. */
export class SetDataLog {
  readonly entries: SetDataEntry[] = []
  private turn = 0
  private cause = 'launch'

  begin(cause: string): void {
    this.turn += 1
    this.cause = cause
  }

  add(page: string, data: Record<string, unknown>): void {
    const bytes = utf8Length(JSON.stringify(data))
    this.entries.push({ page, bytes, keys: Object.keys(data), cause: this.cause, turn: this.turn })
  }

  /** Bytes sent since the last action of the test began. */
  get lastAction(): number {
    return this.sum((entry) => entry.turn === this.turn)
  }

  /** Bytes of the turn in which a page first got data: its first screen. Names the pages that are known when it has none. */
  firstScreen(page: string): number {
    const first = this.entries.find((entry) => entry.page === page)
    if (!first) throw new Error(`${page} got no data; these did: ${[...new Set(this.entries.map((one) => one.page))]}`)
    return this.sum((entry) => entry.page === page && entry.turn === first.turn)
  }

  /** One line for each turn: what it was and what it cost. For reading, not for asserting. */
  get summary(): string[] {
    const turns = new Map<number, SetDataEntry[]>()
    for (const entry of this.entries) turns.set(entry.turn, [...(turns.get(entry.turn) ?? []), entry])
    return [...turns.values()].map((entries) => {
      const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
      return `${entries[0]?.cause}: ${bytes} bytes in ${entries.length} setData on ${entries[0]?.page}`
    })
  }

  private sum(counts: (entry: SetDataEntry) => boolean): number {
    return this.entries.filter(counts).reduce((sum, entry) => sum + entry.bytes, 0)
  }
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
