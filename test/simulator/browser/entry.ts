import type { MiniPackage } from '../engine/mini-package'
import { startPhone } from './phone'

/** The page's own script: fetches the package and starts it in the phone frame. */
async function start(): Promise<void> {
  const pack: MiniPackage = await (await fetch('/package')).json()
  await startPhone(pack)
}

declare global {
  interface Window {
    /** `true` when the first page is open, or what went wrong. Browser tests wait for it. */
    isReady?: true | string
  }
}

start().then(
  () => {
    window.isReady = true
  },
  (error: Error) => {
    window.isReady = error.stack ?? error.message
  },
)
