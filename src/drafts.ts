import { keep, recall } from './platform/storage'
import { currentSession } from './session'

interface Draft {
  value: unknown
  at: number
}

const lifetimeMs = 7 * 86_400_000
const place = (form: string) => `draft.${currentSession()?.me.personId ?? ''}.${form}`

/** Keeps what a person has filled in so far, for seven days; `undefined` throws it away. */
export function keepDraft(form: string, value: unknown): void {
  keep(place(form), value === undefined ? undefined : ({ value, at: Date.now() } satisfies Draft))
}

/** What the person had filled in, if that was less than seven days ago. */
export function recallDraft<T>(form: string): T | undefined {
  const draft = recall<Draft>(place(form))
  return draft && Date.now() - draft.at < lifetimeMs ? (draft.value as T) : undefined
}
