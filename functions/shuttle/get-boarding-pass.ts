import { getBoardingPass } from '../../contract/shuttle-seats'
import { keeper, refuse } from '../keeper'
import { boardingCodes } from './boarding-code'
import { boardingKey } from './find-boarding'
import { boardingWindow, findMySeat } from './my-seat-rows'
import { formatLocal } from './service-clock'

/** Three minutes of codes: the phone may be without a network at the stop. */
const codesAtOnce = 6

export default keeper(getBoardingPass, async ({ reservationId }, asked) => {
  const found = await findMySeat(asked, reservationId, 'rider')
  if (!found) return refuse('NO_SUCH_RESERVATION')
  const { seat, runId, departsAt, timezone } = found
  if (seat.status !== 'reserved' && seat.status !== 'boarded') return refuse('NOT_RESERVED')
  const { opensAt, closesAt } = boardingWindow(departsAt)
  const codes = seat.isBoardable
    ? boardingCodes(
        await boardingKey(asked),
        { runId, reservationId },
        { now: asked.now, until: closesAt, count: codesAtOnce },
      )
    : []
  const at = (ms: number) => formatLocal(ms, timezone)
  return {
    now: at(asked.now),
    seat,
    codes: codes.map((code) => ({ ...code, validFrom: at(code.validFrom), validUntil: at(code.validUntil) })),
    opensAt: at(opensAt),
    closesAt: at(closesAt),
  }
})
