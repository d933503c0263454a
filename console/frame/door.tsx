import SignIn from '../people/sign-in'
import { useSession } from '../session'
import { Shell } from './shell'

/**
 * Sign-in or the console. After a time-out the console stays behind, hidden from eyes and from reading aids, so that
 * the same person finds half-filled forms again; somebody else gets a fresh one.
 */
export function Door() {
  const { token, me } = useSession()
  return (
    <>
      {!token && <SignIn />}
      {me && (
        <div hidden={!token}>
          <Shell key={me.personId} />
        </div>
      )}
    </>
  )
}
