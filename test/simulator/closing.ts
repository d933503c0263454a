const open: (() => void)[] = []

/** Notes how to end something that a test file opened. */
export function closeLater(close: () => void): void {
  open.push(close)
}

/** Ends all of it; the jest set-up calls this after the last test of a file. */
export function closeAll(): void {
  for (const close of open.splice(0)) close()
}
