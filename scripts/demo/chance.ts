/** Chance that comes out the same every time it begins with the same words. */
export interface Chance {
  /** 0 up to 1, 1 excluded. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  /** True so often: 0.2 is once in five. */
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
}

/** Mulberry32 after FNV-1a over the words: small, quick and even enough for made-up people and meetings. */
export function chanceOf(words: string): Chance {
  let state = 2_166_136_261
  for (const letter of words) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick(from) {
      const picked = from[whole(0, from.length - 1)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}
