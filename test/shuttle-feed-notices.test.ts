import { type Change, feedFaults, replace } from './support/feed-faults'
import { type FeedOffice, feedOffice, smallFeed } from './support/feed-office'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let office: FeedOffice
beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 8, 20, 4) })
  office = await feedOffice(house)
})
afterAll(() => house.end())

/** The small feed with one file changed, left out, or added. */
function changed(file: string, change: Change | undefined): Record<string, string> {
  const { [file]: text = '', ...others } = smallFeed
  return change ? { ...others, [file]: change(text) } : others
}

test('a feed without a fault is remarked on by nobody', async () => {
  const { notices, canImport } = await office.preview(smallFeed)
  expect([notices.filter(({ severity }) => severity !== 'info'), canImport]).toEqual([[], true])
})

test.each(feedFaults)('%s (%s) is said with its place: %s', async (code, severity, file, change, place) => {
  const { notices, counted, canImport } = await office.preview(changed(file, change))
  const said = notices.filter((notice) => notice.code === code)
  expect(said).toContainEqual(expect.objectContaining({ code, severity, file, ...place }))
  expect(counted.find((one) => one.code === code)?.count).toBe(said.length)
  if (severity === 'error') expect(canImport).toBe(false)
  for (const { message } of said) {
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(message).not.toMatch(/[{}]|undefined/)
  }
})

test('there are more than fifty kinds of notices, errors come first', async () => {
  expect(new Set(feedFaults.map(([code]) => code)).size).toBeGreaterThan(50)
  const { notices } = await office.preview(changed('stops.txt', replace('31.2501,121.4901', '0.1,0.1')))
  const order = notices.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity))
  expect(order).toEqual([...order].sort())
})
