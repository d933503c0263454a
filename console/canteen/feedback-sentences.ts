import type {
  assignFeedback,
  exportCanteenReport,
  getCanteenReport,
  moderateRating,
  moveAction,
  saveAction,
  saveCanteenSetting,
} from '../../contract/canteen-feedback'
import type { getRatingPhoto, replyRating } from '../../contract/canteen-ratings'
import type { Sentences } from '../ui/trouble'
import { needsConsole, noSuchCanteen, noSuchDish, noSuchPerson } from './sentences'

const noSuchRating = '这条评价已经被写的人撤回了；请刷新列表。'

export const replySentences = { NO_SUCH_RATING: noSuchRating } satisfies Sentences<typeof replyRating>

export const assignSentences = {
  NO_SUCH_RATING: noSuchRating,
  NO_SUCH_PERSON: '这位同事没有食堂职责，或已经离开；请另选一位食堂的同事。',
} satisfies Sentences<typeof assignFeedback>

export const moderateSentences = {
  NO_SUCH_RATING: noSuchRating,
  NOTHING_TO_MODERATE: '这条评价刚刚被改过，或者没有文字和照片，没有审核。请刷新列表，看过最新的内容再决定。',
} satisfies Sentences<typeof moderateRating>

export const ratingPhotoSentences = { NO_SUCH_PHOTO: '照片已被删除，或者您看不到它。' } satisfies Sentences<
  typeof getRatingPhoto
>

export const saveActionSentences = {
  NO_SUCH_ACTION: '没有这项整改，可能刚刚被删除；请刷新后再看。',
  NO_SUCH_CANTEEN: noSuchCanteen,
  NO_SUCH_DISH: noSuchDish,
  NO_SUCH_RATING: noSuchRating,
  NO_SUCH_PERSON: noSuchPerson,
  WRONG_STATUS: '这项整改已经完成或验收，不能再改内容；需要时先重新打开。',
} satisfies Sentences<typeof saveAction>

export const moveActionSentences = {
  NO_SUCH_ACTION: saveActionSentences.NO_SUCH_ACTION,
  WRONG_STATUS: '这项整改的状态刚刚变了，这一步现在不能做。请刷新后看看最新进展。',
  NEEDS_OUTCOME: '请写下做了什么、结果怎样，提意见的同事会看到。',
  NOT_BY_THE_DOER: '这项整改是您做的，请由另一位同事验收。',
  NOT_YOURS: '这一步由整改的负责人来做，验收由办公室主任来做，请联系他们。',
} satisfies Sentences<typeof moveAction>

export const saveSettingSentences = {
  HOURS_INVALID: '服务时间有误：每段须结束晚于开始、互不重叠，一周至少有一段。',
  NO_SUCH_PERSON: noSuchPerson,
} satisfies Sentences<typeof saveCanteenSetting>

export const canteenReportSentences = {
  NO_SUCH_CANTEEN: noSuchCanteen,
  ENDS_BEFORE_START: '结束日期早于开始日期，请重新选择。',
  TOO_LONG: '一次最多统计 366 天，请选短一些。',
} satisfies Sentences<typeof getCanteenReport>

export const exportReportSentences = {
  ...canteenReportSentences,
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof exportCanteenReport>
