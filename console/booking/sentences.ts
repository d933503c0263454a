import type { cancelBooking, changeBooking, getBooking, getRoomWeek, reserveRoom } from '../../contract/booking'
import type { printDoorLabels, renewDoorCode } from '../../contract/booking-door'
import type {
  importRooms,
  previewRooms,
  retireRoom,
  savePlace,
  saveRoom,
  setRoomPhoto,
} from '../../contract/booking-rooms'
import type { WishRefusal } from '../../contract/booking-rules'
import type { Sentences } from '../ui/trouble'

const noSuchRoom = '没有这间会议室，可能刚刚被停用；请刷新后再试。'
const noSuchPlace = '没有这个院区或楼宇，可能刚刚被别人改动；请刷新后重新选择。'
const noSuchBooking = '没有这个预订，可能已被删除；请刷新后再试。'
const notYours = '这不是您的预订，您也没有会务职责，不能操作。'
const bookingOver = '会议已经结束或取消，不能再改动。'
const roomTaken = '这段时间刚刚被别人订走了，填写的内容还在；可以改选下面的办法，或换个时间。'
const needsConsole = '这项操作只能在管理后台进行，请在本页重新登录后再试。'

export const noRefusals = {} satisfies Record<never, string>

/** What a room's rules have against a wish; also shown before anything is sent. */
export const wishSentences = {
  ENDS_BEFORE_START: '结束时间须晚于开始时间。',
  IN_THE_PAST: '开始时间已经过去，请选择以后的时间。',
  ROOM_CLOSED: '这间会议室暂不对外预订。',
  NOT_FOR_YOUR_DEPARTMENT: '这间会议室不对该部门开放。',
  OUTSIDE_OPENING_HOURS: '不在这间会议室当天的开放时间内。',
  DEPARTMENT_HOURS: '这个时段留给了指定部门使用。',
  TOO_SHORT: '时长短于这间会议室的最短时长。',
  TOO_LONG: '时长超过了这间会议室的最长时长。',
  TOO_FAR_AHEAD: '日期太远，还没有开放预订。',
  TOO_MANY_PEOPLE: '人数超过了会议室的容量。',
} satisfies Record<WishRefusal, string>

export const reserveSentences = {
  ...wishSentences,
  NO_SUCH_ROOM: noSuchRoom,
  ROOM_TAKEN: roomTaken,
  NOT_FOR_OTHERS: '您的职责不包含代他人预订。',
  NO_SUCH_PERSON: '花名册里没有这个人，可能已离开；请重新选择。',
} satisfies Sentences<typeof reserveRoom>

export const changeSentences = {
  ...wishSentences,
  NO_SUCH_BOOKING: noSuchBooking,
  NOT_YOURS: notYours,
  BOOKING_OVER: bookingOver,
  NO_SUCH_ROOM: noSuchRoom,
  ROOM_TAKEN: roomTaken,
} satisfies Sentences<typeof changeBooking>

export const cancelSentences = {
  NO_SUCH_BOOKING: noSuchBooking,
  NOT_YOURS: notYours,
  BOOKING_OVER: bookingOver,
  TOO_LATE_TO_CANCEL: '已经过了这间会议室规定的取消时限。',
} satisfies Sentences<typeof cancelBooking>

export const getBookingSentences = { NO_SUCH_BOOKING: noSuchBooking, NOT_YOURS: notYours } satisfies Sentences<
  typeof getBooking
>

export const getRoomWeekSentences = { NO_SUCH_ROOM: noSuchRoom } satisfies Sentences<typeof getRoomWeek>

export const savePlaceSentences = {
  NO_SUCH_PLACE: noSuchPlace,
  NAME_TAKEN: '已经有同名的院区或楼宇，请换一个名称。',
} satisfies Sentences<typeof savePlace>

export const saveRoomSentences = {
  NO_SUCH_ROOM: noSuchRoom,
  NO_SUCH_PLACE: noSuchPlace,
  NO_SUCH_DEPARTMENT: '所选部门中有的已不存在，请刷新后重新选择。',
  NAME_TAKEN: '同一楼宇同一楼层已有同名的会议室，请换一个名称。',
  HOURS_INVALID: '开放时间或部门时段有误：每段须结束晚于开始、互不重叠，最短时长不能超过最长时长。',
  TURNOVER_CLASH: '整理时间加长后，已有的预订会互相冲突，没有保存。请先移动或取消这些预订，或缩短整理时间。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof saveRoom>

export const retireRoomSentences = {
  NO_SUCH_ROOM: noSuchRoom,
  HAS_COMING_BOOKINGS: '这间会议室还有未结束的预订，请先移动或取消它们，再停用。',
} satisfies Sentences<typeof retireRoom>

export const setRoomPhotoSentences = {
  NO_SUCH_ROOM: noSuchRoom,
  NOT_A_PICTURE: '这个文件不是可用的照片，请选择 JPEG、PNG 或 WebP 格式，不超过 5 MB。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof setRoomPhoto>

export const previewRoomsSentences = {
  UNREADABLE_FILE:
    '这个文件打不开。请用 Excel（.xlsx）或逗号分隔（.csv）格式另存后重新选择；旧的 .xls 格式也需要另存。',
  NO_HEADER_ROW: '没有找到表头。表里需要有一行写着“楼宇”“会议室名称”“容纳人数”，下面才是会议室。',
  TOO_MANY_ROWS: '行数超过了 5000 行，请拆成几个文件分别导入。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof previewRooms>

export const importRoomsSentences = {
  NO_SUCH_PLACE: '有的行没有写院区，请先选择这些行属于哪个院区。',
  DOUBLED_ROOM: '同一楼宇同一楼层出现了同名的会议室，没有导入任何一行。请修改或不导入重复的行。',
  HOURS_INVALID: '有的行开放时间有误：每段须结束晚于开始、互不重叠。没有导入任何一行。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof importRooms>

export const printLabelsSentences = { NO_SUCH_ROOM: noSuchRoom, NEEDS_CONSOLE: needsConsole } satisfies Sentences<
  typeof printDoorLabels
>

export const renewDoorSentences = { NO_SUCH_ROOM: noSuchRoom } satisfies Sentences<typeof renewDoorCode>
