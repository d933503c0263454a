import type * as promised from './launch'

/** A link code arrives as `qrCode`, when the app starts and when it is shown again. */
export const openedWith: typeof promised.openedWith = ({ query }) => query?.qrCode ?? query?.scene

export const prepare: typeof promised.prepare = () => {}
