import type * as promised from './launch'

interface TaroWindow extends Window {
  __taroAppConfig?: { routes: { path: string; navigationBarTitleText?: string; enablePullDownRefresh?: boolean }[] }
}

/** A browser opens the page of a code by its address; there is nothing to hand over. */
export const openedWith: typeof promised.openedWith = () => undefined

/** Gives the router the titles and pull-downs that mini-programs get at build time. */
export const prepare: typeof promised.prepare = (pages) => {
  for (const page of (window as TaroWindow).__taroAppConfig?.routes ?? []) {
    const route = pages.find(({ path }) => path === page.path.replace(/^\//, ''))
    if (!route) continue
    page.navigationBarTitleText = route.title
    page.enablePullDownRefresh = route.refreshes ?? false
  }
}
