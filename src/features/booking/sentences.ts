import * as v from 'valibot'
import {
  type cancelBooking,
  type changeBooking,
  type findRooms,
  type getBooking,
  type getRoomWeek,
  type reserveRoom,
  type Way,
  way,
} from '../../../contract/booking'
import type { checkIn, lookAtDoor } from '../../../contract/booking-door'
import type { RoomRules, WishRefusal } from '../../../contract/booking-rules'
import type { RefusalOf, Refused } from '../../../contract/procedure'
import { lengthText } from './words'

/** A whole sentence that says what to do next; some name the room's own limits. */
type Sentences<Refusal extends string> = Record<Refusal, (rules: RoomRules) => string>

const wish = {
  ENDS_BEFORE_START: () => '结束时间须晚于开始时间，请重新选择时间。',
  IN_THE_PAST: () => '这个时间已经过去了，请选择现在以后的时间。',
  ROOM_CLOSED: () => '这间会议室暂停使用，请换一间。',
  NOT_FOR_YOUR_DEPARTMENT: () => '这间会议室不对您的部门开放，请换一间，或联系会务。',
  OUTSIDE_OPENING_HOURS: () => '不在这间会议室的开放时间内，请选择没有划掉的时间，或换一间。',
  DEPARTMENT_HOURS: () => '这个时段留给了其他部门，请换个时间或换一间。',
  TOO_SHORT: ({ minMinutes }) => `这间会议室一次至少订 ${lengthText(minMinutes)}，请延长时间或换一间。`,
  TOO_LONG: ({ maxMinutes }) => `这间会议室一次最多订 ${lengthText(maxMinutes)}，请缩短时间或换一间。`,
  TOO_FAR_AHEAD: ({ daysAhead }) => `这间会议室最多提前 ${daysAhead} 天预订，请选近一些的日子或换一间。`,
  TOO_MANY_PEOPLE: ({ capacity }) => `这间会议室最多坐 ${capacity} 人，请减少人数或换一间大的。`,
} satisfies Sentences<WishRefusal>

const gone = {
  NO_SUCH_ROOM: () => '这间会议室已经撤下了，请换一间。',
  ROOM_TAKEN: () => '这个时段刚被别人订走了，请从下面选一个，或换个时间。',
}

export const reserveSentences: Sentences<RefusalOf<typeof reserveRoom>> = {
  ...wish,
  ...gone,
  NOT_FOR_OTHERS: () => '您没有代人预订的权限，请改为给自己预订，或请管理员开通。',
  NO_SUCH_PERSON: () => '名册里没有这个人了，请重新选择使用人。',
}

const mine = {
  NO_SUCH_BOOKING: () => '找不到这条预订，请回到“我的预订”重新打开。',
  NOT_YOURS: () => '这条预订不是您的，只有预订人和会务可以查看和更改。',
  BOOKING_OVER: () => '这条预订已经结束或取消了，不能再更改；需要的话请重新预订。',
}

export const changeSentences: Sentences<RefusalOf<typeof changeBooking>> = { ...wish, ...gone, ...mine }

export const cancelSentences: Sentences<RefusalOf<typeof cancelBooking>> = {
  ...mine,
  TOO_LATE_TO_CANCEL: ({ cancelUntilMinutes }) =>
    cancelUntilMinutes > 0
      ? `这间会议室须在开始前 ${lengthText(cancelUntilMinutes)} 取消，现在已经过了时限。用不上的话请联系会务。`
      : '会议已经开始，不能再取消；不用了可以提前结束。',
}

export const bookingSentences: Record<RefusalOf<typeof getBooking>, string> = {
  NO_SUCH_BOOKING: mine.NO_SUCH_BOOKING(),
  NOT_YOURS: mine.NOT_YOURS(),
}

export const roomSentences: Record<RefusalOf<typeof getRoomWeek>, string> = { NO_SUCH_ROOM: gone.NO_SUCH_ROOM() }

export const findSentences: Record<RefusalOf<typeof findRooms>, string> = {
  ENDS_BEFORE_START: '结束时间须晚于开始时间，请重新选择时间。',
  IN_THE_PAST: '这个时间已经过去了，请选择现在以后的时间。',
}

export const doorSentences: Record<RefusalOf<typeof lookAtDoor>, string> = {
  NO_SUCH_DOOR: '这张房间码已经停用，或不是本单位的。请扫门上最新的码，或直接在会议室列表里找这间房。',
}

export const checkInSentences: Record<RefusalOf<typeof checkIn>, string> = {
  NO_SUCH_DOOR: doorSentences.NO_SUCH_DOOR,
  NO_BOOKING_NOW: '您现在没有订这间会议室，不用签到；想用的话可以直接预订。',
  TOO_EARLY: '还没到签到时间，请在开始前 15 分钟以内再签到。',
  TOO_LATE: '已过签到时间（开始后 10 分钟以内）。会议照常进行，下次请准时签到。',
}

/** The ways that came with a refusal; what is not a way of the contract is left out. */
export function waysOf(refused: Refused): Way[] {
  const ways = v.safeParse(v.array(way), refused.detail?.ways)
  return ways.success ? ways.output : []
}
