import type * as promised from './launch'

interface TaroConfig {
  animation?: boolean
  routes: { path: string; navigationBarTitleText?: string; enablePullDownRefresh?: boolean }[]
}

interface TaroWindow extends Window {
  __taroAppConfig?: TaroConfig
}

/** A browser opens the page of a code by its address; there is nothing to hand over. */
export const openedWith: typeof promised.openedWith = () => undefined

/**
 * Gives the router the titles and pull-downs that mini-programs get at build time. Pages do not slide: the router hides
 * the page below only when the slide is over, and who is back by then would stand before nothing.
 */
export const prepare: typeof promised.prepare = (pages) => {
  const config = (window as TaroWindow).__taroAppConfig
  if (!config) return
  config.animation = false
  for (const page of config.routes) {
    const route = pages.find(({ path }) => path === page.path.replace(/^\//, ''))
    if (!route) continue
    page.navigationBarTitleText = route.title
    page.enablePullDownRefresh = route.refreshes ?? false
  }
}
