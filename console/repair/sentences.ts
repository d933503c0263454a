import type { getTicket, reportTicket } from '../../contract/repair'
import type {
  exportTickets,
  mergeTicket,
  recordVisit,
  removeView,
  saveView,
  unmergeTicket,
} from '../../contract/repair-desk'
import type { lookAtPlace } from '../../contract/repair-places'
import type { addPhoto, commentTicket, getPhoto, moveRefusals, reopenTicket } from '../../contract/repair-requester'
import type {
  assignTicket,
  classifyTicket,
  finishTicket,
  hangTicket,
  planTicket,
  suggestTechnicians,
  transferTicket,
} from '../../contract/repair-work'
import type { Sentences } from '../ui/trouble'

const noSuchTicket = '没有这件工单，或者您现在看不到它。请关闭后刷新列表再找。'
const ticketClosed = '那件工单已经结束，不能再合并进去。请另选一件还没结束的，或者单独处理。'
const needsConsole = '这项操作只能在管理后台进行，请在本页重新登录后再试。'
const notATechnician = '这位同事现在没有维修职责，可能刚刚被调整。请刷新后改派别人。'
const noSuchCategory = '这个类别刚刚被停用或删除，请重新选择一个类别。'

export const noRefusals = {} satisfies Record<never, string>

/** Whatever is done to a ticket may come too late, or be somebody else's to do. */
export const moveSentences = {
  NO_SUCH_TICKET: noSuchTicket,
  NOT_YOURS: '这一步现在要由别人来做，您的职责不包含它。请看「处理人」，联系那位同事。',
  WRONG_STATUS: '这件工单的状态刚刚变了，这一步现在不能做。请刷新工单，看看最新进展再决定。',
} satisfies Record<(typeof moveRefusals)[number], string>

export const ticketSentences = { NO_SUCH_TICKET: noSuchTicket } satisfies Sentences<
  typeof getTicket & typeof suggestTechnicians
>

export const exportSentences = { NEEDS_CONSOLE: needsConsole } satisfies Sentences<typeof exportTickets>

export const saveViewSentences = {
  TOO_MANY_VIEWS: '常用视图已经存满了，请先删除一个不用的，再保存。',
} satisfies Sentences<typeof saveView>

export const removeViewSentences = {
  NO_SUCH_VIEW: '这个视图已经删除了，刷新后就看不到它。',
} satisfies Sentences<typeof removeView>

export const assignSentences = { ...moveSentences, NOT_A_TECHNICIAN: notATechnician } satisfies Sentences<
  typeof assignTicket & typeof transferTicket
>

export const hangSentences = {
  ...moveSentences,
  IN_THE_PAST: '答应的日期已经过去，请选择今天或以后的日期。',
} satisfies Sentences<typeof hangTicket>

export const planSentences = {
  ...moveSentences,
  IN_THE_PAST: '约定的时间已经过去，请选择以后的时间。',
} satisfies Sentences<typeof planTicket>

export const finishSentences = {
  ...moveSentences,
  NEEDS_REASON: '临时处理或没有修好时，请写明情况，报修人会看到。',
} satisfies Sentences<typeof finishTicket>

export const classifySentences = { ...moveSentences, NO_SUCH_CATEGORY: noSuchCategory } satisfies Sentences<
  typeof classifyTicket
>

export const reopenSentences = {
  ...moveSentences,
  MERGED: '这件工单已经合并到另一件，请打开那一件重开，或者先撤销合并。',
} satisfies Sentences<typeof reopenTicket>

export const commentSentences = {
  NO_SUCH_TICKET: noSuchTicket,
  NOT_YOURS: moveSentences.NOT_YOURS,
} satisfies Sentences<typeof commentTicket>

export const mergeSentences = {
  NO_SUCH_TICKET: noSuchTicket,
  TICKET_CLOSED: ticketClosed,
  MERGED: '两件工单中有一件已经合并过了。请刷新，合并到最后那一件；或者先撤销原来的合并。',
  SAME_TICKET: '不能合并到自己，请另选一件工单。',
} satisfies Sentences<typeof mergeTicket>

export const unmergeSentences = {
  NO_SUCH_TICKET: noSuchTicket,
  NOT_MERGED: '这件工单现在没有合并到别的工单，可能刚刚已被撤销。请刷新后再看。',
} satisfies Sentences<typeof unmergeTicket>

export const visitSentences = {
  ...moveSentences,
  NO_VISIT_DUE: '这件工单已经不用回访了，可能刚刚有人回访过，或者已经重开。请刷新列表。',
  DID_IT_YOURSELF: '这件工单是您处理的，请由另一位同事回访。',
  NEEDS_REASON: '请写下哪里不满意，会带给接着处理的人。',
} satisfies Sentences<typeof recordVisit>

export const placeSentences = {
  NO_SUCH_PLACE: '这个地点刚刚被停用，请重新搜索，或者只写地点说明。',
} satisfies Sentences<typeof lookAtPlace>

export const reportSentences = {
  NO_SUCH_CATEGORY: noSuchCategory,
  NO_SUCH_PLACE: placeSentences.NO_SUCH_PLACE,
  NO_SUCH_ASSET: '这台设备不在所选的地点，或者已经停用。请重新选择设备，也可以不选。',
  NO_SUCH_PERSON: '花名册里没有这个人，可能已离开；请重新选择报修人。',
  NOT_FOR_OTHERS: '您的职责不包含代别人报修。',
  NEEDS_PLACE: '请选择地点；名单里没有的，请在地点说明里写清楚在哪里。',
  NEEDS_WORDS: '表扬请写一句话，说说好在哪里。',
  ENDS_BEFORE_START: '期望上门的结束时间须晚于开始时间。',
} satisfies Sentences<typeof reportTicket>

const needsPicture = '请选择 JPEG、PNG 或 WebP 格式的照片。'

export const addPhotoSentences = {
  NO_SUCH_TICKET: noSuchTicket,
  NOT_YOURS: '这件工单现在不由您添加照片。',
  TICKET_CLOSED: '这件工单已经结束，不能再加照片。',
  PHOTOS_FORBIDDEN: '这个地点规定不能拍照，请用文字说明。',
  TOO_MANY_PHOTOS: '照片最多 6 张，没有再加。',
  NOT_A_PICTURE: `这个文件不是可用的照片。${needsPicture}`,
  HIDDEN_CONTENT: `照片里夹带了别的内容，没有接收。请重新拍照或截图后再传。`,
  BAD_FILE_NAME: '文件名里有不能用的字符，请改名后再传。',
  TOO_LARGE_PHOTO: '照片超过 5 MB，请压缩后再传。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof addPhoto>

export const photoSentences = {
  NO_SUCH_PHOTO: '照片已被删除，或者您看不到它。',
} satisfies Sentences<typeof getPhoto>
