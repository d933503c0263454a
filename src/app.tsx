import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { openEntry } from './open-entry'
import { beginOpening } from './opening'
import { openedWith, prepare } from './platform/launch'
import { routes } from './routes'
import './app.scss'

/** The app: prepares the platform once, and opens what a code or link that started it (or brought it back) points to. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => prepare(Object.values(routes)))
  useDidShow((opening) => {
    beginOpening(Date.now())
    const text = openedWith(opening ?? {})
    // The first page must stand before another can be put upon it.
    if (text !== undefined) Taro.nextTick(() => openEntry(text))
  })
  return children
}
