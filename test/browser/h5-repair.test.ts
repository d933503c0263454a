import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { signInAsDemo } from '../../contract/people-sign-in'
import { getTicket, listMyTickets, reportTicket } from '../../contract/repair'
import { listCategories, listPlaceRecords, type PlaceRecord } from '../../contract/repair-catalog'
import { getPhoto } from '../../contract/repair-requester'
import { finishTicket } from '../../contract/repair-work'
import { launchChromium } from '../support/chromium'
import { heldBack, openH5 } from '../support/visit'
import { get, givenRoomFor, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** A photo as a phone takes it: large, with the place where it was taken. */
const phonePhoto = () =>
  sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#7a5c3e' } })
    .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } })
    .jpeg()
    .toBuffer()

async function choose(page: Page, name: RegExp, buffer: Buffer): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name }).tap()
  await (await asked).setFiles({ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer })
}

/** The photo arrives while the ticket, which was asked for before, is still on its way. */
async function crossOnTheWay(page: Page): Promise<void> {
  const photo = '**/api/repair.addPhoto'
  const isTicketAsked = page.waitForRequest('**/api/repair.getTicket')
  await page.route(photo, (route) => isTicketAsked.then(() => route.continue()))
  const showTicket = await heldBack(page, 'repair.getTicket')
  page.waitForResponse(photo).then(showTicket)
}

async function givenPlace(isFit: (place: PlaceRecord) => boolean): Promise<PlaceRecord> {
  const { token } = await get(signInAsDemo, { persona: 'admin' })
  const { items } = await get(listPlaceRecords, { query: '茶水间', limit: 100 }, token)
  const place = items.find(isFit)
  if (!place) throw new Error('the demo has no such place')
  return place
}

test('from the code of a place to 已提交: three taps and a photo, which arrives small and without its place', async () => {
  const visitor = await givenVisitor()
  const place = await givenPlace(({ isRoom }) => !isRoom)
  const { page, top, picture, end } = await openH5(browser, { as: visitor })
  let taps = 0
  const tap = async (name: string) => {
    await top.getByRole('button', { name, exact: true }).tap()
    taps += 1
  }
  await page.goto(`/r/${place.codeToken}`)
  await top.getByText(place.name, { exact: true }).waitFor()
  await picture('h5-place')
  await tap('报修')
  await top.getByText('先点一下是哪一类').waitFor()
  await picture('h5-report')
  await tap('打印机、复印机')
  await choose(page, /拍照或选照片/, await phonePhoto())
  await top.locator('.ui-photo-image').waitFor()
  await picture('h5-report-filled')
  await crossOnTheWay(page)
  await tap('提交')
  await top.getByText('已提交', { exact: true }).waitFor()
  expect(taps).toBe(3)
  await picture('h5-reported')

  const [mine] = (await get(listMyTickets, {}, visitor.token)).items
  expect(await top.getByText(`单号 ${mine?.number}`).count()).toBe(1)
  await top.getByRole('button', { name: '查看进度' }).tap()
  await top.locator('.ui-photo-image').waitFor()
  const { photos, channel } = await get(getTicket, { ticketId: mine?.ticketId ?? '' }, visitor.token)
  expect([photos.length, channel]).toEqual([1, 'door'])
  const { content } = await get(getPhoto, { photoId: photos[0]?.photoId ?? '' }, visitor.token)
  const { width, height, exif } = await sharp(Buffer.from(content, 'base64')).metadata()
  expect([width, height, exif]).toEqual([1600, 1200, undefined])
  await picture('h5-ticket')
  await end()
})

test('what is filled in survives a reload, the photo too; a place is changed without losing it', async () => {
  const visitor = await givenVisitor()
  const place = await givenPlace(({ isRoom }) => !isRoom)
  const { page, top, end } = await openH5(browser, { as: visitor })
  await page.goto(`/#/features/repair/report?placeId=${place.placeId}`)
  await top.getByRole('button', { name: '桌椅柜', exact: true }).tap()
  await choose(page, /拍照或选照片/, await phonePhoto())
  await top.locator('.ui-photo-image').waitFor()
  await top.getByRole('textbox', { name: '补充几句' }).fill('抽屉卡住')
  await top.getByRole('button', { name: '换地点' }).tap()
  await top.getByRole('button', { name: '输入码上的六位字符' }).waitFor()
  await page.goto(`/#/features/repair/report?placeId=${place.placeId}`)
  for (const _time of ['once', 'and again']) {
    await page.reload()
    await top.getByText('已恢复上次没提交的内容').waitFor()
    await top.locator('.ui-photo-image').waitFor()
  }
  expect(await top.getByRole('textbox', { name: '补充几句' }).inputValue()).toBe('抽屉卡住')
  await top.getByRole('button', { name: '提交', exact: true }).tap()
  await top.getByText('已提交', { exact: true }).waitFor()
  await top.getByRole('button', { name: '查看进度' }).tap()
  await top.locator('.ui-photo-image').waitFor()
  expect((await get(listMyTickets, {}, visitor.token)).items).toHaveLength(1)
  await end()
})

test('a place is found by its initials; my tickets and home lead to confirming and rating', async () => {
  const visitor = await givenVisitor()
  const room = await givenRoomFor([visitor])
  const { categories } = await get(listCategories, {}, visitor.token)
  const categoryId = categories.find(({ name }) => name === '灯不亮、闪烁')?.categoryId ?? ''
  const { ticketId } = await get(reportTicket, { categoryId, placeId: room.roomId }, visitor.token)
  const desk = await get(signInAsDemo, { persona: 'dispatcher' })
  await get(finishTicket, { ticketId, closedKind: 'fixed' }, desk.token)

  const { page, top, picture, end } = await openH5(browser, { as: visitor })
  await top.getByText('待确认').waitFor()
  await picture('h5-home-tickets')
  await top.getByRole('button', { name: /^水电 · 灯不亮/ }).tap()
  await top.getByRole('radio', { name: '5 星，很满意' }).tap()
  await top.getByRole('checkbox', { name: '速度' }).tap()
  await picture('h5-rating')
  await top.getByRole('button', { name: '已解决，提交评价' }).tap()
  await top.getByText('您的评价').waitFor()
  expect(await get(getTicket, { ticketId }, visitor.token)).toMatchObject({ status: 'confirmed', rating: { stars: 5 } })

  await page.goto('/#/features/repair/report')
  await top.locator('.ui-search input').fill('csj')
  await top
    .getByRole('button', { name: /^茶水间/ })
    .first()
    .waitFor()
  await picture('h5-find-place')
  await end()
})
