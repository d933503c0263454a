import type { AnyProcedure, InputOf, RefusalOf } from '../../../contract/procedure'
import type { MySeat } from '../../../contract/shuttle-ride'
import { acceptSeat, cancelSeat, endSeason, type Season } from '../../../contract/shuttle-seats'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { say, sure } from '../../ui/say'
import { acceptSentences, cancelSentences, endSeasonSentences } from './sentences'
import { whenText } from './words'

/** Asks, says how it ended, and has the list asked anew whatever came of it. */
async function act<P extends AnyProcedure>(
  wish: { procedure: P; input: InputOf<P>; sentences: Record<RefusalOf<P>, string>; done: string },
  onChanged: () => Promise<unknown>,
): Promise<void> {
  try {
    const answer = await call(wish.procedure, wish.input)
    say('refusal' in answer ? wish.sentences[answer.refusal as RefusalOf<P>] : wish.done)
  } catch (thrown) {
    say(sentenceOf(thrown))
    return
  }
  await onChanged()
}

/** What is said before a seat is given back. */
function warningOf({ status, isLateNow, departsAt, fromStop }: MySeat): string {
  const which = `${whenText(departsAt, Date.now())} ${fromStop}上车`
  if (status === 'waiting') return `不再候补 ${which} 的座位吗？`
  return `取消 ${which} 的座位吗？${isLateNow ? '离发车不远了，这次会记为“临时取消”。' : '座位会让给候补的同事。'}`
}

/** Taking an offered seat, giving one back, ending a season. */
export function useSeatActs(onChanged: () => Promise<unknown>) {
  return {
    accept: ({ reservationId }: MySeat) =>
      act(
        { procedure: acceptSeat, input: { reservationId }, sentences: acceptSentences, done: '座位是您的了' },
        onChanged,
      ),
    cancel: async (seat: MySeat) => {
      if (!(await sure(warningOf(seat), seat.status === 'waiting' ? '不候补了' : '取消座位'))) return
      const input = { reservationId: seat.reservationId }
      await act({ procedure: cancelSeat, input, sentences: cancelSentences, done: '已取消' }, onChanged)
    },
    /** An offer that is not wanted goes to the next at once: no question. */
    decline: ({ reservationId }: MySeat) =>
      act(
        { procedure: cancelSeat, input: { reservationId }, sentences: cancelSentences, done: '好的，让给下一位' },
        onChanged,
      ),
    end: async ({ seasonId }: Season) => {
      if (!(await sure('结束这个长期预约吗？以后还没坐的座位会一起取消。', '结束'))) return
      await act({ procedure: endSeason, input: { seasonId }, sentences: endSeasonSentences, done: '已结束' }, onChanged)
    },
  }
}
