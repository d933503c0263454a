import type { Browser } from 'playwright-core'
import { createSurvey, getSurvey } from '../../contract/survey'
import { itemsOf } from '../../contract/survey-definition'
import { getResults } from '../../contract/survey-results'
import { launchChromium } from '../support/chromium'
import { closedSurvey, everyKindSurvey, publishFor, satisfied, surveyOf } from '../support/survey-visitors'
import { openConsole } from '../support/visit'
import { get, givenVisitor, unique, type Visitor } from '../support/visitors'
import { downloaded, sheetsOf } from './downloaded'
import { openDraft, saveDraft } from './survey-editor'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** What the cloud has of a survey now. */
const definitionNow = async (surveyId: string, { token }: Visitor) =>
  (await get(getSurvey, { surveyId }, token)).definition

const asJson = (given: unknown) => ({
  name: '问卷.json',
  mimeType: 'application/json',
  buffer: Buffer.from(typeof given === 'string' ? given : JSON.stringify(given)),
})

test('a definition goes out as JSON, comes back as a new draft and in place of a draft, and a wrong file says why', async () => {
  const surveyor = await givenVisitor(['surveyor'])
  const { surveyId } = await get(createSurvey, { definition: everyKindSurvey }, surveyor.token)
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  await openDraft(page, surveyId)
  await page.getByRole('button', { name: '文件' }).click()
  const { name, bytes } = await downloaded(page, page.getByRole('menuitem', { name: '下载 JSON' }))
  expect(name).toBe('食堂满意度调查：httpsxinghe.example.cnsurveyscanteen.json')
  const written = JSON.parse(bytes.toString())
  expect(written).toEqual(everyKindSurvey)

  await page.goto('/console/#/survey/list?new=1')
  const begin = page.getByRole('dialog', { name: '新建问卷' })
  const first = begin.locator('input[type=file]')
  for (const [given, sentence] of [
    ['{"version":1', '这不是完整的 JSON 文件，请检查后重新选择。'],
    [{ ...written, version: 2 }, '问卷文件的版本不对，请用本系统导出的文件'],
    [{ ...written, title: undefined }, '文件里的问卷不对：标题：缺少“title”（title）。请改好再选。'],
    [surveyOf('甲', [{ ...satisfied('q1', '甲'), kind: 'stars' } as never]), '第 1 页从上数第 1 题：没有这种题型'],
    [surveyOf('甲', [{ ...satisfied('q1', '甲'), colour: 1 } as never]), '第 1 页从上数第 1 题：不认识“colour”'],
    [surveyOf('甲', [{ ...satisfied('q1', '甲'), isRequired: '是' } as never]), '第 1 题：写法不对'],
  ] as const) {
    await first.setInputFiles(asJson(given))
    await begin.getByRole('alert').filter({ hasText: sentence }).waitFor()
  }
  await first.setInputFiles({ name, mimeType: 'application/json', buffer: bytes })
  await page.getByRole('heading', { name: everyKindSurvey.title }).waitFor()
  const copyId = new URLSearchParams(page.url().split('?')[1]).get('id') ?? ''
  expect(copyId).not.toBe(surveyId)
  expect(await definitionNow(copyId, surveyor)).toEqual(everyKindSurvey)

  // from the keyboard, over what stands there; a wrong one leaves it as it is until it is right
  const other = surveyOf(`换成这份${unique()}`, [satisfied('q3', '您满意吗？')])
  const choose = async (given: unknown) => {
    await page.getByRole('button', { name: '文件' }).click()
    const item = page.getByRole('menuitem', { name: '载入 JSON' })
    await item.focus()
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), item.press('Enter')])
    await chooser.setFiles(asJson(given))
  }
  await choose({ ...other, pages: [] })
  const refused = page.getByRole('dialog', { name: '文件没有载入' })
  await refused.getByText('文件里的问卷不对：至少要有一页（pages）。请改好再选。').waitFor()
  await picture('console-survey-wrong-file')
  await refused.getByRole('button', { name: '知道了' }).click()
  await choose(other)
  await page.getByRole('heading', { name: other.title }).waitFor()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByRole('heading', { name: everyKindSurvey.title }).waitFor()
  expect(await definitionNow(copyId, surveyor)).toEqual(everyKindSurvey)
  await choose(other)
  await page.getByRole('heading', { name: other.title }).waitFor()
  await saveDraft(page)
  expect(await definitionNow(copyId, surveyor)).toEqual(other)

  // what is published goes out, but nothing comes in
  await openDraft(page, await publishFor(surveyor, [surveyor], other))
  await page.getByRole('button', { name: '文件' }).click()
  const choosers: unknown[] = []
  page.on('filechooser', (chooser) => choosers.push(chooser))
  await page.getByText('载入 JSON').last().click({ force: true })
  const again = await downloaded(page, page.getByRole('menuitem', { name: '下载 JSON' }))
  expect(JSON.parse(again.bytes.toString())).toEqual(other)
  expect(choosers).toEqual([])
  await end()
})

