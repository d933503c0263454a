import type { Browser } from 'playwright-core'
import { getSurvey, listSurveys, saveSurvey } from '../../contract/survey'
import { itemsOf, type SurveyDefinition } from '../../contract/survey-definition'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { answerSurvey } from '../support/survey-visitors'
import { openConsole } from '../support/visit'
import { get, givenVisitor, unique, type Visitor } from '../support/visitors'
import { answerInH5, answerInWeapp } from './answer-on-phone'
import { addItem, beginSurvey } from './survey-editor'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const queues = '排队的时间您满意吗？'

test('a survey is made from a template, tried out, published, answered, closed and read as a result', async () => {
  const surveyor = await givenVisitor(['surveyor'])
  const answerers = await Promise.all(Array.from({ length: 10 }, () => givenVisitor()))
  const title = `食堂调查${unique()}`
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  const surveyId = await beginSurvey(page, /^食堂/)
  await page.getByRole('textbox', { name: '标题', exact: true }).fill(title)
  await addItem(page, '满意度（1–5 分）', queues)
  await addItem(page, '问答题', '排队哪里不好？')
  await page.getByRole('button', { name: '满足条件才显示' }).click()

  // the phone beside it shows the second only to who is not satisfied
  const preview = page.getByRole('complementary', { name: '手机预览' })
  await preview.getByText(queues).waitFor()
  expect(await preview.getByText('排队哪里不好？').count()).toBe(0)
  await preview.locator('section', { hasText: queues }).getByRole('radio', { name: '2' }).click()
  await preview.getByText('排队哪里不好？').waitFor()
  await preview.locator('section', { hasText: queues }).getByRole('radio', { name: '5' }).click()
  await preview.getByText('排队哪里不好？').waitFor({ state: 'detached' })

  // whom it is for
  await page.getByRole('combobox', { name: '调查对象' }).press('ArrowDown')
  await page.locator('.ant-select-item-option', { hasText: '指定部门' }).click()
  await page.getByRole('combobox', { name: '哪些部门' }).press('ArrowDown')
  for (const { department } of answerers) {
    await page.getByRole('combobox', { name: '哪些部门' }).fill(department)
    await page.locator('.ant-select-tree-title', { hasText: department }).click()
  }
  await page.keyboard.press('Escape')
  await picture('console-survey-edit')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])

  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `发布“${title}”` })
  await dialog.getByText('题目和匿名从此不能再改').waitFor()
  await picture('console-survey-publish')
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已邀请 10 人').waitFor()

  const [inH5, inWeapp, ...others] = answerers as [Visitor, Visitor, ...Visitor[]]
  const onPhone = { surveyId, second: queues, follows: '排队哪里不好？' }
  await answerInH5(browser, { ...onPhone, visitor: inH5 })
  await answerInWeapp(browser, { ...onPhone, visitor: inWeapp })
  // both phones gave 2: three more do, and five give 4
  for (const [at, other] of others.entries())
    await answerSurvey(surveyId, other, { [queues]: { number: at < 3 ? 2 : 4 } })

  await page.getByRole('link', { name: '看参与情况' }).click()
  await page.getByText('100.0%').first().waitFor()
  await page.getByRole('button', { name: '提前结束' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click()
  await page.getByRole('tab', { name: '结果' }).click()
  const question = page.locator('section.result-item', { hasText: queues })
  await question.getByText('50.0%').first().waitFor()
  await page.getByText('邀请 10 人，答了 10 人').waitFor()
  await picture('console-survey-result')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  await end()
})

test('what was removed comes back, and a draft that a colleague saved meanwhile is not overwritten', async () => {
  const [surveyor, colleague] = [await givenVisitor(['surveyor']), await givenVisitor(['manager'])]
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  const surveyId = await beginSurvey(page, /^空白/)
  await addItem(page, '单选题', '您常去哪个食堂？')
  await addItem(page, '填空题', '还有什么想说的？')
  await page.getByRole('article', { name: '第 1 题' }).getByRole('button', { name: '删除' }).first().click()
  await page.getByRole('article', { name: '第 2 题' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销删除' }).click()
  await page.getByRole('article', { name: '第 1 题' }).getByText('您常去哪个食堂？').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByRole('status').getByText('已保存').waitFor()

  const { revision, definition } = await get(getSurvey, { surveyId }, colleague.token)
  expect(itemsOf(definition as SurveyDefinition).map(({ title }) => title)).toEqual([
    '您常去哪个食堂？',
    '还有什么想说的？',
  ])
  const title = `同事改的${unique()}`
  await get(saveSurvey, { surveyId, revision, definition: { ...definition, title } }, colleague.token)
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('我改的')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('您的改动没有保存').waitFor()
  await picture('console-survey-changed')
  await page.getByRole('button', { name: '载入最新内容' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  await end()
})

test('pasted text becomes questions of a draft', async () => {
  const surveyor = await givenVisitor(['surveyor'])
  const { page, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  await page.goto('/console/#/survey/list?new=1')
  await page.getByRole('button', { name: '粘贴文字' }).click()
  const name = `早餐${unique()}`
  await page.getByRole('textbox', { name: '题目文字' }).fill(`1、${name}吃什么？[单选题]\n粥\n面\n2、还有呢？[填空题]`)
  await page.getByRole('button', { name: '识别' }).click()
  await page.getByText('认出 2 题').waitFor()
  await page.getByRole('button', { name: '建成草稿' }).click()
  await page.getByRole('article', { name: '第 1 题' }).getByText(`${name}吃什么？`).waitFor()
  const { items } = await get(listSurveys, { status: 'draft' }, surveyor.token)
  expect(items.some(({ createdBy }) => createdBy === surveyor.name)).toBe(true)
  await end()
})
