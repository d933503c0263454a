import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { encode } from 'uqr'
import { launchChromium } from '../support/chromium'
import { openConsole, openH5 } from '../support/visit'
import { builtServer, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** The code the page waits for: the hash of the secret it asks with. */
async function shownCode(page: Page): Promise<string> {
  const asked = await page.waitForRequest((request) => request.url().endsWith('/api/people.finishScanSignIn'))
  const { secret }: { secret: string } = asked.postDataJSON()
  return createHash('sha256').update(secret).digest('base64url').slice(0, 22)
}

/** Whether a picture, as it is on the screen, is the QR code of a text: every cell is looked at in its middle. */
async function isQrOf(picture: Buffer, text: string): Promise<boolean> {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const { data: pixels, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const at = (cell: number, length: number) => Math.floor(((cell + 0.5) / size) * length)
  return data.every((row, y) =>
    row.every((isDark, x) => {
      const grey = pixels[(at(y, info.height) * info.width + at(x, info.width)) * info.channels] ?? 0
      return grey < 128 === isDark
    }),
  )
}

test('the console shows a code; who is signed in on the phone opens it and confirms, and the console is in', async () => {
  const admin = await givenVisitor(['admin'])
  const desk = await openConsole(browser)
  const code = await shownCode(desk.page)
  const picture = await desk.page.getByRole('img', { name: '登录二维码' }).screenshot()
  expect(await isQrOf(picture, `${builtServer()}/s/${code}`)).toBe(true)
  expect(await isQrOf(picture, `${builtServer()}/s/${code.replace(/^./, code[0] === 'A' ? 'B' : 'A')}`)).toBe(false)
  await desk.picture('console-sign-in')

  const phone = await openH5(browser, { as: admin })
  await phone.page.goto(`/s/${code}`)
  await phone.top.getByText(`将以 ${admin.name}`).waitFor()
  await phone.picture('h5-confirm-sign-in')
  await phone.top.getByRole('button', { name: '确认登录' }).tap()
  await phone.top.getByText('已确认').waitFor()

  await desk.page.getByRole('button', { name: `账号 ${admin.name}` }).waitFor()
  await desk.page.getByRole('link', { name: '花名册' }).waitFor()
  await Promise.all([desk.end(), phone.end()])
})

test('a sign-in code is confirmed once; a second time the page says so', async () => {
  const visitor = await givenVisitor()
  const { page, top, end } = await openH5(browser, { as: visitor })
  const code = createHash('sha256').update(visitor.name).digest('base64url').slice(0, 22)
  const confirm = () => top.getByRole('button', { name: '确认登录' }).tap()
  await page.goto(`/s/${code}`)
  await confirm()
  await top.getByText('已确认').waitFor()
  await page.goto('/')
  await page.goto(`/s/${code}`)
  await confirm()
  await top.getByText('已经用过或已过期').waitFor()
  await end()
})

test('the manager of the demo comes in with one choice and sees the rooms, not the roster', async () => {
  const { page, end } = await openConsole(browser)
  await page.getByRole('button', { name: '办公室主任' }).click()
  await page.getByRole('button', { name: '账号 高建平' }).waitFor()
  await page.getByRole('link', { name: '会议日程' }).waitFor()
  expect(await page.getByRole('link', { name: '花名册' }).count()).toBe(0)
  await end()
})

test('an ordinary member of staff finds no menus and is told where to book instead', async () => {
  const { page, end } = await openConsole(browser)
  await page.getByRole('button', { name: '职工', exact: true }).click()
  await page.getByText('您的账号没有后台职责').waitFor()
  expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0)
  await page.goto('/console/#/people/roster')
  await page.getByText('您的账号没有后台职责').waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  await end()
})

test('after 30 minutes without a hand on the desk the console hides everything; coming back, the same page stands', async () => {
  const admin = await givenVisitor(['admin'])
  const { page, end } = await openConsole(browser, { as: admin, isClockFake: true })
  await page.getByRole('link', { name: '花名册' }).click()
  await page.getByRole('cell', { name: '林晓雨' }).waitFor()
  await page.clock.fastForward('20:00')
  await page.mouse.move(200, 200)
  await page.clock.fastForward('20:00')
  expect(await page.getByRole('cell', { name: '林晓雨' }).isVisible()).toBe(true)

  await page.clock.fastForward('11:00')
  await page.getByText('离开超过 30 分钟').waitFor()
  expect(await page.getByRole('cell', { name: '林晓雨' }).isVisible()).toBe(false)
  await page.goto(`/console/?link=${await admin.link()}#/people/roster`)
  await page.getByRole('cell', { name: '林晓雨' }).waitFor()
  await end()
})
