import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium'
import { poorContrasts, sidewaysScroll, smallTargets, smallTexts } from '../support/page-checks'
import { openH5 } from '../support/visit'
import type { Visitor } from '../support/visitors'
import { type FilledPage, givenFilledPages, openPage } from './h5-pages'

let browser: Browser
let visitor: Visitor
let pages: FilledPage[]

beforeAll(async () => {
  browser = await launchChromium()
  const given = await givenFilledPages()
  visitor = given.visitor
  pages = given.pages
})
afterAll(() => browser?.close())

test.each(['light', 'dark'] as const)('every text is readable on its ground: %s', async (mode) => {
  const visit = await openH5(browser, { as: visitor, isDark: mode === 'dark' })
  const poor: Record<string, string[]> = {}
  for (const each of pages) {
    await openPage(visit, each)
    await visit.picture(`h5-${mode}-${each.name}`)
    const found = await poorContrasts(visit.page.locator('body'))
    if (found.length > 0) poor[each.name] = found
  }
  expect(poor).toEqual({})
  await visit.end()
})

test.each(['in the usual size', 'in the largest size of 关怀模式'])(
  'on a screen of 320 px nothing has to be scrolled sideways, %s',
  async (size) => {
    const visit = await openH5(browser, { as: visitor, width: 320, height: 568 })
    if (size !== 'in the usual size') {
      await visit.top.getByRole('switch', { name: /^关怀模式/ }).tap()
      await visit.page.getByRole('link', { name: '我的' }).tap()
      await visit.top.getByRole('tab', { name: '最大' }).tap()
    }
    const wide: Record<string, string[]> = {}
    for (const each of pages) {
      await openPage(visit, each)
      await visit.picture(`h5-320-${size.length}-${each.name}`)
      const found = await sidewaysScroll(visit.top)
      if (found.length > 0) wide[each.name] = found
    }
    expect(wide).toEqual({})
    await visit.end()
  },
)

test('关怀模式 makes every text 18 px and every target 60 px, on every page, and stays', async () => {
  const visit = await openH5(browser, { as: visitor })
  await visit.top.getByRole('switch', { name: /^关怀模式/ }).tap()
  await visit.top.getByText('退出关怀模式').waitFor()
  const small: Record<string, string[]> = {}
  for (const each of pages) {
    await openPage(visit, each)
    await visit.picture(`h5-care-${each.name}`)
    const found = [
      ...(await smallTexts(visit.top, 18)),
      ...(await smallTargets(visit.top, 60)),
      ...(await poorContrasts(visit.top)),
      ...(await sidewaysScroll(visit.top)),
    ]
    if (found.length > 0) small[each.name] = found
  }
  expect(small).toEqual({})
  await visit.end()
})

test('without 关怀模式 targets are still 44 px', async () => {
  const visit = await openH5(browser, { as: visitor })
  const small: Record<string, string[]> = {}
  for (const each of pages) {
    await openPage(visit, each)
    const found = await smallTargets(visit.top, 44)
    if (found.length > 0) small[each.name] = found
  }
  expect(small).toEqual({})
  await visit.end()
})

test('the first page loads no more than 170 KB of code and styles', async () => {
  const visit = await openH5(browser)
  const sizes: number[] = []
  visit.page.on('response', async (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) sizes.push(gzipSync(await response.body()).length)
  })
  await visit.page.goto('about:blank')
  await visit.page.goto('/', { waitUntil: 'networkidle' })
  await visit.top.getByText('面向本单位职工').waitFor()
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000)
  await visit.end()
})
