import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium'
import { poorContrasts, sidewaysScroll, smallTargets, smallTexts, spilledTexts } from '../support/page-checks'
import { openH5 } from '../support/visit'
import type { Visitor } from '../support/visitors'
import { type FilledPage, givenFilledPages, troubleOn } from './h5-pages'

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

test.each(['in the usual size', 'in the largest size of 关怀模式'])(
  'on a screen of 320 px nothing has to be scrolled sideways and no text runs out of its place, %s',
  async (size) => {
    const visit = await openH5(browser, { as: visitor, width: 320, height: 568 })
    if (size !== 'in the usual size') {
      await visit.top.getByRole('switch', { name: /^关怀模式/ }).tap()
      await visit.page.getByRole('link', { name: '我的' }).tap()
      await visit.top.getByRole('tab', { name: '最大' }).tap()
    }
    const checks = [() => sidewaysScroll(visit.top), () => spilledTexts(visit.top)]
    expect(await troubleOn(visit, pages, { checks })).toEqual({})
    await visit.end()
  },
)

test('关怀模式 makes every text 18 px and every target 60 px, on every page, and stays', async () => {
  const visit = await openH5(browser, { as: visitor })
  await visit.top.getByRole('switch', { name: /^关怀模式/ }).tap()
  await visit.top.getByText('退出关怀模式').waitFor()
  const checks = [
    () => smallTexts(visit.top, 18),
    () => smallTargets(visit.top, 60),
    () => poorContrasts(visit.top),
    () => sidewaysScroll(visit.top),
  ]
  expect(await troubleOn(visit, pages, { checks, picture: 'h5-care' })).toEqual({})
  await visit.end()
})
