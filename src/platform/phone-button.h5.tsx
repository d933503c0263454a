import type * as promised from './phone-button'

/** A browser cannot vouch for a phone number. */
export const canAskPhone: typeof promised.canAskPhone = false
export const PhoneButton: typeof promised.PhoneButton = () => null