test('questions change their order by arrows and by dragging, over pages too, and the phone beside follows', async () => {
  const surveyor = await givenVisitor(['surveyor'])
  const first = ['甲', '乙', '丙'].map((title, at) => satisfied(`q${at + 1}`, title))
  const definition = surveyOf(`排序${unique()}`, first, [satisfied('q4', '丁')])
  const { surveyId } = await get(createSurvey, { definition }, surveyor.token)
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  await openDraft(page, surveyId)
  const cards = page.locator('.item-page')
  const order = async () => {
    const pages = await cards.all()
    return Promise.all(pages.map(async (each) => (await each.locator('.item-title span').allTextContents()).join('')))
  }
  const card = (title: string) => page.locator('article', { has: page.getByText(title, { exact: true }) })
  const drag = async (title: string, target: string, half: 'upper' | 'lower') => {
    const box = await card(target).boundingBox()
    const targetPosition = { x: 200, y: (box?.height ?? 0) * (half === 'upper' ? 0.2 : 0.8) }
    await card(title).locator('.item-grip').dragTo(card(target), { targetPosition })
  }
  expect(await order()).toEqual(['甲乙丙', '丁'])
  await card('甲').getByRole('button', { name: '下移' }).press('Enter')
  expect(await order()).toEqual(['乙甲丙', '丁'])
  await card('丙').getByRole('button', { name: '下移' }).press('Enter')
  expect(await order()).toEqual(['乙甲', '丙丁'])
  expect(await card('乙').getByRole('button', { name: '上移' }).isDisabled()).toBe(true)
  await card('丙').getByRole('button', { name: '上移' }).press('Enter')
  expect(await order()).toEqual(['乙甲丙', '丁'])

  await drag('乙', '甲', 'lower')
  expect(await order()).toEqual(['甲乙丙', '丁'])
  await drag('丙', '甲', 'upper')
  expect(await order()).toEqual(['丙甲乙', '丁'])
  await drag('甲', '丁', 'lower')
  expect(await order()).toEqual(['丙乙', '丁甲'])
  await drag('乙', '丁', 'upper')
  expect(await order()).toEqual(['丙', '乙丁甲'])
  await picture('console-survey-order')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  expect(await order()).toEqual(['丙乙', '丁甲'])
  const preview = page.getByRole('complementary', { name: '手机预览' })
  const shown = await preview.locator('section').allTextContents()
  expect(shown.join('')).toMatch(/丙.*乙/s)
  await saveDraft(page)
  const { pages } = await definitionNow(surveyId, surveyor)
  const titles = pages.map(({ items }) => items.map(({ code, title }) => code + title).join(''))
  expect(titles).toEqual(['q3丙q2乙', 'q4丁q1甲'])
  await end()
})

test('results go into Excel with a code book and into CSV as the page has them, and not before the end', async () => {
  const surveyor = await givenVisitor(['surveyor'])
  const definition = { ...everyKindSurvey, title: `结果${unique()}/上` }
  const wished = Array.from({ length: 20 }, (_, at) => ({
    '常去哪个食堂？': { option: at < 14 ? 'o1' : 'o2' },
    '总体满意吗？': { number: at < 14 ? 5 : 2 },
    '还有什么想说的？': { text: '这句话不能出去' },
  }))
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  await page.goto(`/console/#/survey/result?id=${await publishFor(surveyor, [surveyor], definition)}`)
  const format = page.getByRole('menuitem')
  await page.getByRole('button', { name: '导出' }).click()
  await format.filter({ hasText: 'Excel（附编码表）' }).click()
  await page.getByRole('alert').getByText('现在还不能看结果。问卷结束以后').waitFor()
  await picture('console-survey-export-early')

  await page.goto(`/console/#/survey/result?id=${await closedSurvey(surveyor, definition, wished)}`)
  await page.locator('.result-item', { hasText: '常去哪个食堂？' }).getByText('70.0%').first().waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const xlsx = await downloaded(page, format.filter({ hasText: 'Excel（附编码表）' }))
  expect(xlsx.name).toBe(`${definition.title.replace('/', ' ')} 结果.xlsx`)
  const sheets = await sheetsOf(xlsx.bytes)
  expect(Object.keys(sheets)).toEqual(['概要', '各题', '选项', '编码', '说明'])
  const book = sheets.编码?.map((row) => row.slice(0, 4))
  for (const item of itemsOf(definition).filter(({ kind }) => kind !== 'section')) {
    expect(book).toContainEqual([item.code, '', '', item.title])
    for (const { code, text } of 'options' in item ? item.options : [])
      expect(book).toContainEqual([item.code, '', code, text])
    for (const { code, text } of 'rows' in item ? item.rows : [])
      expect(book).toContainEqual([item.code, code, '', text])
  }
  expect(sheets.概要).toContainEqual(['计入统计', 20])
  expect(sheets.各题?.find(([code]) => code === 'q4')?.slice(0, 4)).toEqual(['q4', '总体满意吗？', 20, 4.1])
  const [line] = sheets.选项?.filter(([code, , , option]) => code === 'q2' && option === 'o1') ?? []
  expect(line?.slice(4, 7)).toEqual(['东食堂', 14, 70])

  await page.getByRole('button', { name: '导出' }).click()
  const csv = await downloaded(page, format.filter({ hasText: 'CSV' }))
  expect(csv.name).toBe(`${definition.title.replace('/', ' ')} 结果.csv`)
  const text = csv.bytes.toString()
  expect(text.startsWith('\ufeff题号,题目,人数')).toBe(true)
  expect(text).toContain('q2,常去哪个食堂？,,o1,东食堂,14,70,')
  for (const words of [text, JSON.stringify(sheets)]) expect(words).not.toMatch(/这句话不能出去|访客/)
  await end()
})

