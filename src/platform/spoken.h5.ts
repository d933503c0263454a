import type * as promised from './spoken'

/** Taro's element only holds the field; browsers read the name of the input inside. */
export const spokenLabel: typeof promised.spokenLabel = (label) => ({ nativeProps: { 'aria-label': label } })

export const spokenButton: typeof promised.spokenButton = { role: 'button' }
