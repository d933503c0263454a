import type * as promised from './sign-in-code'

/** A phone confirms codes, it does not show them. */
export const newSignInCode: typeof promised.newSignInCode = async () => undefined
