/** Bytes of many short texts, one after the other: a million JavaScript strings would take five times as much. */
class TextPool {
  private readonly chunks: Buffer[] = []
  private used = 0
  private static readonly size = 1 << 20

  /** Keeps the first `length` bytes; gives where. */
  add(bytes: Buffer, length: number): number {
    if (this.chunks.length === 0 || this.used + length > TextPool.size) {
      this.chunks.push(Buffer.allocUnsafe(Math.max(TextPool.size, length)))
      this.used = 0
    }
    const at = (this.chunks.length - 1) * TextPool.size + this.used
    bytes.copy(this.chunks[this.chunks.length - 1] as Buffer, this.used, 0, length)
    this.used += length
    return at
  }

  get(at: number, length: number): Buffer {
    const from = at % TextPool.size
    return (this.chunks[Math.floor(at / TextPool.size)] as Buffer).subarray(from, from + length)
  }
}

function grown<A extends Int32Array | Uint8Array | Float64Array>(old: A, length: number): A {
  const made = new (old.constructor as new (length: number) => A)(length)
  made.set(old)
  return made
}

/** No time is written, or no distance. */
export const none = -1

/**
 * The stop times of a feed in columns of numbers: some 35 bytes each, so that a million take 35 MB. Trips and stops by
 * their keys, times in seconds of the service day.
 */
export class StopTimes {
  count = 0
  trip: Int32Array
  stop: Int32Array
  sequence: Int32Array
  arrival: Int32Array
  departure: Int32Array
  line: Int32Array
  pickup: Uint8Array
  dropOff: Uint8Array
  guessed: Uint8Array
  /** Present when the file has such a column: position in `headsigns`, 0 is none; metres or whatever the feed measures in. */
  headsign?: Int32Array
  distance?: Float64Array
  headsigns: string[] = ['']
  private moreAt?: Float64Array
  private moreLength?: Int32Array
  private readonly texts = new TextPool()
  /** Rows by trip, within one by sequence; `first[key]` is where those of a trip begin in it. Made by `sortByTrip`. */
  order = new Int32Array(0)
  first = new Int32Array(0)

  /** `rows` is how many there will be, as far as one can tell: growing costs twice the memory for a while. */
  constructor(rows = 0) {
    const size = Math.max(1024, rows)
    this.trip = new Int32Array(size)
    this.stop = new Int32Array(size)
    this.sequence = new Int32Array(size)
    this.arrival = new Int32Array(size)
    this.departure = new Int32Array(size)
    this.line = new Int32Array(size)
    this.pickup = new Uint8Array(size)
    this.dropOff = new Uint8Array(size)
    this.guessed = new Uint8Array(size)
  }

  /** Makes room for one more; gives its number. */
  add(): number {
    const n = this.count++
    if (n < this.trip.length) return n
    const size = Math.ceil(n * 1.5)
    this.trip = grown(this.trip, size)
    this.stop = grown(this.stop, size)
    this.sequence = grown(this.sequence, size)
    this.arrival = grown(this.arrival, size)
    this.departure = grown(this.departure, size)
    this.line = grown(this.line, size)
    this.pickup = grown(this.pickup, size)
    this.dropOff = grown(this.dropOff, size)
    this.guessed = grown(this.guessed, size)
    if (this.headsign) this.headsign = grown(this.headsign, size)
    if (this.distance) this.distance = grown(this.distance, size)
    if (this.moreAt) this.moreAt = grown(this.moreAt, size)
    if (this.moreLength) this.moreLength = grown(this.moreLength, size)
    return n
  }

  /** Says before the first row which columns there are. */
  keeps({ headsign, distance, more }: { headsign: boolean; distance: boolean; more: boolean }): void {
    if (headsign) this.headsign = new Int32Array(this.trip.length)
    if (distance) this.distance = new Float64Array(this.trip.length)
    if (more) this.moreAt = new Float64Array(this.trip.length)
    if (more) this.moreLength = new Int32Array(this.trip.length)
  }

  /** Keeps JSON of the columns that nothing reads. */
  setMore(n: number, json: Buffer, length: number): void {
    if (!this.moreAt || !this.moreLength) return
    this.moreAt[n] = this.texts.add(json, length)
    this.moreLength[n] = length
  }

  moreOf(n: number): Buffer | undefined {
    const length = this.moreLength?.[n] ?? 0
    return length > 0 ? this.texts.get(this.moreAt?.[n] ?? 0, length) : undefined
  }

  /** Sorts by trip (keys 1 to `trips`) and sequence, whatever order they came in. */
  sortByTrip(trips: number): void {
    const { count, trip, sequence } = this
    const first = new Int32Array(trips + 2)
    for (let i = 0; i < count; i++) (first[(trip[i] as number) + 1] as number)++
    for (let key = 1; key < first.length; key++) first[key] = (first[key] as number) + (first[key - 1] as number)
    const next = first.slice()
    const order = new Int32Array(count)
    for (let i = 0; i < count; i++) order[(next[trip[i] as number] as number)++] = i
    for (let key = 1; key <= trips; key++) {
      const [from, until] = [first[key] as number, first[key + 1] as number]
      let isSorted = true
      for (let i = from + 1; i < until && isSorted; i++) {
        isSorted = (sequence[order[i - 1] as number] as number) <= (sequence[order[i] as number] as number)
      }
      if (!isSorted) {
        order.subarray(from, until).sort((x, y) => (sequence[x] as number) - (sequence[y] as number) || x - y)
      }
    }
    this.first = first
    this.order = order
  }
}
