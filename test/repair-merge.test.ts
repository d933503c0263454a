import fc from 'fast-check'
import { listNotices } from '../contract/people'
import { getTicket, joinTicket } from '../contract/repair'
import { mergeTicket, unmergeTicket } from '../contract/repair-desk'
import { grabTicket } from '../contract/repair-work'
import { signedInAs } from './support/given'
import { givenTechnician } from './support/given-repair'
import { mergeHistory } from './support/merge-history'
import { repairDesk } from './support/repair-desk'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: Awaited<ReturnType<typeof repairDesk>>
/** Friday 2026-11-20 09:00. */
const begin = Date.UTC(2026, 10, 20, 1)
const hour = 3_600_000

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  house.setNow(begin)
  here = await repairDesk(house)
})
afterAll(() => house.end())

const merge = (ticketId: string, intoTicketId: string) => house.call(mergeTicket, { ticketId, intoTicketId }, here.desk)
const unmerge = (ticketId: string) => house.call(unmergeTicket, { ticketId }, here.desk)
const seen = async (ticketId: string) => (await house.call(getTicket, { ticketId }, here.desk)).value
const mergedInto = async (...ids: string[]) => {
  const { rows } = await house.cloud.pool.query<{ ticket_id: string; merged_into: string | null }>(
    'SELECT ticket_id, merged_into FROM ticket WHERE org_id = $1',
    [here.org.orgId],
  )
  return ids.map((id) => rows.find((row) => row.ticket_id === id)?.merged_into)
}
/** What somebody was told, oldest first. */
async function bodiesOf(token: string): Promise<string[]> {
  const { value } = await house.call(listNotices, {}, { token })
  return value?.items.map(({ body }) => body).reverse() ?? []
}
const limits = { resolve: { clock: 'wall' as const, minutes: 240 } }

describe('merging', () => {
  test('makes one ticket of two: people add up, the clocks of the merged one stop, everybody is told; undone it goes on', async () => {
    const [a, b] = [await here.given({ limits }), await here.given({ limits })]
    const [both, onlyA] = [await signedInAs(house, here.org), await signedInAs(house, here.org)]
    await house.call(joinTicket, { ticketId: a.ticketId }, both)
    await house.call(joinTicket, { ticketId: b.ticketId }, both)
    await house.call(joinTicket, { ticketId: a.ticketId }, onlyA)
    house.setNow(begin + hour)
    expect((await merge(a.ticketId, b.ticketId)).value).toEqual({
      ticketId: a.ticketId,
      intoTicketId: b.ticketId,
      priority: 4,
    })
    expect(await seen(a.ticketId)).toMatchObject({ mergedIntoNumber: b.number, priority: 3 })
    expect(await seen(b.ticketId)).toMatchObject({
      priority: 4,
      absorbed: [{ ticketId: a.ticketId, number: a.number }],
    })
    for (const { token } of [a, both, onlyA]) {
      expect(await bodiesOf(token)).toContain(`与工单 ${b.number} 是同一件事，已合并，进展以它为准。`)
    }
    house.setNow(begin + 3 * hour)
    expect((await unmerge(a.ticketId)).value).toEqual({ ticketId: a.ticketId, status: 'new' })
    const [again, other] = [await seen(a.ticketId), await seen(b.ticketId)]
    expect(again).toMatchObject({ priority: 3, mergedIntoNumber: '', dueAt: '2026-11-20T15:00:00+08:00' })
    expect(other).toMatchObject({ priority: 2, absorbed: [], dueAt: '2026-11-20T13:00:00+08:00' })
    expect(await bodiesOf(onlyA.token)).toContain('已从合并中恢复，单独处理。')
    expect(again?.timeline.map(({ kind }) => kind)).toEqual(['reported', 'joined', 'joined', 'merged', 'unmerged'])
    expect(other?.timeline.map(({ kind }) => kind)).toEqual(['reported', 'joined', 'absorbed', 'released'])
  })

  test('whoever had the merged one is told that there is nothing left to do, and that there is again', async () => {
    const worker = await givenTechnician(house, here.org)
    const [a, b] = [await here.given(), await here.given()]
    await house.call(grabTicket, { ticketId: a.ticketId }, worker)
    await merge(a.ticketId, b.ticketId)
    house.setNow(begin + hour)
    await unmerge(a.ticketId)
    expect(await bodiesOf(worker.token)).toEqual([
      `与工单 ${b.number} 是同一件事，已合并，不用再单独处理。`,
      '已从合并中恢复，请继续处理。',
    ])
  })

  test('is refused with itself, with what is merged or over, and with what is not there', async () => {
    const [a, b, c] = [await here.given(), await here.given(), await here.given()]
    const closed = await here.given()
    await house.cloud.pool.query(`UPDATE ticket SET status = 'done' WHERE ticket_id = $1`, [closed.ticketId])
    const elsewhere = await (await repairDesk(house)).given()
    expect((await merge(a.ticketId, a.ticketId)).refusal).toBe('SAME_TICKET')
    expect((await merge(a.ticketId, closed.ticketId)).refusal).toBe('TICKET_CLOSED')
    expect((await merge(closed.ticketId, a.ticketId)).refusal).toBe('TICKET_CLOSED')
    expect((await merge(a.ticketId, elsewhere.ticketId)).refusal).toBe('NO_SUCH_TICKET')
    expect((await merge(elsewhere.ticketId, a.ticketId)).refusal).toBe('NO_SUCH_TICKET')
    expect((await unmerge(a.ticketId)).refusal).toBe('NOT_MERGED')
    expect((await unmerge(elsewhere.ticketId)).refusal).toBe('NO_SUCH_TICKET')
    await merge(a.ticketId, b.ticketId)
    expect(await merge(a.ticketId, c.ticketId)).toMatchObject({ refusal: 'MERGED', detail: { number: a.number } })
    expect(await merge(c.ticketId, a.ticketId)).toMatchObject({ refusal: 'MERGED', detail: { number: a.number } })
    expect((await merge(b.ticketId, a.ticketId)).refusal).toBe('MERGED')
    expect(await mergedInto(a.ticketId, b.ticketId, c.ticketId)).toEqual([b.ticketId, null, null])
  })

  test('carries along what was merged before, which leaves with it again and comes back to where it was', async () => {
    const [a, b, c, d] = [await here.given(), await here.given(), await here.given(), await here.given()]
    const ids = [a, b, c, d].map(({ ticketId }) => ticketId) as [string, string, string, string]
    const [A, B, C, D] = ids
    await merge(A, B)
    await merge(B, C)
    expect(await mergedInto(...ids)).toEqual([C, C, null, null])
    expect((await merge(C, D)).value?.priority).toBe(4)
    expect(await mergedInto(...ids)).toEqual([D, D, D, null])
    await unmerge(C)
    expect(await mergedInto(...ids)).toEqual([C, C, null, null])
    await unmerge(B)
    expect(await mergedInto(...ids)).toEqual([B, null, null, null])
    await merge(B, D)
    await unmerge(A)
    expect(await mergedInto(...ids)).toEqual([null, D, null, null])
    expect(await Promise.all(ids.map(async (id) => (await seen(id))?.priority))).toEqual([1, 1, 1, 2])
  })
})

