import Taro from '@tarojs/taro'
import { type RouteName, type RouteParams, routes, tabs, urlOf } from './routes'

const isTab = (name: RouteName) => tabs.some((tab) => tab === name)

/** Opens a page. Tabs are switched to (and take no parameters); `replace` leaves the present page out of the way back. */
export function goTo(name: RouteName, params: RouteParams = {}, how: 'push' | 'replace' = 'push'): Promise<unknown> {
  if (isTab(name)) return Taro.switchTab({ url: urlOf(name) })
  const url = urlOf(name, params)
  return how === 'replace' ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })
}

/** Opens an address made by `urlOf`, in place of all pages that are open; anything that is not a page of ours opens 首页. */
export function reopen(url: string): Promise<unknown> {
  const [path] = url.replace(/^\//, '').split('?')
  const known = Object.entries(routes).find(([, route]) => route.path === path)
  return Taro.reLaunch({ url: known ? url : urlOf('home') })
}

/** Goes back one page, or to 首页 when this is the first one. */
export function goBack(): Promise<unknown> {
  return Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: urlOf('home') })
}

/** The address of the page that is open, with its parameters, to come back to. */
export function hereUrl(): string {
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1]
  if (!page) return urlOf('home')
  const path = (page.route ?? '').replace(/^\//, '').split('?')[0]
  const params = Object.entries(page.options ?? {}).filter(([key]) => !key.startsWith('$') && key !== 'stamp')
  const query = params.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')
  return `/${path}${query ? `?${query}` : ''}`
}
