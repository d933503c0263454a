import { getDepartures } from '../../../contract/shuttle'
import type { Stop } from '../../../contract/shuttle-words'
import { useMe } from '../../session'
import { useAsked } from '../../use-asked'

/** The stop with this id, or my usual one. */
export function useKnownStop(stopId: string | undefined): Stop | undefined {
  const me = useMe()
  const { value } = useAsked(getDepartures, me ? { stopId, limit: 1 } : undefined)
  return value?.stop
}
