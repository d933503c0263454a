import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { builtServer, type Visitor } from './visitors'

/** `LATE_ANSWERS=700`: answers and pages' code are held back up to so many ms each, so that they come late and in any order. */
const mostDelay = Number(process.env.LATE_ANSWERS ?? 0)

const screens = path.join(__dirname, '../../.screens')

/** A page of the built server in a browser of its own, as one person has it. */
export interface Visit {
  page: Page
  /** In H5 the page that is open, without those below it; in the console all of it. */
  top: Locator
  context: BrowserContext
  /** What the page and its console complained about; `end` throws when there is something. */
  complaints: string[]
  /** With `PICTURES=1`: takes one into `.screens/<name>.png`, as tall as what the page holds. */
  picture(name: string): Promise<void>
  /** Fails when anything was complained about, except what fits `expected`. */
  end(expected?: RegExp): Promise<void>
}

export interface VisitOptions {
  /** Signed in before the page opens. */
  as?: Visitor
  isDark?: boolean
  width?: number
  height?: number
  /** The page's time is the test's to move: `page.clock`. */
  isClockFake?: boolean
}

async function visit(browser: Browser, options: VisitOptions & { isPhone: boolean }): Promise<Visit> {
  const { isPhone, isDark = false, width = isPhone ? 375 : 1280, height = isPhone ? 812 : 800 } = options
  const context = await browser.newContext({
    baseURL: builtServer(),
    viewport: { width, height },
    hasTouch: isPhone,
    isMobile: isPhone,
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  if (mostDelay > 0) {
    await context.route(/\/api\/|\.(js|css)$/, async (route) => {
      await wait(Math.random() * mostDelay)
      await route.continue().catch(() => {}) // the page may have gone meanwhile
    })
  }
  if (options.isClockFake) await page.clock.install()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error.stack)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  const top = isPhone ? page.locator('.taro_page:visible').last() : page.locator('body')
  return {
    page,
    top,
    context,
    complaints,
    async picture(name) {
      if (process.env.PICTURES !== '1') return
      mkdirSync(screens, { recursive: true })
      const hidden = await top.evaluate((open) => open.scrollHeight - open.clientHeight)
      if (hidden > 0) await page.setViewportSize({ width, height: Math.min(height + hidden, 3000) })
      await page.screenshot({ path: path.join(screens, `${name}.png`), fullPage: true })
      if (hidden > 0) await page.setViewportSize({ width, height })
    },
    async end(expected) {
      await context.close()
      const left = complaints.filter((each) => !expected?.test(each))
      if (left.length > 0) throw new Error(`the page complained: ${left.join('\n')}`)
    },
  }
}

/** Holds back the next answer of a procedure until what is given is called; that ends when the answer has come. */
export async function heldBack(page: Page, procedure: string): Promise<() => Promise<void>> {
  let goOn = () => {}
  const isHeld = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(
    `**/api/${procedure}`,
    async (route) => {
      const response = await route.fetch()
      await isHeld
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  return async () => {
    const answered = page.waitForResponse(`**/api/${procedure}`)
    goOn()
    await (await answered).finished()
  }
}

/** Opens the H5 app on a phone; signed in when somebody is given, else as a stranger. */
export async function openH5(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const visited = await visit(browser, { ...options, isPhone: true })
  const link = await options.as?.link()
  await visited.page.goto(link ? `/#/features/people/sign-in?link=${link}` : '/')
  if (options.as) await visited.top.getByText(`，${options.as.name}`).waitFor()
  return visited
}

/** Opens the console on a desk; signed in when somebody is given. */
export async function openConsole(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const visited = await visit(browser, { ...options, isPhone: false })
  const link = await options.as?.link()
  await visited.page.goto(link ? `/console/?link=${link}` : '/console/')
  if (options.as) await visited.page.getByRole('button', { name: `账号 ${options.as.name}` }).waitFor()
  return visited
}
