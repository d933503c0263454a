import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import type { Route } from '../src/routes'

/** What Taro keeps of each configuration file while it builds. */
type ConfigMap = Record<string, { path: string; content: Record<string, unknown> }>

/**
 * Gives every page the title and pull-down of `src/routes.ts`, so that no page needs a configuration file of its own,
 * and adds the keys that only WeChat understands. (In H5 the same is done at launch by `src/platform`.)
 */
export default function pageWindows(ctx: IPluginContext) {
  const isAlipay = process.env.TARO_ENV === 'alipay'
  // Taro renames WeChat's keys for Alipay either before or after this plugin; its own names survive both.
  const [titleKey, pullKey] = isAlipay
    ? ['defaultTitle', 'pullRefresh']
    : ['navigationBarTitleText', 'enablePullDownRefresh']

  ctx.modifyMiniConfigs(({ configMap }: { configMap: ConfigMap }) => {
    const { routes } = ctx.helper.requireWithEsbuild(path.join(ctx.paths.sourcePath, 'routes.ts')) as {
      routes: Record<string, Route>
    }
    for (const route of Object.values(routes)) {
      const page = configMap[`${route.path}.config`]
      if (!page) throw new Error(`src/routes.ts names ${route.path}, but there is no such page`)
      Object.assign(page.content, { [titleKey]: route.title, ...(route.refreshes && { [pullKey]: true }) })
    }
    const app = configMap['app.config']?.content
    if (!app || process.env.TARO_ENV !== 'weapp') return
    Object.assign(app, { lazyCodeLoading: 'requiredComponents', __usePrivacyCheck__: true })
    // Names of `src/theme.json`, so that the bars follow the phone's dark mode.
    Object.assign(app.tabBar ?? {}, {
      color: '@tabText',
      selectedColor: '@tabSelected',
      backgroundColor: '@barBackground',
      borderStyle: '@barStyle',
    })
    Object.assign(app.window ?? {}, {
      navigationBarBackgroundColor: '@barBackground',
      navigationBarTextStyle: '@barText',
      backgroundColor: '@ground',
      backgroundTextStyle: '@pullText',
    })
  })

  ctx.modifyAppConfig(({ appConfig }) => {
    // Set early, so that Taro copies the theme file and the bars may name its colours.
    if (process.env.TARO_ENV === 'weapp') Object.assign(appConfig, { darkmode: true, themeLocation: 'theme.json' })
  })
}
