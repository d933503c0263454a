import Taro from '@tarojs/taro'
import { type RouteName, type RouteParams, routes, tabs, urlOf } from './routes'

const isTab = (name: RouteName) => tabs.some((tab) => tab === name)

/** Opens a page. Tabs are switched to (and take no parameters); `replace` leaves the present page out of the way back. */
export function goTo(name: RouteName, params: RouteParams = {}, how: 'push' | 'replace' = 'push'): Promise<unknown> {
  if (isTab(name)) return Taro.switchTab({ url: urlOf(name) })
  const url = urlOf(name, params)
  return how === 'replace' ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })
}

function nameOf(url: string): RouteName | undefined {
  const path = url.replace(/^\//, '').split('?')[0]
  const names = Object.keys(routes) as RouteName[]
  return names.find((name) => routes[name].path === path)
}

/** Opens an address kept as text (in a notice, say) upon the present page; one that is no page of ours opens nothing. */
export async function visit(url: string): Promise<void> {
  const name = nameOf(url)
  if (!name) return
  if (isTab(name)) await Taro.switchTab({ url: urlOf(name) })
  else await Taro.navigateTo({ url: `/${url.replace(/^\//, '')}` })
}

/** Opens an address in place of all pages that are open; one that is no page of ours opens 首页. */
export function reopen(url: string): Promise<unknown> {
  return Taro.reLaunch({ url: nameOf(url) ? url : urlOf('home') })
}

/** Whether there is a page below this one to go back to. */
export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1

/** Goes back one page, or to 首页 when this is the first one. */
export function goBack(): Promise<unknown> {
  return canGoBack() ? Taro.navigateBack() : Taro.switchTab({ url: urlOf('home') })
}

/** What Taro notes on a page; only these names are the same on phones and in browsers. */
interface TaroPage {
  $taroPath?: string
  $taroParams?: Record<string, string>
}

/** The address of the page that is open, with its parameters, to come back to. */
export function hereUrl(): string {
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1]
  if (!page) return urlOf('home')
  const { route, $taroPath, $taroParams = {} } = page as typeof page & TaroPage
  const path = (route ?? $taroPath ?? '').replace(/^\//, '').split('?')[0]
  // Taro adds parameters of its own: `$taroTimestamp` on phones, `stamp` in browsers.
  const params = Object.entries($taroParams).filter(([name]) => !name.startsWith('$') && name !== 'stamp')
  const query = params.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')
  return `/${path}${query ? `?${query}` : ''}`
}
