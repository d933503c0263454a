import { useEffect } from 'react'
import { getMe } from '../../contract/people-sign-in'
import { call, sinceLastAnswer } from '../call'
import { useSession } from '../session'

const IDLE_LIMIT_MS = 30 * 60_000
const REFRESH_MS = 5 * 60_000
const LOOK_EVERY_MS = 30_000

/**
 * Idle is what the person is, not what the network is: typing in a long form keeps the session alive, and after 30
 * minutes without a hand on the desk the page hides what it shows, even before the server is asked again.
 */
export function useStayAwake(): void {
  const token = useSession((session) => session.token)
  useEffect(() => {
    if (!token) return
    let lastSign = Date.now()
    const sign = () => {
      lastSign = Date.now()
    }
    // A fault here is not worth a word: the next thing the person does will tell.
    const refresh = () =>
      call(getMe, {}).then(
        (answer) => 'value' in answer && useSession.getState().update(answer.value),
        () => undefined,
      )
    const look = () => {
      if (Date.now() - lastSign > IDLE_LIMIT_MS) return useSession.getState().end('timedOut')
      if (sinceLastAnswer() < REFRESH_MS || Date.now() - lastSign > REFRESH_MS) return
      void refresh()
    }
    // The stored token may be old, and duties may have changed since.
    void refresh()
    const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const name of signs) window.addEventListener(name, sign, { passive: true })
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, sign)
    }
  }, [token])
}
