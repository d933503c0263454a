import type { Browser, Locator } from 'playwright-core'
import { openH5 } from '../support/visit'
import { openWeapp } from '../support/visit-weapp'
import type { Visitor } from '../support/visitors'

interface PhoneAnswer {
  surveyId: string
  visitor: Visitor
  /** A question of one choice that is answered by its second; of all others the last is chosen, or the first box. */
  second: string
  /** A question that must have appeared by then. */
  follows: string
}

/** Answers a survey screen by screen, as a thumb does, and hands it in. */
async function answerAll(top: Locator, { second, follows }: PhoneAnswer, beforeSubmit: () => Promise<unknown>) {
  const submit = top.getByText('提交', { exact: true })
  await top.getByText('下一页', { exact: true }).waitFor()
  for (let screen = 1; ; screen += 1) {
    for (const one of await top.locator('.answer-item [role="radiogroup"]').all()) {
      const isSecond = (await one.getAttribute('aria-label')) === second
      const choice = one.getByRole('radio')
      await (isSecond ? choice.nth(1) : choice.last()).click()
    }
    for (const several of await top.locator('.answer-item [role="group"]').all())
      await several.getByRole('checkbox').first().click()
    for (const row of await top.locator('.answer-item .ui-chips:not([aria-label="不了解"])').all())
      await row.getByRole('checkbox').first().click()
    if (await submit.isVisible()) break
    await top.getByText('下一页', { exact: true }).click()
    await top.getByText(`第 ${screen + 1} 页`).waitFor()
  }
  await top.getByText(follows).waitFor()
  await beforeSubmit()
  await submit.click()
  await top.getByText('交好了，谢谢您').waitFor()
}

/** In the H5 page, opened by its address. */
export async function answerInH5(browser: Browser, answer: PhoneAnswer): Promise<void> {
  const { page, top, picture, end } = await openH5(browser, { as: answer.visitor })
  await page.goto(`/#/features/survey/answer?surveyId=${answer.surveyId}`)
  await answerAll(top, answer, () => picture('h5-survey-from-console'))
  await end()
}

/** In the compiled WeChat mini-program, opened by its path. */
export async function answerInWeapp(browser: Browser, answer: PhoneAnswer): Promise<void> {
  const phone = await openWeapp(browser, answer.visitor, `/features/survey/answer?surveyId=${answer.surveyId}`)
  await answerAll(phone.page.locator('.mini-page').last(), answer, () => phone.screenshot('weapp-survey-from-console'))
  expect(phone.errors).toEqual([])
  await phone.close()
}
