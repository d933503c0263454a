import type { Browser } from 'playwright-core'
import { getMenuWeek } from '../../contract/canteen'
import { getMyRating, listComments, rateServing } from '../../contract/canteen-ratings'
import type { InputOf } from '../../contract/procedure'
import { givenKitchen, givenLabelledDish, givenPublished, type VisitedKitchen } from '../support/canteen-visitors'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { dayIn } from '../support/times'
import { openConsole } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A canteen whose lunch is open all day today, with one dish. */
async function givenLunch(): Promise<{ kitchen: VisitedKitchen; dishId: string; dish: string }> {
  const lunch = { opensMinute: 0, closesMinute: 1440, isReservable: false, cutoffDays: 0, cutoffMinute: 0 }
  const kitchen = await givenKitchen(['主荤'], { meals: [{ meal: 'lunch', ...lunch }] })
  const { dishId, name } = await givenLabelledDish(kitchen, `红烧带鱼${kitchen.word}`, ['带鱼', '生抽'])
  await givenPublished(kitchen, dayIn(0), [dishId])
  return { kitchen, dishId, dish: name }
}

/** Somebody who has eaten says something. */
async function givenRating(
  { canteen }: VisitedKitchen,
  opinion: Omit<InputOf<typeof rateServing>, 'servingId'>,
): Promise<{ token: string; name: string; ratingId: string }> {
  const { token, name } = await givenVisitor()
  const { days } = await get(getMenuWeek, { canteenId: canteen.canteenId, day: dayIn(0) }, token)
  const servings = days.flatMap(({ sittings }) => sittings).flatMap((sitting) => sitting.servings)
  const { ratingId } = await get(rateServing, { servingId: servings[0]?.servingId ?? '', ...opinion }, token)
  return { token, name, ratingId }
}

test('a comment is answered without names; whoever wrote it reads the answer', async () => {
  const { kitchen, dish } = await givenLunch()
  const guest = await givenRating(kitchen, { stars: 2, chips: ['temperature'], words: '鱼是凉的' })
  const { page, picture, end } = await openConsole(browser, { as: kitchen.cook, width: 1440 })
  await page.goto(`/console/#/canteen/feedback?canteen=${kitchen.canteen.canteenId}`)
  const row = page.getByRole('button', { name: /鱼是凉的/ })
  await row.getByText('紧急').waitFor()
  expect(await row.innerText()).toMatch(/剩 \d|\d\d:\d\d 前/)
  expect(await page.locator('body').innerText()).not.toContain(guest.name)
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  await row.click()
  const comment = page.getByRole('article', { name: `${dish}的评价` })
  expect(await comment.getByRole('button', { name: '通过' }).count()).toBe(0)
  await comment.getByRole('textbox', { name: '回复' }).fill('谢谢提醒，保温台已经修好，中午起每半小时测一次温度。')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已回复，写评价的同事会收到通知').waitFor()
  await comment.getByRole('list', { name: '往来' }).getByText('食堂（您）').waitFor()
  await picture('console-canteen-comment')
  const { thread, answeredAt } = await get(getMyRating, { ratingId: guest.ratingId }, guest.token)
  expect(thread.map(({ side, words }) => [side, words.slice(0, 4)])).toEqual([['kitchen', '谢谢提醒']])
  expect(answeredAt).toBeDefined()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByText('没有等着回复的评价').waitFor()
  await end()
})

test('the office lets others see a comment, and not before it has looked', async () => {
  const { kitchen, dish, dishId } = await givenLunch()
  const { token } = await givenRating(kitchen, { stars: 5, words: '今天的鱼很新鲜' })
  const other = await givenVisitor()
  expect((await get(listComments, { dishId }, other.token)).items).toEqual([])
  const manager = await givenVisitor(['manager'])
  const { page, end } = await openConsole(browser, { as: manager, width: 1440 })
  await page.goto(`/console/#/canteen/feedback?canteen=${kitchen.canteen.canteenId}&state=unmoderated`)
  await page.getByRole('button', { name: /今天的鱼很新鲜/ }).click()
  const comment = page.getByRole('article', { name: `${dish}的评价` })
  await comment.getByRole('button', { name: '通过', exact: true }).click()
  await comment.getByText('已通过，其他同事看得到').waitFor()
  expect((await get(listComments, { dishId }, other.token)).items).toMatchObject([{ words: '今天的鱼很新鲜' }])
  expect((await get(listComments, { dishId }, token)).items).toHaveLength(1)
  await end()
})

test('a comment becomes a corrective action; another than the doer sees that it was done', async () => {
  const { kitchen, dish } = await givenLunch()
  const guest = await givenRating(kitchen, { stars: 1, chips: ['hygiene'], words: '菜里有头发' })
  const cook = await openConsole(browser, { as: kitchen.cook, width: 1440 })
  await cook.page.goto(`/console/#/canteen/feedback?canteen=${kitchen.canteen.canteenId}`)
  await cook.page.getByRole('button', { name: /菜里有头发/ }).click()
  const comment = cook.page.getByRole('article', { name: `${dish}的评价` })
  await comment.getByRole('button', { name: '为这条评价立整改' }).click()
  const title = `后厨一律戴帽${kitchen.word}`
  await comment.getByRole('textbox', { name: '做什么' }).fill(title)
  await comment.getByRole('button', { name: '立整改', exact: true }).click()
  await comment.getByRole('link', { name: '查看这条评价的整改' }).click()
  const action = cook.page.getByRole('article', { name: title })
  await action.getByRole('button', { name: '做完了' }).click()
  await action.getByText('请写下做了什么').waitFor()
  await action.getByRole('textbox', { name: '结果' }).fill('已全员配发，班前检查')
  await action.getByRole('button', { name: '做完了' }).click()
  await action.getByText('验收由办公室主任来做').waitFor()
  await cook.end()

  const manager = await openConsole(browser, { as: await givenVisitor(['manager']), width: 1440 })
  await manager.page.goto(`/console/#/canteen/actions?canteen=${kitchen.canteen.canteenId}&look=board`)
  await manager.page
    .getByRole('region', { name: '已完成' })
    .getByRole('button', { name: new RegExp(title) })
    .click()
  await manager.picture('console-canteen-actions')
  await manager.page.getByRole('article', { name: title }).getByRole('button', { name: '验收通过' }).click()
  await manager.page.getByText('已经验收，不用再做什么').waitFor()
  const mine = await get(getMyRating, { ratingId: guest.ratingId }, guest.token)
  expect(mine.action).toMatchObject({ title, status: 'verified' })
  await manager.end()
})

test('the kitchen reads the settings, the office changes them', async () => {
  const { cook } = await givenKitchen()
  const looking = await openConsole(browser, { as: cook, width: 1440 })
  await looking.page.goto('/console/#/canteen/settings')
  await looking.page.getByText('这里由办公室主任或管理员修改').waitFor()
  expect(await looking.page.getByRole('button', { name: '保存', exact: true }).count()).toBe(0)
  await looking.end()
  const changing = await openConsole(browser, { as: await givenVisitor(['manager']), width: 1440 })
  await changing.page.goto('/console/#/canteen/settings')
  await changing.page.getByRole('combobox', { name: '卫生词' }).fill('头皮屑、')
  await changing.page.getByRole('button', { name: '保存', exact: true }).click()
  await changing.page.getByText('已保存食堂设置').waitFor()
  await changing.page.reload()
  await changing.page.getByTitle('头皮屑').waitFor()
  await changing.picture('console-canteen-settings')
  await changing.end()
})
