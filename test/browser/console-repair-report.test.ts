import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { csvOf } from '../support/sheet-file'
import { openConsole } from '../support/visit'
import { givenVisitor, unique } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const sheet = (name: string, rows: string[][]) => ({ name, mimeType: 'text/csv', buffer: csvOf(rows) })

/** Ten tickets of a spring long past, which no other test counts; two late, one still open and late by now, one that cannot be read. */
function history(category: string, year: number): string[][] {
  const row = (day: number, hours: number | undefined, due: number) => {
    const at = (hour: number) => `${year}/4/${day + Math.floor(hour / 24)} ${hour % 24}:00`
    return [at(9), hours === undefined ? '' : at(9 + hours), at(9 + due), category, `${category}号房`]
  }
  return [
    ['报修时间', '完成时间', '要求完成时间', '报修类别', '地点'],
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => row(day, 2, 4)),
    row(8, 6, 4),
    row(9, 8, 4),
    row(10, undefined, 4),
    ['4月', '', '', category, ''],
  ]
}

const figure = (page: Page, name: string) =>
  page.locator('.report-cards > div').filter({ has: page.getByText(name, { exact: true }) })

test('a history is looked at, taken over, and seen in the figures; the same file again adds nothing', async () => {
  const dispatcher = await givenVisitor(['dispatcher'])
  const category = `旧类${unique()}`
  const { page, picture, end } = await openConsole(browser, { as: dispatcher })
  await page.getByRole('link', { name: '统计' }).click()
  await page.getByRole('link', { name: '导入历史' }).first().click()
  const file = sheet('台账.csv', history(category, 2019))
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('读到 11 行').waitFor()
  await page.getByText('报修类别', { exact: false }).first().waitFor()
  expect(await page.getByText('错误：「4月」读不出报修时间，须有年、月、日').count()).toBe(1)
  expect(await page.getByText('还没完成 1 件').count()).toBe(1)
  expect(await page.getByRole('cell', { name: `历史导入 · ${category}` }).count()).toBe(10)
  await picture('console-history')
  await page.getByRole('button', { name: '导入 10 件' }).click()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('新增 10 件，没有导入 1 行，新建 1 个类别').waitFor()

  await page.getByRole('link', { name: '看统计' }).click()
  await page.getByText('10 件', { exact: true }).first().waitFor()
  expect(await figure(page, '解决按时率').innerText()).toContain('70%')
  expect(await figure(page, '解决按时率').innerText()).toContain('10 次计入，超时 3 次')
  expect(await figure(page, '解决时长中位数').innerText()).toContain('2 小时')
  expect(await figure(page, '响应按时率').innerText()).toContain('—')
  for (const title of ['按时率与时长', '每日新增与完成', '类别', '高频故障', '完成方式']) {
    const part = page.getByRole('region', { name: title, exact: true })
    expect([title, await part.locator('svg path').count()]).not.toEqual([title, 0])
    expect([title, await part.getByRole('row').count()]).not.toEqual([title, 0])
  }
  expect(await page.getByRole('region', { name: '挂起原因' }).innerText()).toContain('没有挂起过。')
  expect(await page.getByRole('region', { name: '高频故障' }).innerText()).toContain(`${category}号房`)
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  await picture('console-report')

  await page.goto('/console/#/repair/import-history')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('已经导入过 10 件').waitFor()
  expect(await page.getByRole('button', { name: '没有新的内容' }).isDisabled()).toBe(true)
  await end()
})

test('the report is exported as a workbook; a time without tickets says what to do', async () => {
  const manager = await givenVisitor(['manager'])
  const { page, end } = await openConsole(browser, { as: manager })
  const category = `旧类${unique()}`
  await page.goto('/console/#/repair/import-history')
  await page.locator('input[type=file]').setInputFiles(sheet('a.csv', history(category, 2017)))
  await page.getByRole('button', { name: '导入 10 件' }).click()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('link', { name: '看统计' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel', disabled: false }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/报修统计 2017-04-01 至 2017-04-10\.xlsx$/)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer)
  const rows = workbook.getWorksheet('类别')?.getSheetValues() ?? []
  expect(JSON.stringify(rows)).toContain(`"历史导入 · ${category}",10`)

  await page.goto('/console/#/repair/report?from=1999-01-01&until=1999-12-31')
  await page.getByText('这些条件下没有工单').waitFor()
  expect(await page.getByRole('button', { name: '导出 Excel' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '看今年全部' }).click()
  await figure(page, '工单').waitFor()
  expect(page.url()).toContain(`from=${new Date().getFullYear()}-01-01`)
  await end()
})

test('what is no sheet is refused in words, and the next file is taken', async () => {
  const dispatcher = await givenVisitor(['dispatcher'])
  const { page, end } = await openConsole(browser, { as: dispatcher })
  await page.goto('/console/#/repair/import-history')
  const files = page.locator('input[type=file]')
  await files.setInputFiles({ name: 'a.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK no sheet') })
  await page.getByText('这个文件打不开。').waitFor()
  await files.setInputFiles(sheet('b.csv', [['姓名'], ['张三']]))
  await page.getByText('没有找到表头。').waitFor()
  await files.setInputFiles(sheet('c.csv', history(`旧类${unique()}`, 2015)))
  await page.getByText('读到 11 行').waitFor()
  await end()
})
