import { Button as NativeButton } from '@tarojs/components'
import { useRef, useState } from 'react'
import { spokenButton } from '../platform/spoken'
import './button.scss'

interface ButtonProps {
  children: string
  /** May return a promise: until it ends the button is busy and further taps do nothing. */
  onTap: () => unknown
  /** `plain` stands beside a main action, `danger` cannot be taken back, `link` is text only. */
  kind?: 'main' | 'plain' | 'danger' | 'link'
  isDisabled?: boolean
  /** As wide as its text instead of the whole line. */
  isSmall?: boolean
}

/** A button that a double tap presses once. */
export function Button({ children, onTap, kind = 'main', isDisabled = false, isSmall = false }: ButtonProps) {
  const [isBusy, setBusy] = useState(false)
  // State arrives with the next render, which is too late for the second tap of a double tap.
  const running = useRef(false)
  const press = async () => {
    if (running.current || isDisabled) return
    running.current = true
    const result = onTap()
    if (result instanceof Promise) {
      setBusy(true)
      await result.finally(() => setBusy(false)).catch(rethrowLater)
    }
    running.current = false
  }
  const isOff = isDisabled || isBusy
  return (
    <NativeButton
      className={`ui-button ui-button-${kind}${isSmall ? ' ui-button-small' : ''}${isOff ? ' ui-button-off' : ''}`}
      hoverClass={isOff ? 'none' : 'ui-button-pressed'}
      loading={isBusy}
      onClick={press}
      {...spokenButton}
      aria-disabled={isOff}
    >
      {/* As a list, so that React changes the text alone: set as the only content it would wipe out what the browser's
          button draws beside it while it is busy, and that button breaks the next time. */}
      {[children]}
    </NativeButton>
  )
}

/** A handler that throws is a mistake in the page; it must reach the app's error log and still free the button. */
function rethrowLater(thrown: unknown): void {
  setTimeout(() => {
    throw thrown
  })
}
