import type * as promised from './scan'

/** Browsers open the page of a code by the phone's own camera; inside the page its number is typed in. */
export const canScan: typeof promised.canScan = false
export const scan: typeof promised.scan = async () => undefined
