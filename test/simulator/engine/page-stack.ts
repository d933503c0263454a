import { EventChannel } from './event-channel'
import { type AppConfig, pagePaths } from './mini-package'
import type { PageInstance } from './page-instance'
import { parseUrl, resolvePath } from './paths'

export type RouteAction = 'appLaunch' | 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'

const MOST_PAGES = 10

/** A route that the platform refuses, in the platform's own words. */
class RouteRefused extends Error {
  constructor(action: RouteAction, reason: string) {
    super(`${action}:fail ${reason}`)
  }
}

interface StackOptions {
  create(path: string, query: Record<string, string>, channel: EventChannel): PageInstance
  onRoute(page: PageInstance, action: RouteAction): void
}

/** The open pages, and the platform's rules for coming and going. Tab pages stay alive behind each other. */
export class PageStack {
  readonly open: PageInstance[] = []
  private readonly tabs = new Map<string, PageInstance>()
  private readonly paths: string[]
  readonly tabPaths: string[]

  constructor(
    app: AppConfig,
    private readonly options: StackOptions,
  ) {
    this.paths = pagePaths(app)
    this.tabPaths = app.tabBar?.list.map((tab) => tab.pagePath) ?? []
  }

  get top(): PageInstance | undefined {
    return this.open.at(-1)
  }

  /** Pages alive, shown or not. */
  get alive(): PageInstance[] {
    return [...new Set([...this.open, ...this.tabs.values()])]
  }

  /** Goes to `url` (absolute, or relative to the top page). Throws RouteRefused. */
  go(url: string, action: Exclude<RouteAction, 'navigateBack'>): EventChannel {
    const { path: wanted, query } = parseUrl(url)
    const path = resolvePath(this.top?.path ?? '', wanted)
    this.refuseUnlessAllowed(path, action)
    const channel = new EventChannel()
    const isTab = this.tabPaths.includes(path)
    const alive = isTab && action === 'switchTab' ? this.tabs.get(path) : undefined

    if (action === 'navigateTo') this.top?.hide()
    else if (action === 'redirectTo') this.open.pop()?.close()
    else if (action === 'switchTab') this.leaveForTab(alive)
    else this.closeAll()

    const page = alive ?? this.options.create(path, query, channel)
    if (isTab) this.tabs.set(path, page)
    if (!this.open.includes(page)) this.open.push(page)
    if (alive) page.show()
    else page.open()
    this.options.onRoute(page, action)
    return channel
  }

  /** Closes `delta` pages; the first page always stays. Throws RouteRefused. */
  back(delta = 1): void {
    if (this.open.length <= 1) throw new RouteRefused('navigateBack', 'cannot navigate back at first page.')
    for (let left = delta; left > 0 && this.open.length > 1; left -= 1) this.open.pop()?.close()
    const page = this.top
    if (!page) return
    page.show()
    this.options.onRoute(page, 'navigateBack')
  }

  closeAll(): void {
    const alive = this.alive
    this.open.length = 0
    this.tabs.clear()
    for (const page of alive) page.close()
  }

  private leaveForTab(target: PageInstance | undefined): void {
    const leaving = this.open.splice(0).reverse()
    for (const page of leaving) {
      if (page === target && leaving.length === 1) continue // already there
      if (this.tabPaths.includes(page.path)) page.hide()
      else page.close()
    }
  }

  private refuseUnlessAllowed(path: string, action: RouteAction): void {
    const isTab = this.tabPaths.includes(path)
    if (!this.paths.includes(path)) throw new RouteRefused(action, `page "${path}" is not found`)
    if (isTab && (action === 'navigateTo' || action === 'redirectTo')) {
      throw new RouteRefused(action, `can not ${action} a tabbar page`)
    }
    if (!isTab && action === 'switchTab') throw new RouteRefused(action, 'can not switch to no-tabBar page')
    if (action === 'navigateTo' && this.open.length >= MOST_PAGES) {
      throw new RouteRefused(action, 'webview count limit exceed')
    }
  }
}
