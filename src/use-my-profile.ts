import { useEffect } from 'react'
import { getMe, type Me } from '../contract/people-sign-in'
import { renewMe, useMe } from './session'
import { useAsked } from './use-asked'

/** The person signed in as the cloud sees them now; what this phone remembers until the cloud has answered. */
export function useMyProfile(): Me | undefined {
  const me = useMe()
  const { value } = useAsked(getMe, me ? {} : undefined)
  useEffect(() => {
    if (value) renewMe(value)
  }, [value])
  return me
}
