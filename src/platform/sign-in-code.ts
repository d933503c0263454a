/** A code another device can scan to sign this one in, and the secret that proves it was this one that showed it. */
export interface SignInCode {
  secret: string
  /** A picture of the code, as an address. */
  picture: string
}

/** A new code, or undefined where none can be shown: on phones, and on pages served without https. */
export declare function newSignInCode(): Promise<SignInCode | undefined>
