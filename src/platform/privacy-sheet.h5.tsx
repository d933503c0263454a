import type * as promised from './privacy-sheet'

export const PrivacySheet: typeof promised.PrivacySheet = () => null
