import { create } from 'zustand'
import type { Me, Session } from '../contract/people-sign-in'
import { forgetPhotos } from './platform/photos'
import { forgetAllBut, keep, recall } from './platform/storage'

interface SessionState {
  /** Absent while nobody is signed in. */
  session: Session | undefined
}

const storageKey = 'session'

/** Who is signed in on this phone; kept in storage, so that it is known before the first request leaves. */
export const useSession = create<SessionState>()(() => ({ session: recall<Session>(storageKey) }))

/** The session of this moment, for code that is no component. */
export const currentSession = (): Session | undefined => useSession.getState().session

/** Begins a session (or replaces the one there was). */
export function beginSession(session: Session): void {
  keep(storageKey, session)
  useSession.setState({ session })
}

/** Forgets the session on this phone, because it ended; drafts and answers wait for the same person to come back. */
export function endSession(): void {
  keep(storageKey, undefined)
  useSession.setState({ session: undefined })
}

/** 退出登录 on this phone: session, answers, drafts, photos and tries are removed; the device's secret and 关怀模式 stay. */
export function leavePhone(): void {
  forgetAllBut(['device', 'care'])
  forgetPhotos()
  useSession.setState({ session: undefined })
}

/** Takes over what the cloud now says of the person: name, department, duties, unread notices. */
export function renewMe(me: Me): void {
  const session = currentSession()
  // An unchanged profile must not draw every page anew.
  if (session && JSON.stringify(session.me) !== JSON.stringify(me)) beginSession({ ...session, me })
}

/** The person signed in, or undefined. */
export const useMe = (): Me | undefined => useSession((state) => state.session?.me)
