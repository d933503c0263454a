import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium'
import { type Finding, poorContrasts, smallTargets } from '../support/page-checks'
import { openH5 } from '../support/visit'
import type { Visitor } from '../support/visitors'
import { type FilledPage, givenFilledPages, type Look, troubleOn } from './h5-pages'

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

test('every text is readable on its ground, by day and by night, and every target has 44 px', async () => {
  const visit = await openH5(browser, { as: visitor })
  const inMode = (colorScheme: 'light' | 'dark', more: (() => Promise<Finding[]>)[] = []): Look => ({
    turn: () => visit.page.emulateMedia({ colorScheme }),
    checks: [() => poorContrasts(visit.page.locator('body')), ...more],
    picture: `h5-${colorScheme}`,
  })
  const looks = [inMode('light', [() => smallTargets(visit.top, 44)]), inMode('dark')]
  expect(await troubleOn(visit, pages, ...looks)).toEqual({})
  await visit.end()
})

test('the first page loads no more than 170 KB of code and styles', async () => {
  const visit = await openH5(browser)
  const bodies: Promise<Buffer>[] = []
  visit.page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) bodies.push(response.body())
  })
  await visit.page.goto('about:blank')
  await visit.page.goto('/', { waitUntil: 'networkidle' })
  await visit.top.getByText('面向本单位职工').waitFor()
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000)
  await visit.end()
})
