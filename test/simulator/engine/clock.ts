type TimerId = ReturnType<typeof setTimeout>

interface Timer {
  id: TimerId
  /** On the app's clock, in ms since 1970. */
  dueAt: number
  every: number | null
  run: () => void
}

/**
 * The time the app lives in: its `Date` can be moved, and its timers are known, so that a test can wait for them or let
 * them pass at once. Numbers are milliseconds. The engine itself keeps using the real timers.
 */
export class Clock {
  private offset: number
  private readonly timers = new Map<number, Timer>()
  private lastNumber = 0

  constructor(now?: string) {
    this.offset = now === undefined ? 0 : new Date(now).getTime() - Date.now()
    if (Number.isNaN(this.offset)) throw new Error(`${now} is not an instant`)
  }

  now(): number {
    return Date.now() + this.offset
  }

  /** How many one-time timers fall due within the next `ms`. Intervals never end, so nobody waits for them. */
  dueWithin(ms: number): number {
    const until = this.now() + ms
    return [...this.timers.values()].filter((timer) => timer.every === null && timer.dueAt <= until).length
  }

  /** Timers and intervals still running: what a closed page has forgotten to clear shows here. */
  get running(): { timeouts: number; intervals: number } {
    const timers = [...this.timers.values()]
    const intervals = timers.filter((timer) => timer.every !== null).length
    return { timeouts: timers.length - intervals, intervals }
  }

  /** Lets `ms` pass at once: every timer that falls due runs, in order, at its own moment. */
  elapse(ms: number): void {
    const end = this.now() + ms
    for (;;) {
      const [next] = [...this.timers].filter(([, timer]) => timer.dueAt <= end).sort((a, b) => a[1].dueAt - b[1].dueAt)
      if (!next) break
      const [number, timer] = next
      this.offset += Math.max(0, timer.dueAt - this.now())
      clearTimeout(timer.id)
      this.timers.delete(number)
      if (timer.every !== null) this.start(number, timer.run, timer.every, true)
      timer.run()
    }
    this.offset += Math.max(0, end - this.now())
  }

  /** Stops everything, when the app is closed. */
  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer.id)
    this.timers.clear()
  }

  /** The names a script finds in its scope instead of the real ones. */
  scope(): Record<string, unknown> {
    const set =
      (repeat: boolean) =>
      (callback: (...values: unknown[]) => void, delay = 0, ...values: unknown[]): number => {
        this.lastNumber += 1
        return this.start(this.lastNumber, () => callback(...values), Number(delay) || 0, repeat)
      }
    const clear = (number: number): void => {
      const timer = this.timers.get(number)
      if (timer) clearTimeout(timer.id)
      this.timers.delete(number)
    }
    return {
      setTimeout: set(false),
      setInterval: set(true),
      clearTimeout: clear,
      clearInterval: clear,
      Date: this.dateClass(),
    }
  }

  private start(number: number, run: () => void, delay: number, repeat: boolean): number {
    const fire = (): void => {
      this.timers.delete(number)
      if (repeat) this.start(number, run, delay, true)
      run()
    }
    const every = repeat ? Math.max(1, delay) : null
    const id = setTimeout(fire, every ?? delay)
    this.timers.set(number, { id, dueAt: this.now() + delay, every, run })
    return number
  }

  private dateClass(): DateConstructor {
    const now = (): number => this.now()
    return new Proxy(Date, {
      construct: (target, values) => Reflect.construct(target, values.length === 0 ? [now()] : values),
      apply: () => new Date(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    })
  }
}
