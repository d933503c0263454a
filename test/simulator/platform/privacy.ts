import { PlatformFailure } from './asynchronous'
import type { World } from './world'

type Decide = (decision: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

/**
 * WeChat's privacy gate: the first call that touches personal data waits for the person's consent, asked by the app's
 * own dialog when it listens to `onNeedPrivacyAuthorization`, else by WeChat's. Throws when it is refused.
 */
export async function passPrivacyGate(world: World, api: string): Promise<void> {
  if (world.hasAgreedPrivacy) return
  const isAgreed = await new Promise<boolean>((resolve) => {
    const decide: Decide = ({ event }) => {
      if (event !== 'exposureAuthorization') resolve(event === 'agree')
    }
    const ask = (listener: (decide: Decide, about: { referrer: string }) => void): void => {
      listener(decide, { referrer: api })
    }
    world.undecided.add(api)
    if (!world.tellWith('needPrivacyAuthorization', ask)) resolve(world.script.privacy() === 'agree')
  })
  world.undecided.delete(api)
  if (!isAgreed) throw new PlatformFailure('privacy permission is not authorized', { errno: 104 })
  world.hasAgreedPrivacy = true
}
