import { useSyncExternalStore } from 'react'

/** Where one is: the part of the address behind '#', which the server never sees. */
interface Address {
  path: string
  params: URLSearchParams
}

type Params = Record<string, string | undefined>

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

const readHash = () => window.location.hash.slice(1) || '/'

function addressOf(hash: string): Address {
  const [path = '/', query = ''] = hash.split('?')
  return { path, params: new URLSearchParams(query) }
}

/** The current address; the component renders again when it changes. */
export const useAddress = (): Address => addressOf(useSyncExternalStore(subscribe, readHash))

/** The link to a page, `#/people?query=…`; params that are empty are left out. */
export function linkTo(path: string, params: Params = {}): string {
  const kept = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(kept).toString()
  return `#${path}${query ? `?${query}` : ''}`
}

/** Goes to a page. Changed params alone (filters, an open drawer) replace the entry, so that Back leaves the page. */
function goTo(path: string, params: Params = {}): void {
  const target = linkTo(path, params)
  if (path === readHash().split('?')[0]) {
    window.history.replaceState(null, '', target)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else window.location.hash = target
}

/** Into what the address says now, not when the caller was drawn: a search that pauses must not close a drawer opened since. */
function merge(changes: Params): void {
  const { path, params } = addressOf(readHash())
  goTo(path, { ...Object.fromEntries(params), ...changes })
}

/** The params of the current page and a setter that merges into them. */
export const useParams = (): [URLSearchParams, (changes: Params) => void] => [useAddress().params, merge]
