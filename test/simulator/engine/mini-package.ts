/** One page of `app.json`'s tab bar. */
export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** What the simulator reads in `app.json`; an Alipay package is brought into this shape first. */
export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  entryPagePath?: string
  tabBar?: { list: TabItem[]; color?: string; selectedColor?: string; backgroundColor?: string }
  window?: PageConfig
  usingComponents?: Record<string, string>
}

/** What the simulator reads in a page's or component's JSON. */
export interface PageConfig {
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

/** A compiled mini-program as plain data: it can be run where it was read, or sent to a browser. */
export interface MiniPackage {
  platform: 'weapp' | 'alipay'
  app: AppConfig
  /** JSON of pages and components, by path without extension. */
  configs: Record<string, PageConfig>
  /** Sources by path without extension. */
  scripts: Record<string, string>
  /** What the official compiler made of all templates: a script that returns `path => render function`. */
  templates: string
  /** Style sheets by path without extension, imports resolved, `rpx` kept. */
  styles: Record<string, string>
}

/** Every page path of the package, main package first. */
export function pagePaths(app: AppConfig): string[] {
  const inParts = (app.subPackages ?? []).flatMap((part) =>
    part.pages.map((page) => `${part.root.replace(/\/$/, '')}/${page}`),
  )
  return [...app.pages, ...inParts]
}
