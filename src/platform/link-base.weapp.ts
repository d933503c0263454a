import type * as promised from './link-base'

export const linkBase: typeof promised.linkBase = LINK_BASE
