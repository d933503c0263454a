import { resolve } from 'node:path'
import { parse, type Token } from 'acorn'
import { compilerFaults } from './dist-compilers'
import { type DistFolder, distFolder } from './dist-folder'
import type { AppConfig } from './engine/mini-package'
import { pagePaths } from './engine/mini-package'
import { resolvePath } from './engine/paths'

/** Largest sizes, in bytes. WeChat itself refuses a package of more than 2 MB. */
interface DistLimits {
  main: number
  subpackage: number
  /** All pictures and sounds together. */
  media?: number
}

const KB = 1024
const LARGEST_TAB_ICON = 40 * KB
const MEDIA = /\.(png|jpe?g|gif|webp|svg|mp3|aac|wav)$/i
/** What the oldest phones we serve (iOS 12, Chrome 67) read. */
const ECMA_VERSION = 2019

/**
 * Looks a compiled `dist/weapp` over as WeChat's upload would: the official compilers on templates and styles, the
 * scripts' syntax, every reference, the tab bar, the sizes. Returns the problems in words; none is good.
 */
export function checkDist(dist: string, limits: DistLimits): string[] {
  const folder = distFolder(resolve(dist))
  const brokenJson = folder.ending('.json').flatMap((file) => fault(file, () => folder.json(file)))
  if (!folder.has('app.json')) return [`${dist} holds no built mini-program: there is no app.json`]
  if (brokenJson.length > 0) return brokenJson
  const app = folder.json<AppConfig>('app.json')
  return [
    ...compilerFaults(folder),
    ...folder.ending('.js').flatMap((file) => fault(file, () => parseScript(folder.text(file)))),
    ...missingReferences(folder, app),
    ...tabBarFaults(folder, app),
    ...sizeFaults(folder, app, limits),
  ]
}

/** Bytes of the main package (`main`) and of each subpackage, by its root; source maps do not count. */
export function packageSizes(dist: string): Record<string, number> {
  const folder = distFolder(resolve(dist))
  const roots = (folder.json<AppConfig>('app.json').subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'))
  const sizes: Record<string, number> = Object.fromEntries(['main', ...roots].map((name) => [name, 0]))
  for (const file of folder.files.filter((name) => !name.endsWith('.map'))) {
    const owner = roots.find((root) => file.startsWith(root)) ?? 'main'
    sizes[owner] = (sizes[owner] ?? 0) + folder.size(file)
  }
  return sizes
}

function sizeFaults(folder: DistFolder, app: AppConfig, limits: DistLimits): string[] {
  const packages = Object.entries(packageSizes(folder.path)).flatMap(([name, size]) => {
    const most = name === 'main' ? limits.main : limits.subpackage
    return size > most ? [`package ${name}: ${inKb(size)}, over ${inKb(most)}`] : []
  })
  const media = folder.files.filter((file) => MEDIA.test(file)).reduce((sum, file) => sum + folder.size(file), 0)
  const isTooMuch = limits.media !== undefined && media > limits.media
  const unlisted = (app.subPackages ?? []).filter(({ pages }) => pages.length === 0)
  return [
    ...packages,
    ...(isTooMuch ? [`pictures and sounds: ${inKb(media)}, over ${inKb(limits.media ?? 0)}`] : []),
    ...unlisted.map(({ root }) => `app.json: subpackage ${root} has no page`),
  ]
}

function missingReferences(folder: DistFolder, app: AppConfig & { themeLocation?: string }): string[] {
  const pages = pagePaths(app).flatMap((page) =>
    ['.js', '.json', '.wxml']
      .filter((ending) => !folder.has(page + ending))
      .map((ending) => `app.json: no ${page}${ending}`),
  )
  const components = folder.ending('.json').flatMap((file) =>
    Object.entries(folder.json<AppConfig>(file).usingComponents ?? {})
      .filter(([, target]) => !/^(plugin|ext|dynamicLib):/.test(target))
      .filter(([, target]) => !folder.has(`${resolvePath(file, target)}.js`))
      .map(([tag, target]) => `${file}: <${tag}> has no ${target}`),
  )
  const templates = folder.ending('.wxml').flatMap((file) =>
    [...folder.text(file).matchAll(/<(?:import|include|wxs)\b[^>]*?\bsrc="([^"]+)"/g)]
      .map(([, source = '']) => resolvePath(file, source))
      .filter((target) => !folder.has(target) && !folder.has(`${target}.wxml`))
      .map((target) => `${file}: no ${target}`),
  )
  const theme = app.themeLocation && !folder.has(app.themeLocation) ? [`app.json: no ${app.themeLocation}`] : []
  return [...pages, ...components, ...templates, ...theme]
}

function tabBarFaults(folder: DistFolder, app: AppConfig): string[] {
  const list = app.tabBar?.list
  if (!list) return []
  const faults = list.length < 2 || list.length > 5 ? [`tab bar: ${list.length} tabs; it takes 2 to 5`] : []
  for (const tab of list) {
    if (!tab.text) faults.push(`tab bar: ${tab.pagePath} has no text`)
    if (!app.pages.includes(tab.pagePath)) faults.push(`tab bar: ${tab.pagePath} is not a page of the main package`)
    for (const icon of [tab.iconPath, tab.selectedIconPath]) {
      // A name with @ is looked up in the theme file.
      if (!icon || icon.startsWith('@')) continue
      if (!folder.has(icon)) faults.push(`tab bar: no ${icon}`)
      else if (folder.size(icon) > LARGEST_TAB_ICON) faults.push(`tab bar: ${icon} is over ${inKb(LARGEST_TAB_ICON)}`)
    }
  }
  return faults
}

function parseScript(source: string): void {
  // The one part of it that iOS lacked until 16.4: a script that holds it does not load at all.
  const onToken = ({ type, start, end }: Token): void => {
    const text = type.label === 'regexp' ? source.slice(start, end) : ''
    if (/\(\?<[=!]/.test(text)) throw new Error(`look-behind in ${text}`)
  }
  parse(source, { ecmaVersion: ECMA_VERSION, sourceType: 'script', allowReturnOutsideFunction: true, onToken })
}

function fault(file: string, work: () => unknown): string[] {
  try {
    work()
    return []
  } catch (error) {
    return [`${file}: ${error instanceof Error ? error.message : error}`]
  }
}

function inKb(bytes: number): string {
  return `${Math.ceil(bytes / KB)} KB`
}

/** `npx tsx test/simulator/check-dist.ts [dist/weapp]`, with the product's own limits. */
if (require.main === module) {
  const dist = process.argv[2] ?? 'dist/weapp'
  const problems = checkDist(dist, { main: 600 * KB, subpackage: 200 * KB, media: 200 * KB })
  for (const [name, size] of Object.entries(packageSizes(dist))) console.log(`${name}: ${inKb(size)}`)
  for (const problem of problems) console.error(`✖ ${problem.slice(0, 300)}`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