test('an action is closed by a survey that asked the same after it was done; another one is refused in words', async () => {
  const surveyor = await givenVisitor(['surveyor'])
  const [need, word] = [`排队的时间您满意吗？${unique()}`, unique()]
  const given = (number: number) => Array.from({ length: 10 }, () => ({ [need]: { number } }))
  const survey = (title: string, asks = need) => surveyOf(title + word, [satisfied('q1', asks)])
  const first = await closedSurvey(surveyor, survey('第一次'), given(2))
  await closedSurvey(surveyor, survey('太早'), [{}])
  const { page, picture, end } = await openConsole(browser, { as: surveyor, width: 1440, height: 900 })
  await page.goto(`/console/#/survey/result?id=${first}`)
  await page.getByRole('link', { name: '立改进事项' }).click()
  const drawer = page.getByRole('dialog', { name: /改进事项/ })
  await drawer.getByRole('textbox', { name: '怎么改' }).fill('多开一个窗口')
  await drawer.getByRole('combobox', { name: '谁负责' }).fill(surveyor.name)
  await page.locator('.ant-select-item-option', { hasText: surveyor.name }).click()
  await drawer.getByRole('textbox', { name: '哪天之前' }).fill('2099-01-01')
  await drawer.getByRole('textbox', { name: '哪天之前' }).press('Tab')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: need }).click()
  await drawer.getByText('已做完').click()
  await drawer.getByRole('button', { name: '保存' }).click()

  const remeasure = page.getByRole('form', { name: '复测' })
  const by = async (title: string) => {
    await remeasure.getByRole('combobox', { name: '哪份问卷' }).fill(title + word)
    const read = page.waitForResponse(/survey\.getSurvey$/)
    await page.locator('.ant-select-item-option', { hasText: title + word }).click()
    await read
    await remeasure.getByText('第 1 题').waitFor()
  }
  const close = remeasure.getByRole('button', { name: '复测并结束' })
  await by('太早')
  await remeasure.getByText(`第 1 题 ${need}`).waitFor()
  await close.click()
  await remeasure.getByRole('alert').getByText('要在标为“已做完”、原来的问卷也结束以后才开始').waitFor()
  await picture('console-survey-not-measured')

  await closedSurvey(surveyor, survey('别的话', '价格满意吗？'), [{}])
  await closedSurvey(surveyor, survey('人太少'), [{}])
  const again = await closedSurvey(surveyor, survey('又一次'), given(4))
  // whoever reads the result need not wait until the anonymous answers are in their last place
  await get(getResults, { surveyId: again }, surveyor.token)
  await page.reload()
  for (const [title, sentence] of [
    ['别的话', '题目还要和原来一字不差'],
    ['人太少', '不到 10 人'],
  ] as const) {
    await by(title)
    await close.click()
    await remeasure.getByRole('alert').getByText(sentence).waitFor()
  }
  await by('又一次')
  await close.click()
  await page.getByText('已复测：平均从 2.00 到 4.00').waitFor()
  await drawer.getByText('已经复测结束，不用再做什么。').waitFor()
  await drawer.getByText('平均从 2.00 到 4.00').waitFor()
  await picture('console-survey-measured')
  await end()
})
