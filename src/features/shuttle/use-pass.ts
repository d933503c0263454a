import { useEffect, useMemo } from 'react'
import { getBoardingPass } from '../../../contract/shuttle-seats'
import { parseInstant } from '../../../contract/zone'
import { keepScreenBright } from '../../platform/bright-screen'
import { keep, recall } from '../../platform/storage'
import { useAsked } from '../../use-asked'
import { boardingQr } from './boarding-qr'
import { useTicking } from './use-ticking'
import { msOf } from './words'

const clockKey = 'clock'
/** While the code can be shown: whoever was let on sees it soon, and the codes never run out. */
const askEveryMs = 20_000

/**
 * The boarding pass of a seat: the code whose half minute it is, by the cloud's clock, and the next ones in hand for as
 * long as the network is away. How far the phone's clock is off is remembered, because an old answer does not tell it.
 */
export function usePass(reservationId: string) {
  const asked = useAsked(getBoardingPass, { reservationId })
  const { value, problem } = asked
  const ahead = useMemo(() => {
    const at = value && !problem ? parseInstant(value.now) : undefined
    if (at === undefined) return recall<number>(clockKey) ?? 0
    keep(clockKey, at - Date.now())
    return at - Date.now()
  }, [value, problem])
  const now = Date.now() + ahead
  const opensAt = value ? msOf(value.opensAt) : undefined
  const isOver = value !== undefined && now > msOf(value.closesAt)
  const isOpen = opensAt !== undefined && now >= opensAt && !isOver
  const code = value?.codes.find(({ validFrom, validUntil }) => msOf(validFrom) <= now && now < msOf(validUntil))
  const mayShow = value?.seat.status === 'reserved' && isOpen
  const token = mayShow ? code?.token : undefined
  const picture = useMemo(() => (token === undefined ? undefined : boardingQr(token)), [token])

  useTicking(1000)
  // one question for each stretch of time, however often the page is drawn; the first answer came at its beginning
  const stretch = isOpen ? Math.floor(now / askEveryMs) : 0
  const { refresh } = asked
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stretch alone says when
  useEffect(() => {
    if (stretch > 0) refresh()
  }, [stretch])
  const isShowing = picture !== undefined
  useEffect(() => {
    if (!isShowing) return
    keepScreenBright(true)
    return () => void keepScreenBright(false)
  }, [isShowing])
  return {
    asked,
    now,
    isOpen,
    isOver,
    opensAt,
    code,
    picture,
    /** Until when the codes in hand last, epoch ms. */
    lastUntil: value?.codes.reduce((latest, { validUntil }) => Math.max(latest, msOf(validUntil)), 0) ?? 0,
  }
}
