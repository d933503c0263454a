import type { CallOptions } from './asynchronous'
import type { RequestAnswer, RequestCall } from './script'
import type { World } from './world'

/** Brings the options of `wx.request` or `my.request` into one shape. */
function requestCall(options: CallOptions): RequestCall {
  const url = String(options.url ?? '')
  const header = (options.header ?? options.headers ?? {}) as Record<string, string>
  return {
    url,
    path: url.replace(/^https?:\/\/[^/]*/, '').replace(/\?.*$/, '') || '/',
    method: String(options.method ?? 'GET').toUpperCase(),
    header: Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)])),
    data: parsedBody(options.data),
  }
}

/** How a request is called in `world.pending` and `world.hold`. */
export function requestLabel(options: CallOptions): string {
  const { method, path } = requestCall(options)
  return `${method} ${path}`
}

/** Asks the script, through a network that may be down. What the app gets is always a copy, as over a real wire. */
export async function fetchAnswer(world: World, options: CallOptions): Promise<Required<RequestAnswer>> {
  if (!world.isOnline) throw new Error('net::ERR_INTERNET_DISCONNECTED')
  const { status = 200, header = {}, data = null } = await world.script.request(requestCall(options))
  return { status, header, data: copied(data) }
}

/** What came over the wire shares nothing with what was sent. Binary data is passed as it is. */
export function copied(data: unknown): unknown {
  return data === undefined || data instanceof ArrayBuffer ? data : JSON.parse(JSON.stringify(data))
}

function parsedBody(data: unknown): unknown {
  if (typeof data !== 'string') return copied(data)
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
