import type { Browser } from 'playwright-core'
import type { Limits } from '../../contract/repair-clocks'
import { acceptTicket, assignTicket, hangTicket, startTicket } from '../../contract/repair-work'
import { launchChromium } from '../support/chromium'
import {
  type Finding,
  lasting,
  poorContrasts,
  sidewaysScroll,
  smallTargets,
  smallTexts,
  spilledTexts,
} from '../support/page-checks'
import { givenRepairCorner, givenTechnician, reportedBy } from '../support/repair-visitors'
import { dayIn } from '../support/times'
import { openH5, type Visit, type VisitOptions } from '../support/visit'
import { get, givenVisitor, type Visitor } from '../support/visitors'

let browser: Browser
let technician: Visitor
let atWork: string

/** Somebody with jobs in every state: to accept, in hand on one floor, at work, hung, late, and some to be grabbed. */
beforeAll(async () => {
  browser = await launchChromium()
  const minutes = (count: number): Limits => ({ response: { clock: 'wall', minutes: count } })
  const [corner, late] = [await givenRepairCorner(minutes(120)), await givenRepairCorner(minutes(1))]
  technician = await givenTechnician(corner)
  const [staff, desk] = [await givenVisitor(), await givenVisitor(['dispatcher'])]
  const phone = '13800005678'
  const given = async (where: typeof corner, more: Parameters<typeof reportedBy>[2] = {}) => {
    const { ticketId } = await reportedBy(staff, where, { phone, ...more })
    await get(assignTicket, { ticketId, toPersonId: technician.personId }, desk.token)
    return ticketId
  }
  await given(corner, { urgency: 'urgent' })
  await given(late)
  atWork = await given(corner)
  const hung = await given(corner)
  for (const ticketId of [atWork, hung]) await get(acceptTicket, { ticketId }, technician.token)
  await get(startTicket, { ticketId: atWork }, technician.token)
  await get(hangTicket, { ticketId: hung, reason: 'part', promisedOn: dayIn(2) }, technician.token)
  await reportedBy(staff, corner)
})
afterAll(() => browser?.close())

type Check = (visit: Visit) => Promise<Finding[]>

/** Opens the list, the ticket and every sheet in turn, and gives what trouble the checks find, by what was open. */
async function troubleAtWork(visit: Visit, checks: readonly Check[], picture: string) {
  const { page, top } = visit
  const trouble: Record<string, Finding[]> = {}
  const look = async (name: string) => {
    const found = await lasting(...checks.map((check) => () => check(visit)))
    if (found.length > 0) trouble[name] = found
    await visit.picture(`${picture}-${name}`)
  }
  const button = (name: string | RegExp) => top.getByRole('button', { name, disabled: false })
  const open = async (address: string, shows: string | RegExp) => {
    await page.goto('about:blank')
    await page.goto(`/#${address}`)
    await top.getByText(shows).first().waitFor()
  }
  await open('/features/repair/jobs', '同一层，一起修')
  await look('jobs')
  await top.getByRole('tab', { name: /^可接/ }).tap()
  await top.getByText('抢单').first().waitFor()
  await look('pool')
  await open(`/features/repair/ticket?ticketId=${atWork}`, /单号/)
  await look('ticket')
  for (const [step, shows] of [
    ['约时间', '整点或半点'],
    ['挂起', '更晚的日期'],
    ['转派', '师傅'],
    ['改类别或紧急程度', '大类'],
  ] as const) {
    await button('更多').tap()
    if (step === '约时间') await look('more')
    await button(new RegExp(`^${step}`)).tap()
    await top.getByRole('dialog').getByText(shows).or(top.getByLabel(shows)).first().waitFor()
    await look(step)
    await button('关闭').tap()
  }
  await button('完成').tap()
  await top.getByText('临时处理').tap()
  await button('添加费用或配件').tap()
  await button('加入').tap()
  await top.getByText('请填写名称').waitFor()
  await look('finish')
  await visit.end()
  return trouble
}

const within = (visit: Visit) => visit.page.locator('body')
const readable: Check = (visit) => poorContrasts(within(visit))

test.each([
  ['light', {}, [readable, (visit) => smallTargets(visit.top, 44)]],
  ['dark', { isDark: true }, [readable]],
  ['narrow', { width: 320, height: 568 }, [(visit) => sidewaysScroll(visit.top), (visit) => spilledTexts(visit.top)]],
] satisfies [string, VisitOptions, Check[]][])(
  'the technician’s pages and sheets can be read and hit: %s',
  async (name, options, checks) => {
    const visit = await openH5(browser, { as: technician, ...options })
    expect(await troubleAtWork(visit, checks, `jobs-${name}`)).toEqual({})
  },
)

test('in the largest size of 关怀模式 as well', async () => {
  const visit = await openH5(browser, { as: technician })
  await visit.top.getByRole('switch', { name: /^关怀模式/ }).tap()
  await visit.page.getByRole('link', { name: '我的' }).tap()
  await visit.top.getByRole('tab', { name: '最大' }).tap()
  const checks: Check[] = [
    ({ top }) => smallTexts(top, 18),
    ({ top }) => smallTargets(top, 60),
    ({ top }) => sidewaysScroll(top),
    ({ top }) => spilledTexts(top),
  ]
  expect(await troubleAtWork(visit, checks, 'jobs-care')).toEqual({})
})
