import { plainSigns } from '../documents/plain-text'
import { clockSigns, clocksIn } from './sheet-clock'
import { readDays } from './sheet-days'
import { fieldOf, type SheetField } from './sheet-fields'
import { phoneForm, plateForm, vehicleKind } from './sheet-row'

/** What the head of a trip says of it, each with the field that a grid would have a column for. */
export interface TripWords {
  said: [SheetField, string][]
  /** Whether it is the head of a trip all through: nothing in it may as well be the name of a stop. */
  isTrip: boolean
}

const number = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})'
const nth = `第?${number}(?:号?(?:班车?|班次|车次?|趟次?|次))?`
/** 第1班, 1, 3号车, A班, 班次1, No.1, K101, 早班, 首班车, 末班2. */
const called = new RegExp(
  `^(?:${nth}|[A-Z](?:班车?|车)|(?:班次|车次|班|车|趟次?|no\\.?|#)${number}|[A-Z]{1,2}-?\\d{2,4}|(?:早上?|中午?|午|晚上?|夜间?|上午|下午|首|末|头|早高峰|晚高峰|加|加开|大|小|快|慢)?(?:班车?|班次|车|趟)?${number}?|[到发开离])$`,
  'i',
)
const way = new RegExp(`^(上班|下班|去程|回程|返程|上行|下行)(?:班?车|方向)?(?:${nth})?$`)
const place = /^(?:(?:开往|往(?!返)|去|至|到).{1,20}|.{1,20}方向)$/
const line = /^(?:第?[\dA-Z一二三四五六七八九十]{1,4}号?线|[\u4e00-\u9fff]{1,3}线|\d{1,4}路)$/i
const man = /^(?:司机|驾驶员|师傅):?([\u4e00-\u9fff·]{2,6})$|^([\u4e00-\u9fff]{1,4}(?:师傅|司机))$/

function fieldsOf(piece: string): [SheetField, string][] | undefined {
  const [clock] = clocksIn(clockSigns(piece))
  if (clock?.start === 0 && /^(?:发车?|开车?|出发|到达?|班车?|车次)?$/.test(clockSigns(piece).slice(clock.end)))
    return []
  const text = piece.replace(/(?:发车|到站|到达|开车|运行)?(?:时间|时刻)$/, '')
  const field = fieldOf(text)
  if (called.test(text) || field === 'trip' || field === 'departure' || field === 'arrival') return []
  const direction = way.exec(text)?.[1] ?? place.exec(text)?.[0]
  if (direction) return [['direction', direction]]
  if (line.test(text)) return [['route', text]]
  if (readDays(text)?.rest === '') return [['days', text]]
  const driver = man.exec(text)
  if (driver) return [['driver', driver[1] ?? driver[2] ?? '']]
  if (phoneForm.test(text) && /^(?:电话|手机)?:?$/.test(text.replace(phoneForm, ''))) return [['phone', text]]
  const vehicle = text.replace(plateForm, '').replace(/^车牌号?:?/, '')
  const isVehicle = plateForm.test(text) ? vehicle === '' : vehicleKind.test(text) || /^\d{1,3}座$/.test(text)
  return isVehicle ? [['plate', text]] : undefined
}

/** Reads the head of a trip, such as 第1班, 上班 7:10, 孙师傅 豫A·K1234, 早班(周一至周五). */
export function tripWords(head: string): TripWords {
  const pieces = plainSigns(head.slice(0, 60))
    .split(/[\s(),;/|]+/)
    .filter((piece) => piece !== '')
  const read = pieces.map(fieldsOf)
  return { said: read.flatMap((fields) => fields ?? []), isTrip: pieces.length > 0 && !read.includes(undefined) }
}

const stopWord =
  /(?:路口?|街|道|门|站|楼|院|区|园|场|厂|桥|村|镇|城|渠|口|店|馆|校|中心|公司|宿舍|大厦|基地|巷|里|庄|湾|苑|府|庙|寺|所|局|厅|银行|超市|小学|大学|学校)(?:[东西南北]?\d?)?$/

/** Whether names are those of trips (all of them) or of stops (no trip, and half of them look like places); undefined when both may be. */
export function kindOf(names: readonly string[]): 'trips' | 'stops' | undefined {
  const trips = names.filter((name) => tripWords(name).isTrip).length
  if (trips > 0) return trips === names.length ? 'trips' : undefined
  const stops = names.filter((name) => stopWord.test(plainSigns(name).replace(/\([^)]*\)$/, ''))).length
  return stops > 0 && stops * 2 >= names.length ? 'stops' : undefined
}
