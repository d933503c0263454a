import type { RefusalOf, Refused } from '../../../contract/procedure'
import type { boardRider, getManifest, reportDelay, unboardRider } from '../../../contract/shuttle-fleet'
import type { closeRun } from '../../../contract/shuttle-vehicles'
import { clockOf } from './words'

type Sentences<P extends { refusals: readonly string[] }> = Record<P['refusals'][number], string>

const noTrip = '这一班已经不在时刻表里了，请回到班次列表刷新看看。'
const notRunning = '这一班这天不开，请回到班次列表刷新看看。'

export const delaySentences: Sentences<typeof reportDelay> = { NO_SUCH_TRIP: noTrip, DOES_NOT_RUN: notRunning }
export const manifestSentences: Sentences<typeof getManifest> = { NO_SUCH_TRIP: noTrip, DOES_NOT_RUN: notRunning }
export const unboardSentences: Sentences<typeof unboardRider> = {
  NO_SUCH_RESERVATION: '名单里没有这位乘客了，请下拉刷新。',
  NOT_BOARDED: '这位乘客还没有上车，不用撤销。',
}
export const closeSentences: Sentences<typeof closeRun> = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
  NOT_DEPARTED: '还没到发车时间，开出以后再结束本班。',
}

const boardWords: Sentences<typeof boardRider> = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
  FORGED_CODE: '这不是有效的乘车码，请让乘客打开“乘车码”页面，不要用截图。',
  STALE_CODE: '乘车码过期了，请让乘客打开“乘车码”页面再扫。',
  WRONG_TRIP: '这是别的班次的乘车码。',
  ALREADY_BOARDED: '这个座位已经上过车了。',
  SEAT_CANCELLED: '这个座位已经取消了，有空位可以按“没预约的”上车。',
  NO_SUCH_RESERVATION: '名单里没有这位乘客，有空位可以按“没预约的”上车。',
  NOT_BOARDING_TIME: '还没到上车时间，开车前 30 分钟起可以上车。',
  NO_FREE_SEAT: '座位都留给预约的乘客了，没有空位。',
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Why somebody is not let on, with who boarded already or which trip the code is of. */
export function boardSentence({ refusal, detail }: Refused<RefusalOf<typeof boardRider>>): string {
  const [rider, boardedAt] = [textOf(detail?.rider), textOf(detail?.boardedAt)]
  const [route, departsAt] = [textOf(detail?.route), textOf(detail?.departsAt)]
  if (refusal === 'ALREADY_BOARDED' && rider) {
    return `${rider}${boardedAt ? ` ${clockOf(boardedAt)} ` : ''}已经上过车了，这个码不能再用。`
  }
  if (refusal === 'WRONG_TRIP' && route) {
    return `这是 ${[departsAt ? clockOf(departsAt) : '', route].filter(Boolean).join(' ')} 的乘车码，请乘客坐那一班。`
  }
  return boardWords[refusal]
}
