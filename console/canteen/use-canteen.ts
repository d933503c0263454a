import { type CanteenRecord, listCanteens } from '../../contract/canteen-dishes'
import type { ValueOf } from '../../contract/procedure'
import { useParams } from '../address'
import { type Asked, useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'

/** The canteen a page is about, and those one could look at instead. */
export interface CanteenChoice {
  asked: Asked<ValueOf<typeof listCanteens>>
  canteens: readonly CanteenRecord[]
  /** The one named in the address, else the first; undefined while they are loading, or when there is none. */
  canteen?: CanteenRecord
  choose: (canteenId: string) => void
}

/** The canteen that the address names as `canteen`, or the first. */
export function useCanteen(): CanteenChoice {
  const [params, merge] = useParams()
  const asked = useAsk(listCanteens, {}, noRefusals)
  const canteens = asked.value?.canteens ?? []
  const canteen = canteens.find(({ canteenId }) => canteenId === params.get('canteen')) ?? canteens[0]
  return { asked, canteens, canteen, choose: (canteenId) => merge({ canteen: canteenId }) }
}
