import type { Browser, Page } from 'playwright-core'
import { closeSurvey } from '../../contract/survey'
import type { SurveyItem } from '../../contract/survey-definition'
import { getParticipation, getResults } from '../../contract/survey-results'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { answerSurvey, everyKindSurvey, publishFor, satisfied, surveyOf } from '../support/survey-visitors'
import { openConsole } from '../support/visit'
import { get, givenVisitor, unique, type Visitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** Types digits and Enter, Tab and the like, one after the other. */
async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}
/** The title of the question that the keyboard is at. */
const here = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.paper-question')?.querySelector('h4, label')?.textContent)

const queue: SurveyItem = { ...satisfied('q1', '排队的时间您满意吗？'), isRequired: true } as SurveyItem
const asked = { hint: '', isRequired: false }
const improve: SurveyItem = {
  ...asked,
  code: 'q2',
  kind: 'multiple',
  title: '最该改什么？',
  isRandom: false,
  least: 0,
  options: [
    { code: 'o1', text: '口味' },
    { code: 'o2', text: '排队' },
  ],
}
const words: SurveyItem = {
  ...asked,
  code: 'q3',
  kind: 'longText',
  title: '排队哪里不好？',
  visibleIf: { op: 'chose', item: 'q2', option: 'o2' },
}

test('two sheets of an anonymous survey are entered by the keyboard alone, and are in the result as paper', async () => {
  const [surveyor, proxy] = [await givenVisitor(['surveyor']), await givenVisitor(['proxy'])]
  const people = await Promise.all(Array.from({ length: 10 }, () => givenVisitor()))
  const title = `纸质调查${unique()}`
  const surveyId = await publishFor(surveyor, people, surveyOf(title, [queue, improve], [words]))
  const { page, picture, end } = await openConsole(browser, { as: proxy, width: 1440, height: 900 })
  await page.getByRole('link', { name: '录入纸质答卷' }).click()
  await picture('console-survey-paper-list')
  await page.getByRole('link', { name: title }).click()
  await page.getByText('录入的答卷会标明是纸质的').waitFor()
  await page.getByRole('heading', { name: '第 1 份' }).waitFor()
  expect(await here(page)).toContain('排队的时间您满意吗？')

  // the required question is forgotten
  await press(page, 'Enter', '1', 'Control+Enter')
  await page.getByRole('alert').getByText('第 1 题：这道题必须回答，请先作答').waitFor()
  expect(await here(page)).toContain('排队的时间您满意吗？')
  await picture('console-survey-paper-forgotten')
  await press(page, '4', 'Enter')
  expect(await page.getByRole('checkbox', { name: '口味' }).isChecked()).toBe(true)
  expect(await page.getByText('排队哪里不好？').count()).toBe(0)
  await press(page, '2')
  await page.getByText('排队哪里不好？').waitFor()
  await press(page, 'Enter')
  await page.keyboard.type('11 点半人太多')
  await press(page, 'Control+Enter')
  await page.getByRole('status').getByText('已录入，共 1 份').waitFor()
  await page.getByRole('heading', { name: '第 2 份' }).waitFor()

  // the next one begins empty, at its first question
  expect(await here(page)).toContain('排队的时间您满意吗？')
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  expect(await page.getByRole('checkbox', { name: '口味' }).isChecked()).toBe(false)
  expect(await page.getByText('排队哪里不好？').count()).toBe(0)
  await press(page, '4', 'Enter', '1', '2', '2', 'Enter', 'Enter')
  await page.getByRole('status').getByText('已录入，共 2 份').waitFor()

  for (const [at, person] of people.entries())
    await answerSurvey(surveyId, person, {
      [queue.title]: { number: at < 4 ? 4 : 5 },
      [improve.title]: { options: ['o1'] },
    })
  await get(closeSurvey, { surveyId }, surveyor.token)
  const result = await get(getResults, { surveyId }, surveyor.token)
  expect(result).toMatchObject({ paper: 2, n: 12, answered: 12, invited: 10, responseRate: 1 })
  const [points] = result.items
  expect(points?.cells.filter(({ count }) => count).map(({ code, count }) => [code, count])).toEqual([
    ['4', 6],
    ['5', 6],
  ])
  expect(await get(getParticipation, { surveyId }, surveyor.token)).toMatchObject({ invited: 10, answered: 10 })

  // whoever opened the page before it closed reads why no more is taken
  await press(page, '5', 'Control+Enter')
  await page.getByRole('alert').getByText('问卷已经结束，这一份没有录进去').waitFor()
  await end()
})

