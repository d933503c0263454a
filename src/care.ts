import { create } from 'zustand'
import { keep, recall } from './platform/storage'

/** Sizes of text in 关怀模式; body text is 20, 25 or 30. */
export const careSizes = ['large', 'larger', 'largest'] as const
export type CareSize = (typeof careSizes)[number]

interface CareState {
  isOn: boolean
  size: CareSize
}

const storageKey = 'care'
const isSize = (kept: unknown): kept is CareSize => careSizes.some((size) => size === kept)

function remembered(): CareState {
  const kept = recall<unknown>(storageKey)
  return isSize(kept) ? { isOn: true, size: kept } : { isOn: false, size: 'large' }
}

/** 关怀模式: larger text and targets, stronger contrast. Kept on this phone. */
export const useCare = create<CareState>()(remembered)

/** Turns 关怀模式 on or off for every page at once. */
export function setCare(isOn: boolean): void {
  keep(storageKey, isOn ? 'large' : undefined)
  useCare.setState({ isOn, size: 'large' })
}

/** Chooses how large the text is in 关怀模式. */
export function setCareSize(size: CareSize): void {
  keep(storageKey, size)
  useCare.setState({ isOn: true, size })
}

/** The classes that the frame of a page carries for it; empty when it is off. */
export function useCareClass(): string {
  const { isOn, size } = useCare()
  return isOn ? ` page-care page-care-${size}` : ''
}
