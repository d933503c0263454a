import { useEffect } from 'react'
import { getMe, signOut } from '../../contract/people-sign-in'
import { call, sinceLastAnswer } from '../call'
import { useSession } from '../session'

const IDLE_LIMIT_MS = 30 * 60_000
const REFRESH_MS = 5 * 60_000
const LOOK_EVERY_MS = 30_000

// Shared by the tabs of one browser: whoever works in one of them is not idle in the others.
const lastSignKey = 'guanjia.console.lastSign'
const idleMs = () => Date.now() - Number(localStorage.getItem(lastSignKey) ?? 0)

function noteSign(): void {
  if (idleMs() > 5_000) localStorage.setItem(lastSignKey, String(Date.now()))
}

// A fault here is not worth a word: the next thing the person does will tell.
const refresh = () =>
  call(getMe, {}).then(
    (answer) => 'value' in answer && useSession.getState().update(answer.value),
    () => undefined,
  )

function look(): void {
  if (idleMs() > IDLE_LIMIT_MS) {
    // Pages that refresh by themselves keep the session alive on the server: it is ended there too.
    call(signOut, {}).catch(() => undefined)
    useSession.getState().end('timedOut')
  } else if (sinceLastAnswer() > REFRESH_MS && idleMs() < REFRESH_MS) void refresh()
}

/**
 * Idle is what the person is, not what the network is: typing in a long form keeps the session alive, and after 30
 * minutes without a hand on the desk the page hides what it shows, even where it goes on asking the server by itself.
 */
export function useStayAwake(): void {
  const token = useSession((session) => session.token)
  useEffect(() => {
    if (!token) return
    noteSign()
    // The stored token may be old, and duties may have changed since.
    void refresh()
    const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const name of signs) window.addEventListener(name, noteSign, { passive: true })
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, noteSign)
    }
  }, [token])
}
