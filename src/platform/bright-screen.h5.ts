import type * as promised from './bright-screen'

interface WakeLock {
  release(): Promise<void>
}
interface Wakeful {
  wakeLock?: { request(type: 'screen'): Promise<WakeLock> }
}

let held: Promise<WakeLock | undefined> | undefined

/** Browsers can keep the screen awake (over https), not make it brighter. */
export const keepScreenBright: typeof promised.keepScreenBright = async (isBright) => {
  held?.then((lock) => lock?.release()).catch(() => {})
  held = isBright ? (navigator as Navigator & Wakeful).wakeLock?.request('screen').catch(() => undefined) : undefined
}
