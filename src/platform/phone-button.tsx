import type { ReactElement } from 'react'

/** Whether this platform can vouch for the person's phone number. */
export declare const canAskPhone: boolean

export interface PhoneButtonProps {
  children: string
  /** The proof for `people.bindByPhone`; in WeChat a code that works once, within five minutes. */
  onCode: (phoneCode: string) => void
  /** The person refused, or the platform gave nothing. */
  onRefused: () => void
}

/** The button with which a platform lets a person hand over the phone number it has verified. */
export declare function PhoneButton(props: PhoneButtonProps): ReactElement | null
