import { headersOf, patienceFor, Unreachable } from './question'
import type * as promised from './transport'

/** Browsers ask the server the page came from. */
export const deliver: typeof promised.deliver = async (question) => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceFor(question))
  try {
    const answer = await fetch(`/api/${question.procedure}`, {
      method: 'POST',
      body: JSON.stringify(question.input),
      headers: headersOf(question),
      signal: abort.signal,
    })
    return await answer.json().catch(() => undefined)
  } catch (cause) {
    throw new Unreachable(String(cause))
  } finally {
    clearTimeout(timer)
  }
}