/** A sheet with one of every kind, by the keyboard. */
async function enterEveryKind(page: Page, { name }: Visitor) {
  await page.getByRole('textbox', { name: '工号' }).waitFor()
  expect(await here(page)).toContain('工号')
  await page.keyboard.type(name.replace('访客', 'V'))
  await press(page, 'Enter', '3', 'Enter')
  await page.keyboard.type('自己带饭')
  // multiple, csat, scale, ten of ten, two rows, a ranking, a number, a text
  await press(page, 'Enter', '1', '2', 'Enter', '5', 'Enter', '7', 'Enter', '1', '0', 'Enter')
  await press(page, '1', 'Enter', '3', 'Enter', '2', '1', 'Enter', '1', '2', 'Enter')
  await page.keyboard.type('番茄炒蛋')
  await press(page, 'Enter')
  await page.keyboard.type('2026-11-20')
  await press(page, 'Tab')
  await page.getByRole('textbox', { name: '还有什么想说的？' }).fill('都挺好')
}

test('a sheet of a named survey counts once for its staff number, and the second says so', async () => {
  const [surveyor, person] = [await givenVisitor(['surveyor']), await givenVisitor()]
  const definition = { ...everyKindSurvey, title: `实名调查${unique()}` }
  const surveyId = await publishFor(surveyor, [person], definition, false)
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  await page.goto(`/console/#/survey/result?id=${surveyId}&tab=participation`)
  await page.getByRole('main').getByRole('link', { name: '录入纸质答卷' }).click()
  await enterEveryKind(page, person)
  await picture('console-survey-paper')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  const sent = page.waitForRequest(/survey\.submitPaper$/)
  await press(page, 'Control+Enter')
  expect(JSON.parse((await sent).postData() ?? '{}')).toMatchObject({
    staffNumber: person.name.replace('访客', 'V'),
    answers: {
      q2: { option: 'o3', other: '自己带饭' },
      q3: { options: ['o1', 'o2'] },
      q4: { number: 5 },
      q5: { number: 7 },
      q6: { number: 10 },
      q7: { rows: { r1: 'o1', r2: 'o3' } },
      q8: { options: ['o2', 'o1'] },
      q9: { number: 12 },
      q10: { text: '番茄炒蛋' },
      q11: { day: '2026-11-20' },
      q12: { text: '都挺好' },
    },
  })
  await page.getByRole('status').getByText('已录入，共 1 份').waitFor()

  await press(page, 'Control+Enter')
  await page.getByRole('alert').getByText('这是实名问卷，请先填写工号').waitFor()
  await enterEveryKind(page, { ...person, name: '没有这个人' })
  await press(page, 'Control+Enter')
  await page.getByRole('alert').getByText('花名册里没有这个工号').waitFor()
  await page.getByRole('textbox', { name: '工号' }).fill(person.name.replace('访客', 'V'))
  await press(page, 'Control+Enter')
  await page.getByRole('alert').getByText('这位同事已经答过').waitFor()
  await picture('console-survey-paper-twice')
  await page.getByRole('button', { name: '清空，不交这一份' }).click()
  await page.getByRole('alert').getByText('这位同事已经答过').waitFor({ state: 'detached' })
  expect(await here(page)).toContain('工号')
  expect(await get(getParticipation, { surveyId }, surveyor.token)).toMatchObject({ invited: 1, answered: 1 })
  await end()
})
