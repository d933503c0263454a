import { sure } from '../ui/say'
import { bringKeyboard } from './keyboard.h5'
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

const sentence = '这一页没有载入，可能是网络不通，或者刚刚更新过。请检查网络后重新载入。'

/** A page's code comes when it is first opened; without a network, or after an update of the server, it does not. */
function explainMissingPages(): void {
  let isAsking = false
  window.addEventListener('unhandledrejection', async ({ reason }) => {
    if (isAsking || !/ChunkLoadError|Loading (CSS )?chunk/.test(String(reason))) return
    isAsking = true
    const isWanted = await sure(sentence, '重新载入', '返回')
    isAsking = false
    if (isWanted) location.reload()
    // the address is that of the missing page already
    else history.back()
  })
}

/**
 * Gives the router the titles and pull-downs that mini-programs get at build time. Pages do not slide: the router hides
 * the page below only when the slide is over, and who is back by then would stand before nothing.
 */
export const prepare: typeof promised.prepare = (pages) => {
  const config = (window as TaroWindow).__taroAppConfig
  if (!config) return
  config.animation = false
  explainMissingPages()
  bringKeyboard()
  for (const page of config.routes) {
    const route = pages.find(({ path }) => path === page.path.replace(/^\//, ''))
    if (!route) continue
    page.navigationBarTitleText = route.title
    page.enablePullDownRefresh = route.refreshes ?? false
  }
}
