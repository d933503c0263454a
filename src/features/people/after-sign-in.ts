import Taro from '@tarojs/taro'
import type { Session } from '../../../contract/people-sign-in'
import { canGoBack, reopen } from '../../go-to'
import { urlOf } from '../../routes'
import { beginSession } from '../../session'

/**
 * Begins the session and resumes what the person was about to do: the page below, with whatever was filled in there, or
 * the address `back` when the sign-in page was the first one.
 */
export async function enter(session: Session, back?: string): Promise<void> {
  beginSession(session)
  if (canGoBack()) await Taro.navigateBack()
  else await reopen(back ?? urlOf('home'))
}
