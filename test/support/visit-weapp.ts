import type { Browser } from 'playwright-core'
import { signInByLink } from '../../contract/people-sign-in'
import { openPhone, type Phone } from '../simulator/chromium'
import { builtServer, get, type Visitor } from './visitors'

/** Opens a page of the compiled WeChat mini-program in a phone's frame, as somebody who is signed in; asks the built server. */
export async function openWeapp(browser: Browser, visitor: Visitor, url: string): Promise<Phone> {
  const phone = await openPhone({ dist: 'dist/weapp', base: builtServer() }, browser)
  const session = await get(signInByLink, { link: await visitor.link() })
  const kept = JSON.stringify(JSON.stringify(session))
  await phone.page.evaluate((text) => window.simulator?.world.storage.set('guanjia.session', text), kept)
  await phone.open(url)
  return phone
}
