import type { Browser } from 'playwright-core'
import { getMenuWeek } from '../../contract/canteen'
import { getMyMeals } from '../../contract/canteen-meals'
import { listMyRatings } from '../../contract/canteen-ratings'
import { signInAsDemo } from '../../contract/people-sign-in'
import { launchChromium } from '../support/chromium'
import { openH5 } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** What every request of a page said. */
function listen(page: Awaited<ReturnType<typeof openH5>>['page']): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/')) sent.push(request.url() + (request.postData() ?? ''))
  })
  return sent
}

test('from home to the menu is one tap; every dish has its allergens in words, a day tells closed from not published', async () => {
  const visitor = await givenVisitor()
  const { top, picture, end } = await openH5(browser, { as: visitor })
  await picture('h5-canteen-home')
  await top.getByRole('button', { name: /食堂菜单/ }).tap()
  await top.getByText('过敏原以窗口公示为准').waitFor()
  const { days, today, dishes } = await get(getMenuWeek, {}, visitor.token)
  const open = days.find(({ day, status }) => day >= today && status === 'open')
  const closed = days.find(({ day, status }) => day >= today && status === 'closed')
  const first = dishes.find(({ dishId }) => dishId === open?.sittings[0]?.servings[0]?.dishId)
  if (open && first) {
    await top
      .getByRole('tab', { name: new RegExp(`${Number(open.day.slice(5, 7))}/${Number(open.day.slice(8))}$`) })
      .tap()
    await top.locator('.ml-name').first().waitFor()
    await picture('h5-canteen-menu')
  }
  if (closed) {
    const name = new RegExp(`${Number(closed.day.slice(5, 7))}/${Number(closed.day.slice(8))}$`)
    await top.getByRole('tab', { name }).tap()
    await top.getByText('食堂休息').waitFor()
  }
  await end()
})

test('忌口 is set, marks the menu in words, survives a reload, and is in no request', async () => {
  const visitor = await givenVisitor()
  const { page, top, picture, end } = await openH5(browser, { as: visitor })
  const sent = listen(page)
  await page.goto('/#/features/canteen/avoid')
  await top.getByRole('checkbox', { name: '大豆' }).tap()
  await top.getByRole('checkbox', { name: '✓ 大豆' }).waitFor()
  await picture('h5-canteen-avoid')
  await page.reload()
  await top.getByRole('checkbox', { name: '✓ 大豆' }).waitFor()
  await page.goto('/#/features/canteen/dishes')
  await top
    .getByText(/✕ 含大豆/)
    .first()
    .waitFor()
  await picture('h5-canteen-dishes')
  await top.locator('.ml-whole').first().tap()
  await top.getByText('大家怎么说').waitFor()
  await picture('h5-canteen-dish')
  expect(sent.length).toBeGreaterThan(2)
  expect(sent.filter((text) => /soybeans|avoid|大豆/.test(decodeURIComponent(text)))).toEqual([])
  await end()
})

test('a lunch is rated in three taps', async () => {
  const { token } = await get(signInAsDemo, { persona: 'staff' })
  const { toRate } = await get(getMyMeals, {}, token)
  const before = (await get(listMyRatings, { limit: 100 }, token)).items.length
  expect(toRate.length).toBeGreaterThan(0)
  const { page, top, picture, end } = await openH5(browser)
  await top.getByRole('button', { name: '登录', exact: true }).tap()
  await top.getByRole('button', { name: /^职工/ }).tap()
  await top.getByText('，林晓雨').waitFor()
  let taps = 0
  const tap = async (target: ReturnType<typeof top.locator>) => {
    await target.tap()
    taps += 1
  }
  await tap(top.getByRole('button', { name: /怎么样？/ }))
  await tap(top.getByRole('radio', { name: '4 星' }).first())
  await picture('h5-canteen-rate')
  await tap(top.getByRole('button', { name: '提交', exact: true }))
  await top.getByText('✓ 谢谢，已评 4 星').waitFor()
  expect(taps).toBe(3)
  expect((await get(listMyRatings, { limit: 100 }, token)).items).toHaveLength(before + 1)
  await page.close()
  await end()
})
