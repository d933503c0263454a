import { defaultScript, type Script } from './script'

interface PlatformCall {
  name: string
  options: Record<string, unknown>
}

/** How an app came to the front: the options of `onLaunch` and `onShow`. */
export interface EnterOptions {
  path: string
  query: Record<string, string>
  scene: number
}

interface Hold {
  matches: (label: string) => boolean
  release: Promise<void>
}

type Listener = (...values: never[]) => void

/** Everything outside the app that a fake `wx` or `my` needs to remember, and what a test looks at afterwards. */
export class World {
  readonly script: Script
  /** Every call of the platform's functions, in order. */
  readonly calls: PlatformCall[] = []
  /** Values as JSON, by key, as the platform keeps them. */
  readonly storage: Map<string, string>
  /** What went wrong inside the app: exceptions in handlers, unscripted requests. */
  readonly errors: unknown[] = []
  readonly missing: Set<string>
  /** What the app's own folder and the chosen photos hold, in base64, by path. A next start: `files` of the options. */
  readonly files: Map<string, string>
  clipboard = ''
  /** What the toast or loading panel says now; null when there is none. */
  toast: string | null = null
  enter: EnterOptions = { path: '', query: {}, scene: 1001 }
  isOnline = true
  isDark = false
  hasAgreedPrivacy: boolean
  isInGesture = false
  /** Functions that wait for the person to answer the app's own privacy dialog. */
  readonly undecided = new Set<string>()

  private readonly waiting = new Map<symbol, string>()
  private readonly interrupts = new Set<(reason: string) => void>()
  private readonly listeners = new Map<string, Listener[]>()
  private holds: Hold[] = []

  constructor(options: {
    script?: Partial<Script>
    storage?: Iterable<[string, string]>
    files?: Iterable<[string, string]>
    /** Names of functions this client is too old for. */
    missing?: string[]
    needsPrivacy?: boolean
  }) {
    this.script = { ...defaultScript(), ...options.script }
    this.storage = new Map(options.storage)
    this.files = new Map(options.files)
    this.missing = new Set(options.missing)
    this.hasAgreedPrivacy = !options.needsPrivacy
  }

  record(name: string, options: unknown): void {
    this.calls.push({ name, options: typeof options === 'object' && options !== null ? { ...options } : {} })
  }

  /** Notes something that went wrong inside the app, and says so on the console. */
  fault(error: unknown): void {
    this.errors.push(error)
    console.error(error)
  }

  /** The options of every call of one function, in order. */
  callsOf(name: string): Record<string, unknown>[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.options)
  }

  /** What the app still waits for, in words; neither answers that a test holds back nor what the person must decide. */
  get pending(): string[] {
    return [...this.waiting.values()].filter((label) => !this.undecided.has(label))
  }

  /**
   * Runs `work` (an answer on its way) so that `pending` knows of it, after any hold a test has put on it.
   * `onStart` gets the way to break it off.
   */
  async answering<T>(
    label: string,
    work: () => T | Promise<T>,
    onStart?: (interrupt: (reason: string) => void) => void,
  ): Promise<T> {
    const token = Symbol(label)
    let isOver = false
    let interrupt: (reason: string) => void = () => undefined
    const interrupted = new Promise<never>((_, reject) => {
      interrupt = (reason) => reject(new Error(reason))
    })
    const answer = async (): Promise<T> => {
      await undefined // never within the call itself
      for (const hold of this.holds.filter(({ matches }) => matches(label))) await hold.release
      if (isOver) throw new Error('interrupted while it was held back')
      this.waiting.set(token, label)
      return await work()
    }
    this.interrupts.add(interrupt)
    onStart?.(interrupt)
    try {
      return await Promise.race([answer(), interrupted])
    } finally {
      isOver = true
      this.interrupts.delete(interrupt)
      this.waiting.delete(token)
    }
  }

  /**
   * Holds back every answer whose label (`POST /api/…`, `cloud api`, `login` …) contains `part`, until the returned
   * function is called. For looking at a page that waits.
   */
  hold(part: string): () => void {
    let open: () => void = () => undefined
    const release = new Promise<void>((resolve) => {
      open = resolve
    })
    const hold: Hold = { matches: (label) => label.includes(part), release }
    this.holds.push(hold)
    return () => {
      this.holds = this.holds.filter((one) => one !== hold)
      open()
    }
  }

  /** Breaks off everything under way, as WeChat does some seconds after the app is hidden. */
  interrupt(reason = 'interrupted'): void {
    for (const interrupt of [...this.interrupts]) interrupt(reason)
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  off(name: string, listener?: Listener): void {
    this.listeners.set(name, listener ? (this.listeners.get(name) ?? []).filter((one) => one !== listener) : [])
  }

  /** Tells the app of something: `networkStatusChange`, `themeChange` … */
  tell(name: string, value: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) (listener as (value: unknown) => void)(value)
  }

  /** Lets `ask` call the latest listener of `name` in its own way. False when nobody listens. */
  tellWith<T extends Listener>(name: string, ask: (listener: T) => void): boolean {
    const listener = this.listeners.get(name)?.at(-1)
    if (listener) ask(listener as T)
    return listener !== undefined
  }

  showToast(text: string | null): void {
    this.toast = text
    this.tell('toast', text)
  }

  copy(text: string): void {
    this.clipboard = text
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline
    this.tell('networkStatusChange', { isConnected: isOnline, networkType: isOnline ? 'wifi' : 'none' })
  }

  setDark(isDark: boolean): void {
    this.isDark = isDark
    this.tell('themeChange', { theme: isDark ? 'dark' : 'light' })
  }
}
