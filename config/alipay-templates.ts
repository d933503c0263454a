import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** What Taro's plugin for mini-programs knows of the pages it has written. */
interface MiniPlugin {
  pages: Set<{ name: string; path: string }>
  filesConfig: Record<string, { content: { usingComponents?: Record<string, string> } }>
  getConfigFilePath(name: string): string
}
type Assets = Record<string, { source(): string | Buffer; size(): number }>

const wrapper = 'custom-wrapper'
const wrapperTemplate = /<template name="tmpl_0_custom-wrapper">[\s\S]*?<\/template>\s*/
const endings = ['.tsx', '.ts', '/index.ts', '']

const assetOf = (text: string) => ({ source: () => text, size: () => Buffer.byteLength(text) })

/** Whether a source, or one of ours that it imports, draws a CustomWrapper. */
function usesWrapper(file: string, seen: Set<string>): boolean {
  if (seen.has(file) || !/\.tsx?$/.test(file)) return false
  seen.add(file)
  const code = readFileSync(file, 'utf8')
  if (code.includes('<CustomWrapper')) return true
  return [...code.matchAll(/from '(\.[^']+)'/g)].some(([, name = '']) =>
    endings.some((ending) => {
      const imported = path.resolve(path.dirname(file), name + ending)
      try {
        return usesWrapper(imported, seen)
      } catch {
        return false // no file with this ending
      }
    }),
  )
}

/**
 * In Alipay a page that may draw a component of its own needs its own copy of all templates, and Taro gives one (12 KB) to
 * every page as soon as a single page has a CustomWrapper. This leaves the copy to the pages that have one.
 */
export default function alipayTemplates(ctx: IPluginContext) {
  if (process.env.TARO_ENV !== 'alipay') return
  ctx.register({
    name: 'modifyBuildAssets',
    // after Taro has made the copies
    stage: 10,
    fn: trim,
  })
}

function trim({ assets, miniPlugin }: { assets: Assets; miniPlugin: MiniPlugin }): void {
  for (const page of miniPlugin.pages) {
    const config = miniPlugin.filesConfig[miniPlugin.getConfigFilePath(page.name)]?.content
    if (!config?.usingComponents?.[wrapper] || usesWrapper(page.path, new Set())) continue
    const { [wrapper]: _, ...usingComponents } = config.usingComponents
    config.usingComponents = usingComponents
    const base = path.posix.relative(path.posix.dirname(page.name), 'base.axml')
    assets[`${page.name}.json`] = assetOf(JSON.stringify(config))
    assets[`${page.name}.axml`] = assetOf(`<import src="${base}"/>\n<template is="taro_tmpl" data="{{root:root}}" />`)
  }
  const base = assets['base.axml']
  // nobody takes it from there any more, and those who import it would not know the component
  if (base) assets['base.axml'] = assetOf(String(base.source()).replace(wrapperTemplate, ''))
}
