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

/** The current address; the component renders again when it changes. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, readHash)
  const [path = '/', query = ''] = hash.split('?')
  return { path, params: new URLSearchParams(query) }
}

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

/** The params of the current page and a setter that merges into them. */
export function useParams(): [URLSearchParams, (changes: Params) => void] {
  const { path, params } = useAddress()
  const merge = (changes: Params) => goTo(path, { ...Object.fromEntries(params), ...changes })
  return [params, merge]
}
