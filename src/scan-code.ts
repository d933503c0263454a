import { goTo } from './go-to'
import { openEntry } from './open-entry'
import { canScan, scan } from './platform/scan'

/** Reads a code with the camera and opens what it points to; where there is no camera, the page to type its number. */
export async function scanCode(): Promise<void> {
  if (!canScan) {
    await goTo('typeCode')
    return
  }
  const text = await scan()
  if (text !== undefined) openEntry(text)
}
