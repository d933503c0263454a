import type * as promised from './picture-address'

export const pictureAddress: typeof promised.pictureAddress = (path) => `${API_BASE}${path}`
