import type { RequestAnswer, Script } from './platform/script'

/** Anything that answers a request by path: the cloud of `startCloud()`, whose HTTP app needs no network. */
interface Answering {
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** The phone's requests, answered by a real cloud: `openWeapp({ request: answeredBy(cloud) })`. */
export function answeredBy(cloud: Answering): Script['request'] {
  return async ({ path, method, header, data }): Promise<RequestAnswer> => {
    const hasBody = method !== 'GET' && data !== undefined && data !== null
    const answer = await cloud.fetch(path, {
      method,
      headers: { 'content-type': 'application/json', ...header },
      body: hasBody ? JSON.stringify(data) : undefined,
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, data: isJson ? JSON.parse(text) : text }
  }
}
