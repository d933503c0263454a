type Listener = (...values: unknown[]) => void

/** The channel between a page and the one it opened (`getOpenerEventChannel()`). */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>()

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  once(name: string, listener: Listener): void {
    const onlyOnce: Listener = (...values) => {
      this.off(name, onlyOnce)
      listener(...values)
    }
    this.on(name, onlyOnce)
  }

  off(name: string, listener?: Listener): void {
    this.listeners.set(name, listener ? (this.listeners.get(name) ?? []).filter((one) => one !== listener) : [])
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...values)
  }
}
