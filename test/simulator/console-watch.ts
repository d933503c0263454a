const LONGEST_LINE = 160
const MOST_LINES = 8

const unexpected: string[] = []
let expected: RegExp[] = []

/**
 * Collects `console.error` and shortens what any console call prints: one line of a minified package can be 100 KB.
 * Other calls are dropped unless SHOW_CONSOLE is set.
 */
export function watchConsole(): void {
  for (const level of ['log', 'info', 'warn', 'debug', 'error'] as const) {
    console[level] = (...values: unknown[]) => {
      const text = values.map(short).join(' ')
      if (process.env.SHOW_CONSOLE) process.stderr.write(`[${level}] ${text}\n`)
      if (level === 'error' && !expected.some((pattern) => pattern.test(text))) unexpected.push(text)
    }
  }
}

/** Says that this test provokes a `console.error` of this kind; without it the test fails. Holds for one test. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern)
}

/** What was unexpected since the last call, for the set-up to fail the test with. */
export function takeUnexpectedErrors(): string[] {
  expected = []
  return unexpected.splice(0)
}

function short(value: unknown): string {
  const text = value instanceof Error ? (value.stack ?? value.message) : typeof value === 'string' ? value : json(value)
  const lines = text.split('\n').slice(0, MOST_LINES)
  return lines.map((line) => line.slice(0, LONGEST_LINE)).join('\n')
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
