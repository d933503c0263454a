import sharp from 'sharp'
import { getTicket, listMyTickets } from '../../contract/repair'
import { renewPlaceCode } from '../../contract/repair-catalog'
import { writeCategories } from '../../scripts/starter/write-categories'
import type { AppUnderTest } from './app-under-test'
import { bookingWorld, monday } from './booking-world'
import { openWeapp } from './open-app'

/** At most so many bytes are sent to the page by one tap, and for a first screen. */
const atATap = 4096
export const atFirst = 16_384

/** The world of bookings with the usual categories, a duty phone, and a desk that assigns by hand. */
export async function repairWorld() {
  const world = await bookingWorld()
  const { db, clock } = world.cloud.cloud
  const categoryOf = await writeCategories(db, world.org.orgId, clock())
  await db.updateTable('repairSetting').set({ dutyPhone: '8110', dispatch: 'desk' }).execute()
  const jpeg = sharp({ create: { width: 64, height: 48, channels: 3, background: '#2266aa' } }).jpeg()
  const photo = (await jpeg.toBuffer()).toString('base64')
  const mine = async (token: string) => (await world.cloud.call(listMyTickets, {}, { token })).value?.items ?? []
  return {
    ...world,
    mine,
    open: (
      storage: Iterable<[string, string]>,
      path: string,
      query: Record<string, string> = {},
      more: { files?: Iterable<[string, string]>; now?: string } = {},
    ) => openWeapp({ request: world.request, storage, now: monday, ...more, enter: { path, query } }),
    /** The printed code of a place or an asset. */
    async codeOf(bearer: { placeId?: string; assetId?: string }): Promise<string> {
      const admin = await world.person('孙管理', ['admin'])
      const { value } = await world.cloud.call(renewPlaceCode, bearer, { token: admin.token })
      return value?.codeToken ?? ''
    },
    /** By group and name: 水电/漏水、积水. */
    categoryId: (name: string) => categoryOf.get(name) ?? '',
    /** One ticket as its reporter sees it: the newest, unless it is named. */
    async ticketOf(token: string, ticketId?: string) {
      const wanted = ticketId ?? (await mine(token))[0]?.ticketId ?? ''
      return (await world.cloud.call(getTicket, { ticketId: wanted }, { token })).value
    },
    /** The person will choose photos of these paths. */
    withPhoto(app: AppUnderTest, ...paths: string[]): void {
      app.world.script.photos = () => paths
      for (const path of paths) app.world.files.set(path, photo)
    },
  }
}
export type RepairWorld = Awaited<ReturnType<typeof repairWorld>>

/** Taps and counts them; one that stays on its page, and a page's first screen, cost no more than they may. */
export function taps(app: AppUnderTest) {
  let count = 0
  return {
    count: () => count,
    async tap(target: Parameters<AppUnderTest['page']['tap']>[0]) {
      const { path } = app.page
      await app.page.tap(target)
      count += 1
      if (app.page.path === path) expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
      else expect(app.setDataLog.firstScreen(app.page.path)).toBeLessThanOrEqual(atFirst)
    },
  }
}
