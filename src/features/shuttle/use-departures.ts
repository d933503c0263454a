import { useState } from 'react'
import type { ValueOf } from '../../../contract/procedure'
import { getDepartures, markStop } from '../../../contract/shuttle'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { useMe } from '../../session'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { markSentences } from './sentences'
import { useTicking } from './use-ticking'
import { msOf } from './words'

export type Departures = ValueOf<typeof getDepartures>

const askEveryMs = 30_000
const mostShown = 10
/** What has just left stays for a minute: the bus may still stand there. */
const stayMs = 60_000

/** Keeps a stop, or no longer, and says why when that cannot be; whether it was done. */
export async function keepStop(stopId: string, isFavourite: boolean, isUsual = false): Promise<boolean> {
  try {
    const answer = await call(markStop, { stopId, isFavourite, isUsual })
    if ('refusal' in answer) say(markSentences[answer.refusal])
    return 'value' in answer
  } catch (thrown) {
    say(sentenceOf(thrown))
    return false
  }
}

/** The next departures at one stop, my usual one unless another is chosen; asked anew every half minute while shown. */
export function useDepartures() {
  const me = useMe()
  const params = useParams<'stopId'>()
  const [stopId, setStopId] = useState(params.stopId)
  const asked = useAsked(getDepartures, me ? { stopId, limit: mostShown } : undefined)
  const { now } = usePresent(asked.value, asked.problem !== undefined)
  useTicking(askEveryMs, asked.refresh)
  const mark = async (stop: string, isFavourite: boolean, isUsual = false) => {
    if (await keepStop(stop, isFavourite, isUsual)) await asked.refresh()
  }
  return {
    me,
    asked,
    now,
    stopId,
    setStopId,
    mark,
    /** Those that are still to come; an answer kept from earlier has some that are not. */
    coming: (asked.value?.departures ?? []).filter(
      ({ departsAt, scheduledAt, isCancelled }) => msOf(isCancelled ? scheduledAt : departsAt) > now - stayMs,
    ),
  }
}