describe('at the same moment', () => {
  test('of A into B and B into A one wins, and nothing points in a circle', async () => {
    for (let round = 0; round < 12; round++) {
      const [a, b] = [await here.given(), await here.given()]
      const answers = await Promise.all([merge(a.ticketId, b.ticketId), merge(b.ticketId, a.ticketId)])
      expect(answers.map(({ refusal }) => refusal ?? 'done').sort()).toEqual(['MERGED', 'done'])
      expect((await mergedInto(a.ticketId, b.ticketId)).filter((into) => into === null)).toHaveLength(1)
    }
  })

  test('of a ring of merges all but the last are done, in whatever order they come', async () => {
    for (let round = 0; round < 6; round++) {
      const ring = [await here.given(), await here.given(), await here.given(), await here.given()]
      const ids = ring.map(({ ticketId }) => ticketId)
      const answers = await Promise.all(ids.map((id, i) => merge(id, ids[(i + 1) % ids.length] ?? '')))
      expect(answers.filter(({ fault }) => fault)).toEqual([])
      expect(answers.some(({ value }) => value)).toBe(true)
      const roots = await mergedInto(...ids)
      expect(roots.filter((into) => into === null).length).toBeGreaterThan(0)
      for (const into of roots) expect(into === null || roots[ids.indexOf(into ?? '')] === null).toBe(true)
    }
  })

  test('people who join while tickets are merged and taken apart are counted', async () => {
    const [a, b] = [await here.given(), await here.given()]
    const people = await Promise.all(Array.from({ length: 8 }, () => signedInAs(house, here.org)))
    const joins = people.map((person, i) =>
      house.call(joinTicket, { ticketId: i % 2 ? a.ticketId : b.ticketId }, person),
    )
    const answers = await Promise.all([...joins, merge(a.ticketId, b.ticketId)])
    expect(answers.filter(({ fault }) => fault)).toEqual([])
    expect((await seen(b.ticketId))?.priority).toBe(10)
  })
})

test('whatever is merged, taken apart, joined and finished, nothing points in a circle and every priority is right', async () => {
  const history = await mergeHistory(house, here)
  await fc.assert(
    fc.asyncProperty(fc.array(history.steps, { minLength: 4, maxLength: 25 }), async (steps) => {
      await history.begin()
      for (const together of steps) {
        expect(await history.take(together)).toEqual([])
        expect(await history.faults()).toEqual([])
      }
    }),
    { numRuns: 12 },
  )
})
