import type { Browser, Page } from 'playwright-core'
import { listPeople } from '../../contract/people'
import { launchChromium } from '../support/chromium'
import { xlsxOf } from '../support/sheet-file'
import { openConsole } from '../support/visit'
import { get, givenVisitor, unique } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function choose(page: Page, bytes: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: '花名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: bytes,
  })
  await page.getByText(/读到 \d+ 行/).waitFor()
}

async function confirmImport(page: Page, lines: number): Promise<void> {
  await page.getByRole('button', { name: `导入 ${lines} 行` }).click()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('花名册已更新').waitFor()
}

test('a roster is imported: looked at first, one row corrected in place, and the same file again changes nothing', async () => {
  const admin = await givenVisitor(['admin'])
  const number = unique()
  const sheet = await xlsxOf({
    职工: [
      ['工号', '姓名', '部门', '手机'],
      [`N${number}1`, '欧阳一', '信息研究所', '13800138001'],
      [`N${number}2`, '', '信息研究所', '13800138002'],
      [`N${number}3`, '欧阳三', '信息研究所', '13800138003'],
    ],
  })
  const written = async () =>
    (await get(listPeople, { query: `N${number}` }, admin.token)).items.map(({ name }) => name).sort()

  const { page, picture, end } = await openConsole(browser, { as: admin })
  await page.getByRole('link', { name: '花名册' }).click()
  await page.getByRole('link', { name: '导入花名册' }).click()
  await choose(page, sheet)
  await page.getByText('有 1 行没有读取').waitFor()
  await picture('console-import-check')
  expect(await written()).toEqual([])

  await page.getByRole('button', { name: '修改第 3 行' }).click()
  await page.getByRole('textbox', { name: '姓名' }).fill('欧阳二')
  await page.getByRole('button', { name: '完成' }).click()
  await confirmImport(page, 3)
  await page.getByText('新增 3 人，变更 0 人，不变 0 人').waitFor()
  expect(await written()).toEqual(['欧阳一', '欧阳三', '欧阳二'].sort())

  await page.getByRole('button', { name: '再导入一份' }).click()
  await choose(page, sheet)
  await page.getByText(/新增 0，变更 0，不变 2/).waitFor()
  await confirmImport(page, 2)
  await page.getByText('新增 0 人，变更 0 人，不变 2 人').waitFor()
  expect(await written()).toHaveLength(3)
  await end(/beforeunload/)
})

test('a file that is no sheet is refused with a sentence, and another can be chosen at once', async () => {
  const admin = await givenVisitor(['admin'])
  const { page, end } = await openConsole(browser, { as: admin })
  await page.goto('/console/#/people/import')
  const files = page.locator('input[type=file]')
  await files.setInputFiles({ name: '花名册.xlsx', mimeType: 'application/zip', buffer: Buffer.from('no sheet') })
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toMatch(/[\u4e00-\u9fff]{8,}/)
  await choose(
    page,
    await xlsxOf({
      职工: [
        ['工号', '姓名', '部门'],
        [`N${unique()}`, '司徒', '车队'],
      ],
    }),
  )
  await end()
})
