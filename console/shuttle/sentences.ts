import type { getStopBoard } from '../../contract/shuttle'
import type {
  boardRider,
  getManifest,
  reportDelay,
  saveShuttleNotice,
  unboardRider,
} from '../../contract/shuttle-fleet'
import type {
  assignTrip,
  closeRun,
  excuseNoShow,
  exportRidership,
  getRidership,
  listNoShows,
  saveLineRule,
  saveVehicle,
} from '../../contract/shuttle-vehicles'
import type { Sentences } from '../ui/trouble'

export const noRefusals = {}

const noTrip = '这一班已经不在正在使用的时刻表里了，请刷新班次表。'
const notRunning = '这一班这一天不开，请刷新班次表。'
const noPerson = '名册里没有这位同事，请重新选择。'
const noVehicle = '没有这辆车，可能刚刚被停用，请刷新后重新选择。'
const needsConsole = '这个功能要在电脑上使用，请用网页管理台打开。'

export const delaySentences = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
} satisfies Sentences<typeof reportDelay>

export const manifestSentences = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
} satisfies Sentences<typeof getManifest>

export const boardSentences = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
  FORGED_CODE: '这不是有效的乘车码，请让乘客重新打开“乘车码”页面。',
  STALE_CODE: '乘车码已经过期，请让乘客重新打开“乘车码”页面。',
  WRONG_TRIP: '这是别的班次的乘车码，请乘客坐那一班。',
  ALREADY_BOARDED: '这位乘客已经上过车了，名单已刷新。',
  SEAT_CANCELLED: '这个座位已经取消。有空位时可以按“没有预约的”上车。',
  NO_SUCH_RESERVATION: '名单里没有这位乘客，可能刚刚取消，请刷新名单。',
  NOT_BOARDING_TIME: '现在不在上车时间里：发车前 30 分钟起才能登记上车。',
  NO_FREE_SEAT: '没有空位了，剩下的座位都有人预约。',
} satisfies Sentences<typeof boardRider>

export const unboardSentences = {
  NO_SUCH_RESERVATION: '名单里没有这位乘客，请刷新名单。',
  NOT_BOARDED: '这位乘客还没有登记上车，不用撤销。',
} satisfies Sentences<typeof unboardRider>

export const closeSentences = {
  NO_SUCH_TRIP: noTrip,
  DOES_NOT_RUN: notRunning,
  NOT_DEPARTED: '还没有到发车时间，开出以后再结束这一班。',
} satisfies Sentences<typeof closeRun>

export const assignSentences = {
  NO_SUCH_TRIP: noTrip,
  NO_SUCH_VEHICLE: noVehicle,
  NO_SUCH_PERSON: noPerson,
  NOT_A_DRIVER: '这位同事没有车队职责，不能派为司机。请换一位，或请管理员在花名册里加上职责。',
  SEATS_TAKEN: '这辆车的座位比已经预约的人少，没有更换。请换一辆更大的车。',
} satisfies Sentences<typeof assignTrip>

export const noticeSentences = {
  NO_SUCH_NOTICE: '这条通知已经被别人撤回，请刷新列表。',
  NO_SUCH_LINE: '所选的线路里有的已经不在时刻表里，请重新选择。',
  ENDS_BEFORE_START: '结束日期早于开始日期，请重新选择。',
} satisfies Sentences<typeof saveShuttleNotice>

export const lineRuleSentences = {
  NO_SUCH_LINE: '这条线路已经不在正在使用的时刻表里，请刷新。',
  SEATS_TAKEN: '有的班次已经预约的人比这个座位数多，没有修改。请填写更大的数，或先与乘客联系。',
} satisfies Sentences<typeof saveLineRule>

export const vehicleSentences = {
  NO_SUCH_VEHICLE: noVehicle,
  PLATE_TAKEN: '已经有这个车牌的车，请核对车牌。',
  SEATS_TAKEN: '派了这辆车的班次里，有的预约的人比这个座位数多，没有修改。请先给那一班换车。',
} satisfies Sentences<typeof saveVehicle>

export const noShowsSentences = {
  ENDS_BEFORE_START: '结束日期早于开始日期，请重新选择。',
} satisfies Sentences<typeof listNoShows>

export const excuseSentences = {
  NOT_IN_LEDGER: '这条记录已经不在了，请刷新列表。',
} satisfies Sentences<typeof excuseNoShow>

export const ridershipSentences = {
  ENDS_BEFORE_START: '结束日期早于开始日期，请重新选择。',
  TOO_LONG: '这段时间太长了，请选短一些，例如一个季度。',
} satisfies Sentences<typeof getRidership>

export const exportRidershipSentences = {
  ...ridershipSentences,
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof exportRidership>

export const boardPageSentences = {
  NO_SUCH_STOP: '这个站点已经不在正在使用的时刻表里，请重新选择。',
} satisfies Sentences<typeof getStopBoard>
