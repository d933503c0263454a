import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import compiler from 'miniprogram-compiler'
import { allowRecursion, wxmlFromAxml, wxsFromSjs } from './alipay/axml'
import type { AppConfig, MiniPackage, PageConfig, TabItem } from './engine/mini-package'
import { resolvePath } from './engine/paths'

const LARGEST_OUTPUT = 256 * 1024 * 1024
const NOT_OF_THE_PACKAGE = /(^|\/)(project\.|mini\.project|sitemap)/

/** Reads a compiled `dist/weapp` or `dist/alipay` (told apart by their templates) into plain data. */
export function readPackage(folder: string): MiniPackage {
  const files = filesIn(folder)
  if (!files.includes('app.json')) throw new Error(`${folder} holds no built mini-program: there is no app.json`)
  const platform = files.some((file) => file.endsWith('.axml')) ? 'alipay' : 'weapp'
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const byPath = <T>(extension: string, turn: (file: string) => T): Record<string, T> =>
    Object.fromEntries(
      files
        .filter((file) => extname(file) === extension && !NOT_OF_THE_PACKAGE.test(file))
        .map((file) => [file.slice(0, -extension.length), turn(file)]),
    )
  const app: AppConfig = JSON.parse(read('app.json'))
  return {
    platform,
    app: platform === 'alipay' ? appConfigFromAlipay(app) : app,
    configs: byPath('.json', (file): PageConfig => {
      const config: PageConfig = JSON.parse(read(file))
      return platform === 'alipay' ? pageConfigFromAlipay(config) : config
    }),
    scripts: byPath('.js', read),
    templates: platform === 'alipay' ? compileAxml(folder, files) : compile(folder),
    styles: byPath(platform === 'alipay' ? '.acss' : '.wxss', (file) => withImports(file, read, files)),
  }
}

/** Every file below a folder, by path from there, with slashes. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)).map((file) => `${entry.name}/${file}`) : [entry.name],
  )
}

function compile(folder: string): string {
  // The output asks for the renderer's version. It keeps tables in a global, which two packages must not share, and has
  // a mark there that it has extended the prototypes of the language, which can be done but once.
  const tables = `var __WXML_GLOBAL__ = { wxs_nf_init: 'nv_length' in Array.prototype || undefined };`
  const head = `${tables} globalThis.__webview_engine_version__ = 0.02;`
  return head + compiler.wxmlToJs(folder, { maxBuffer: LARGEST_OUTPUT })
}

function compileAxml(folder: string, files: string[]): string {
  const rewritten = mkdtempSync(join(tmpdir(), 'axml-'))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(rewritten, file)), { recursive: true })
    writeFileSync(join(rewritten, file), text)
  }
  try {
    for (const file of files) {
      const text = (): string => readFileSync(join(folder, file), 'utf8')
      if (file.endsWith('.axml')) write(file.replace(/\.axml$/, '.wxml'), wxmlFromAxml(text()))
      else if (file.endsWith('.sjs')) write(file.replace(/\.sjs$/, '.wxs'), wxsFromSjs(text()))
      else if (file.endsWith('.json') && !NOT_OF_THE_PACKAGE.test(file)) write(file, text())
    }
    return allowRecursion(compile(rewritten))
  } finally {
    rmSync(rewritten, { recursive: true, force: true })
  }
}

/** Alipay's names for the same things: `items` and `name` in the tab bar, `defaultTitle` and `pullRefresh` of a page. */
function appConfigFromAlipay(app: AppConfig): AppConfig {
  const tabBar = app.tabBar as (AppConfig['tabBar'] & { items?: AlipayTab[]; textColor?: string }) | undefined
  const list = tabBar?.items?.map(
    ({ pagePath, name, icon, activeIcon }): TabItem => ({
      pagePath,
      text: name,
      iconPath: icon,
      selectedIconPath: activeIcon,
    }),
  )
  return {
    ...app,
    tabBar: tabBar && list ? { ...tabBar, color: tabBar.textColor, list } : undefined,
    window: app.window && pageConfigFromAlipay(app.window),
  }
}

function pageConfigFromAlipay(config: AlipayPageConfig): PageConfig {
  const { defaultTitle, titleBarColor, pullRefresh, ...rest } = config
  return {
    ...rest,
    ...(defaultTitle === undefined ? {} : { navigationBarTitleText: defaultTitle }),
    ...(titleBarColor === undefined ? {} : { navigationBarBackgroundColor: titleBarColor }),
    ...(pullRefresh === undefined ? {} : { enablePullDownRefresh: pullRefresh }),
  }
}

interface AlipayPageConfig extends PageConfig {
  defaultTitle?: string
  titleBarColor?: string
  pullRefresh?: boolean
}

interface AlipayTab {
  pagePath: string
  name: string
  icon?: string
  activeIcon?: string
}

function withImports(file: string, read: (file: string) => string, files: string[], seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  return read(file).replace(/@import\s*(?:url\()?["']([^"']+)["']\)?\s*;/g, (_, mentioned: string) => {
    const target = resolvePath(file, mentioned)
    return files.includes(target) ? withImports(target, read, files, seen) : ''
  })
}
