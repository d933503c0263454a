import type { Browser } from 'playwright-core'
import { listMySurveys } from '../../contract/survey-answering'
import { launchChromium } from '../support/chromium'
import { givenSurveyFor } from '../support/survey-visitors'
import { openH5 } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('a survey is answered on the phone, left and come back to, and handed in once', async () => {
  const visitor = await givenVisitor()
  const surveyId = await givenSurveyFor(visitor)
  const { page, top, picture, end } = await openH5(browser, { as: visitor })
  await top.getByRole('button', { name: /^问卷/ }).tap()
  // the home page has a row of the survey too
  await top.getByText('请您回答').waitFor()
  await picture('h5-surveys')
  await top.getByRole('button', { name: /^食堂满意度调查/ }).tap()
  await top.getByText('匿名问卷').waitFor()
  await top.getByRole('radio', { name: '其他' }).tap()
  await top.locator('.choice-other input').fill('门口的小店')
  await top.getByRole('button', { name: '下一页' }).tap()
  await top.getByText('这道题必须回答').waitFor()
  await picture('h5-survey-wrong')
  await top.getByRole('radio', { name: '4 分满意' }).tap()
  await top.getByRole('button', { name: /^味道/ }).tap()
  await top.getByRole('button', { name: /^卫生/ }).tap()
  await picture('h5-survey-answer')
  await page.reload()
  await top.getByText('已答 3 题').waitFor()
  await top.getByRole('button', { name: '下一页' }).tap()
  await top.locator('textarea').fill('早点开门')
  await picture('h5-survey-last')
  await top.getByRole('button', { name: '提交' }).tap()
  await top.getByText('谢谢，下周公布结果。').waitFor()
  await picture('h5-survey-thanks')
  const { items } = await get(listMySurveys, {}, visitor.token)
  expect(items.filter((one) => one.surveyId === surveyId)).toMatchObject([{ hasAnswered: true }])
  await page.goto('about:blank')
  await page.goto(`/#/features/survey/answer?surveyId=${surveyId}`)
  await top.getByText('每人只交一次').waitFor()
  await end()
})
