import type { RequestAnswer, Script } from '../platform/script'

/** Answers from a real server: the page's own server passes requests and cloud calls on to it. */
export function overTheNetwork(): Partial<Script> {
  return {
    request: (call) => post<RequestAnswer>('/request', call),
    cloud: (name, data) => post('/cloud', { name, data }),
  }
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) })
  const { answer, failure }: { answer: T; failure?: string } = await response.json()
  if (failure !== undefined) throw new Error(failure)
  return answer
}
