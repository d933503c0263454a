import { create } from 'zustand'
import { keep, recall } from './platform/storage'

const storageKey = 'care'

/** 关怀模式: larger text and targets, stronger contrast. Kept on this phone. */
export const useCare = create<{ isOn: boolean }>()(() => ({ isOn: recall<boolean>(storageKey) ?? false }))

/** Turns 关怀模式 on or off for every page at once. */
export function setCare(isOn: boolean): void {
  keep(storageKey, isOn)
  useCare.setState({ isOn })
}
