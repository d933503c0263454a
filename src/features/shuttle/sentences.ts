import type { RefusalOf, Refused } from '../../../contract/procedure'
import type { findTrips, getDepartures, getLine, markStop } from '../../../contract/shuttle'
import type {
  acceptSeat,
  cancelSeat,
  endSeason,
  getBoardingPass,
  getTripSeats,
  reserveSeat,
  Season,
  saveSeason,
} from '../../../contract/shuttle-seats'
import { dayText, whenText } from './words'

/** A whole sentence for each refusal that says what to do next. */
type Sentences<P extends { refusals: readonly string[] }> = Record<P['refusals'][number], string>

const noStop = '这个站点已经不在时刻表里了，请重新选一个站点。'
const noTrip = '这一班已经不在时刻表里了，请回到班车页看看其他班次。'
const notRunning = '这一班这天不开，请换一天或换一班。'
const noPerson = '名册里没有这个人了，请重新选择乘车人。'
const left = '这位同事已经离开单位，请重新选择乘车人。'
const notForOthers = '您只能给自己预约。要替同事或访客预约，请联系有“代办”职责的同事。'

export const departureSentences: Sentences<typeof getDepartures> = { NO_SUCH_STOP: noStop }
export const lineSentences: Sentences<typeof getLine> = {
  NO_SUCH_LINE: '这条线路已经不在时刻表里了，请看看现在有哪些线路。',
}
export const tripsSentences: Sentences<typeof findTrips> = {
  NO_SUCH_STOP: noStop,
  SAME_STOP: '上车站和下车站是同一个，请改选其中一个。',
}
export const markSentences: Sentences<typeof markStop> = {
  NO_SUCH_STOP: noStop,
  TOO_MANY_STOPS: '最多收藏 20 个站点，请先取消不常用的。',
}
export const tripSentences: Sentences<typeof getTripSeats> = { NO_SUCH_TRIP: noTrip, DOES_NOT_RUN: notRunning }

const reserveWords: Sentences<typeof reserveSeat> = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
  NOT_RESERVABLE: '这条线不用预约，到点直接上车就好。',
  NO_SUCH_STOP: '这一班不在选的站上下客，请重新选上车站和下车站。',
  NOT_OPEN_YET: '还没到预约时间，到时再来就好。',
  CLOSED: '离发车太近，已经停止预约了。有空位时可以直接上车，问问司机就好。',
  TRIP_CANCELLED: '这一班停开了，请看看前后的班次。',
  FULL: '刚刚约满了。可以候补，有人取消时按先后通知您；也可以换一班。',
  ALREADY_RESERVED: '这一班已经有您的座位或候补了，在“我的座位”里可以看到。',
  TOO_MANY_SEATS: '预约的座位已经到上限（长期预约的也算），请先取消用不上的。',
  NOT_FOR_OTHERS: notForOthers,
  NO_SUCH_PERSON: noPerson,
  PERSON_LEFT: left,
}

/** Why a seat was not had, with what the cloud knows besides. `now` in epoch ms. */
export function reserveSentence({ refusal, detail }: Refused<RefusalOf<typeof reserveSeat>>, now: number): string {
  const opensAt = refusal === 'NOT_OPEN_YET' ? detail?.opensAt : undefined
  return typeof opensAt === 'string' ? `${whenText(opensAt, now)} 起可以预约，到时再来就好。` : reserveWords[refusal]
}

export const cancelSentences: Sentences<typeof cancelSeat> = {
  NO_SUCH_RESERVATION: '找不到这个座位了，请下拉刷新看看。',
  NOT_CANCELLABLE: '已经发车或已经取消了，不能再取消。没坐上车请跟车队说明。',
}
export const acceptSentences: Sentences<typeof acceptSeat> = {
  NO_SUCH_RESERVATION: '找不到这个座位了，请下拉刷新看看。',
  NOT_OFFERED: '确认的时间已经过了，座位给了下一位。还需要的话可以重新候补。',
}
export const passSentences: Sentences<typeof getBoardingPass> = {
  NO_SUCH_RESERVATION: '找不到这个座位，请到“我的座位”里重新打开。',
  NOT_RESERVED: '这个座位已经取消或还在候补，没有乘车码。请到“我的座位”里看看。',
}
export const seasonSentences: Sentences<typeof saveSeason> = {
  NO_SUCH_TRIP: noTrip,
  NOT_RESERVABLE: reserveWords.NOT_RESERVABLE,
  NO_SUCH_STOP: reserveWords.NO_SUCH_STOP,
  ENDS_BEFORE_START: '结束的日子要晚于开始的日子，请重新选择。',
  TOO_LONG_SEASON: '长期预约的时间太长了，请选短一些，到期可以再续。',
  ALREADY_RESERVED: '这一班已经有长期预约了，在“我的座位”的“长期”里可以看到。',
  NOT_FOR_OTHERS: notForOthers,
  NO_SUCH_PERSON: noPerson,
  PERSON_LEFT: left,
}
/** On which days a season gets no seat because there are too many already, and what to do; empty without such days. */
export function quotaSentence(days: Season['days']): string {
  const full = days.filter(({ outcome }) => outcome === 'tooManySeats').map(({ day }) => dayText(day))
  if (full.length === 0) return ''
  return `${full.join('、')}没有约：当天的座位已到每人每天的上限。要坐这一班，请先取消当天用不上的座位，再单独预约。`
}
export const endSeasonSentences: Sentences<typeof endSeason> = {
  NO_SUCH_SEASON: '这个长期预约已经结束了，请下拉刷新看看。',
}
