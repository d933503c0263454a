import type * as promised from './picture-address'

/** Browsers ask the server the page came from. */
export const pictureAddress: typeof promised.pictureAddress = (path) => path
