import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium'
import { serveMiniProgram } from './serve'

interface PhoneOptions {
  /** The compiled package's folder: weapp or alipay. */
  dist: string
  /** Where requests go, whatever server the build names: `http://127.0.0.1:8080`. */
  base?: string
  /** Answers cloud functions; without it, `api` goes to the same server by HTTP. */
  cloud?: (name: string, data: unknown) => unknown
  isDark?: boolean
  /** CSS pixels; a small iPhone unless given. */
  width?: number
  height?: number
}

/** A compiled mini-program in a browser's phone frame. */
export interface Phone {
  /** Playwright's page: `tap('text=预订')`, `fill('wx-input input', '例会')` … */
  page: Page
  /** Errors of the page and its console; a test expects it empty. */
  errors: string[]
  /** Opens a page as at a cold start: `/features/booking/rooms?id=1`. Storage stays. */
  open(url: string): Promise<void>
  /** Path of the page on top. */
  path(): Promise<string>
  /** Takes a picture into `.screens/<name>.png` and returns its path. */
  screenshot(name: string): Promise<string>
  close(): Promise<void>
}

/** Starts a package in Chromium, in a browser of its own unless one is given, and waits for its first page. */
export async function openPhone(options: PhoneOptions, shared?: Browser): Promise<Phone> {
  const { dist, base, cloud, isDark = false, width = 375, height = 667 } = options
  const server = await serveMiniProgram({ dist, base, cloud })
  const browser = shared ?? (await launchChromium())
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error.stack).slice(0, 800)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text().slice(0, 800))
  })
  const close = async (): Promise<void> => {
    await (shared ? context.close() : browser.close())
    await server.close()
  }
  const open = async (url: string): Promise<void> => {
    await page.goto('about:blank') // else only the hash would change
    await page.goto(url ? `${server.url}#${url}` : server.url)
    const state = await (await page.waitForFunction(() => window.isReady)).jsonValue()
    if (state !== true) throw new Error(`the mini-program does not start: ${state}`)
  }
  try {
    await open('')
  } catch (error) {
    await close()
    throw error
  }
  return {
    page,
    errors,
    open,
    close,
    path: () => page.evaluate(() => window.simulator?.page() ?? ''),
    screenshot: async (name) => {
      const folder = resolve('.screens')
      mkdirSync(folder, { recursive: true })
      const path = resolve(folder, `${name}.png`)
      await page.screenshot({ path })
      return path
    },
  }
}
