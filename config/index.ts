import { realpathSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const inRoot = (...names: string[]) => path.resolve(__dirname, '..', ...names)
/**
 * Sizes stay in px (which is dp on phones): the large-print mode promises 18 dp and 60 dp on every screen width. But this
 * plugin also carries out `#ifdef` in styles, and does neither when it is off.
 */
const byPlatform = { enable: true, config: { methods: ['platform'] } }
const isReadable = process.env.TARO_READABLE === '1'

/**
 * The mini-program's build. `TARO_APP_API_BASE` is where the cloud answers over HTTP, `TARO_APP_CLOUD_ENV` a CloudBase
 * environment to call instead (WeChat only), `TARO_APP_LINK_BASE` the address printed codes begin with, and
 * `TARO_APP_TEMPLATES` the ids of message templates, comma separated. `TARO_READABLE=1` leaves the code unminified.
 */
export default defineConfig<'webpack5'>(async () => {
  const apiBase = (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:8080').replace(/\/+$/, '')
  // Our own promises and the libraries below are written in newer syntax than the oldest phones read.
  const libraries = ['valibot', 'zustand', 'uqr'].map((name) => realpathSync(inRoot('node_modules', name)))
  const compile = { include: [inRoot('contract'), ...libraries] }
  // Our size limits are checked by a test (webpack's own hints are about something else).
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'guanjia',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: ['page-windows', 'accessibility', 'alipay-templates'].map((name) => path.resolve(__dirname, `${name}.ts`)),
    defineConstants: {
      API_BASE: JSON.stringify(apiBase),
      CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      LINK_BASE: JSON.stringify((process.env.TARO_APP_LINK_BASE ?? apiBase).replace(/\/+$/, '')),
      TEMPLATE_IDS: JSON.stringify((process.env.TARO_APP_TEMPLATES ?? '').split(',').filter(Boolean)),
    },
    copy: { patterns: [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    terser: { enable: !isReadable, config: {} },
    mini: {
      compile,
      optimizeMainPackage: { enable: true },
      // Off: its minifier takes `<input …></input>` for HTML and drops the end tag, and WeChat then compiles no template.
      minifyXML: { collapseWhitespace: false },
      experimental: { compileMode: true },
      // Parts bring their styles in any order; none may depend on it.
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain) {
        chain.performance.hints(false)
      },
      postcss: { pxtransform: byPlatform },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[chunkhash:8].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: byPlatform },
      webpackChain(chain) {
        chain.performance.hints(false)
        // By default every page's chunk carries its own copy of Taro's components, 27 KB each. One chunk for all that is
        // shared would make the first page load the date picker of another: so each set of pages has its own.
        const splitting = chain.optimization.get('splitChunks')
        chain.optimization.splitChunks({
          ...splitting,
          cacheGroups: {
            ...splitting.cacheGroups,
            shared: {
              chunks: 'async',
              minChunks: 2,
              minSize: 4000,
              priority: 50,
              reuseExistingChunk: true,
            },
          },
        })
      },
    },
  }
  return config
})
