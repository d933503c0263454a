let openedAt = 0
const shown = new Set<string>()

/** So long after it was opened the app may still show by itself what one opened it for. */
const justOpenedMs = 20_000

/** The app came to the front (epoch ms): whatever it showed by itself before, it may show again. */
export function beginOpening(now: number): void {
  openedAt = now
  shown.clear()
}

/** Whether something may be shown without a tap now: soon after the app was opened, and once for each opening. */
export function mayShowItself(what: string, now: number): boolean {
  if (now - openedAt > justOpenedMs || shown.has(what)) return false
  shown.add(what)
  return true
}
