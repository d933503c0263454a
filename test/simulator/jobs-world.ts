import { getMe } from '../../contract/people-sign-in'
import type { Limits } from '../../contract/repair-clocks'
import { assignTicket } from '../../contract/repair-work'
import { givenPlace, givenTechnician, givenTicket } from '../support/given-repair'
import type { AppUnderTest } from './app-under-test'
import { bookingWorld, monday } from './booking-world'
import { byText } from './matching'
import { openWeapp } from './open-app'

/** What one tap may send to a page, in bytes. */
export const atATap = 4096

/** An institution with a desk and as many technicians as a test wants; the phones ask a real cloud. */
export async function jobsWorld() {
  const world = await bookingWorld()
  const { cloud, org, request } = world
  const desk = await world.person('钱调度', ['dispatcher'])
  return {
    world,
    desk,
    /** A technician, and the storage of a phone they are signed in on. */
    async technician(name: string, skills: string[] = []) {
      const made = await givenTechnician(cloud, org, { name, skills })
      const { value: me } = await cloud.call(getMe, {}, { token: made.token })
      const session = { token: made.token, expiresAt: '2026-11-30T09:00:00+08:00', me }
      const storage: [string, string][] = [['guanjia.session', JSON.stringify(JSON.stringify(session))]]
      return { ...made, storage }
    },
    /** A ticket at a place, given to a technician when one is named. */
    async given(to?: string, wish: { placeId?: string; categoryId?: string; limits?: Limits } = {}) {
      const placeId = wish.placeId ?? (await givenPlace(cloud, org))
      const ticket = await givenTicket(cloud, org, { ...wish, placeId, phone: '13800001234' })
      const { ticketId } = ticket
      if (to) expect(await cloud.call(assignTicket, { ticketId, toPersonId: to }, desk)).toHaveProperty('value')
      return ticket
    },
    open: (storage: [string, string][], path = 'features/repair/jobs', query: Record<string, string> = {}) =>
      openWeapp({ request, storage, now: monday, enter: { path, query } }),
  }
}

/** Limits of so many hours to respond, on the wall clock. */
export const hours = (count: number): Limits => ({ response: { clock: 'wall', minutes: count * 60 } })

/** Taps the last node that says it, and throws when that costs more than a tap may. */
export async function tapLightly(app: AppUnderTest, target: string): Promise<void> {
  await app.page.all(byText(target)).at(-1)?.tap()
  const bytes = app.setDataLog.lastAction
  if (bytes > atATap) throw new Error(`a tap on ${target} sent ${bytes} bytes`)
}
