/** Turns a path that a file of the package mentions into one from the package's root, without a leading slash. */
export function resolvePath(from: string, mentioned: string): string {
  const parts = mentioned.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of mentioned.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Splits a page url. Values stay percent-encoded, as WeChat hands them to `onLoad`: decoding is the app's own task.
 */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', ...rest] = pair.split('=')
    query[name] = rest.join('=')
  }
  return { path, query }
}
