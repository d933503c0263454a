import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Me, Session } from '../contract/people-sign-in'
import type { Duty } from '../contract/procedure'

/** Why the sign-in page stands there: the person left by their own wish, or the server no longer knows the token. */
export type Ending = 'bySelf' | 'timedOut'

interface SessionState {
  token?: string
  me?: Me
  ending?: Ending
  begin: (session: Session) => void
  update: (me: Me) => void
  end: (ending: Ending) => void
}

/**
 * Who is signed in at this console; shared by the tabs of one browser. After a time-out `me` stays while `token` goes,
 * so that the page behind the sign-in keeps its forms for the same person.
 */
export const useSession = create<SessionState>()(
  persist(
    (set) => ({
      begin: ({ token, me }) => set({ token, me, ending: undefined }),
      update: (me) => set({ me }),
      end: (ending) =>
        set(ending === 'timedOut' ? { token: undefined, ending } : { token: undefined, me: undefined, ending }),
    }),
    {
      name: 'guanjia.console.session',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ token, me, ending }) => (token ? { token, me } : { ending }),
      // JSON has no `undefined`: what another tab has taken away must go here too, or its sign-out would not arrive.
      merge: (stored, current) => {
        const kept: Partial<SessionState> = stored ?? {}
        const me = kept.ending === 'bySelf' ? undefined : current.me
        return { ...current, token: undefined, ending: undefined, me, ...kept }
      },
    },
  ),
)

// Signing out in one tab signs out the others: the store is read again whenever another tab has written it.
window.addEventListener('storage', (event) => {
  if (event.key === useSession.persist.getOptions().name) void useSession.persist.rehydrate()
})

/** The institution's zone such as '+08:00'; every time in the console is shown in it. */
export const useZone = (): string => useSession((session) => session.me?.institution.zone ?? '+08:00')

/** Whether the signed-in person holds one of these duties. */
export function useDuty(...wanted: readonly Duty[]): boolean {
  return useSession((session) => wanted.some((duty) => session.me?.duties.includes(duty)))
}
