import type * as promised from './link-base'

/** The page knows best which server it came from. */
export const linkBase: typeof promised.linkBase = location.origin
