import type { RefusalOf } from '../../../contract/procedure'
import type { getTicket, joinTicket, reportTicket, solveBySelf } from '../../../contract/repair'
import type { lookAtPlace } from '../../../contract/repair-places'
import type {
  addPhoto,
  cancelTicket,
  commentTicket,
  confirmTicket,
  editTicket,
  getPhoto,
  rateTicket,
  removePhoto,
  reopenTicket,
} from '../../../contract/repair-requester'
import { photoFileSentences } from '../../photo-sentences'

/** A whole sentence for each refusal that says what to do next. */
type Sentences<P extends { refusals: readonly string[] }> = Record<P['refusals'][number], string>

const gone = {
  NO_SUCH_TICKET: '找不到这张工单，或它与您无关。请到「我的报修」里重新打开。',
  NO_SUCH_CATEGORY: '这个类别已经停用了，请重新选一个类别。',
}

export const reportSentences: Sentences<typeof reportTicket> = {
  NO_SUCH_CATEGORY: gone.NO_SUCH_CATEGORY,
  NO_SUCH_PLACE: '这个地点已经停用了，请换一个地点。',
  NO_SUCH_ASSET: '这件设备已经停用或搬走了，请重新扫码，或不选设备直接提交。',
  NO_SUCH_PERSON: '名册里没有这个人了，请改为给自己报修。',
  NOT_FOR_OTHERS: '只有调度可以替别人报修，请改为给自己报修。',
  NEEDS_PLACE: '还没有地点，请先选择地点。',
  NEEDS_WORDS: '请写几句话，再提交。',
  ENDS_BEFORE_START: '希望上门的时间不对，请重新选择。',
}

export const solveSentences: Sentences<typeof solveBySelf> = { NO_SUCH_CATEGORY: gone.NO_SUCH_CATEGORY }

export const joinSentences: Sentences<typeof joinTicket> = {
  NO_SUCH_TICKET: '这张工单已经不在了，请下拉刷新后再看。',
  TICKET_CLOSED: '这件事刚刚办完了。还有问题的话，请另报一件。',
}

export const ticketSentences: Sentences<typeof getTicket> = { NO_SUCH_TICKET: gone.NO_SUCH_TICKET }

export const placeSentences: Sentences<typeof lookAtPlace> = {
  NO_SUCH_PLACE: '这张码已经停用，或不是本单位的。请扫最新的码，或按名字找地点。',
}

const moved = {
  NO_SUCH_TICKET: gone.NO_SUCH_TICKET,
  NOT_YOURS: '这张工单不是您的，只有报修人可以这样做。',
  WRONG_STATUS: '工单刚刚有了新进展，请看最新的状态再操作。',
}

export const editSentences: Sentences<typeof editTicket> = {
  ...moved,
  WRONG_STATUS: '已经派单了，不能再修改。有新情况请用「补充说明」。',
  ENDS_BEFORE_START: reportSentences.ENDS_BEFORE_START,
  NEEDS_PLACE: '地点不能空着，请写一下在哪里。',
  NEEDS_WORDS: reportSentences.NEEDS_WORDS,
}

export const cancelSentences: Sentences<typeof cancelTicket> = {
  ...moved,
  WRONG_STATUS: '已经派单了，不能再撤销。不用修了的话，请用「补充说明」告诉师傅。',
}

export const confirmSentences: Sentences<typeof confirmTicket> = {
  ...moved,
  WRONG_STATUS: '这张工单已经确认过，或又重新打开了，请看最新的状态。',
}

export const reopenSentences: Sentences<typeof reopenTicket> = {
  ...moved,
  WRONG_STATUS: '这张工单现在不能重新打开，请看最新的状态；还有问题可以另报一件。',
  MERGED: '这张工单已并入另一张，请到那一张里看进展。',
}

export const rateSentences: Sentences<typeof rateTicket> = {
  NO_SUCH_TICKET: gone.NO_SUCH_TICKET,
  NOT_YOURS: '只有报修人可以评价。',
  NOT_DONE: '还没有修好，修好以后再评价。',
  RATED_ALREADY: '您已经评价过了，谢谢。',
}

export const commentSentences: Sentences<typeof commentTicket> = {
  NO_SUCH_TICKET: gone.NO_SUCH_TICKET,
  NOT_YOURS: '只有报修人和处理的人可以补充说明。',
}

export const photoSentences: Sentences<typeof addPhoto> = {
  NO_SUCH_TICKET: gone.NO_SUCH_TICKET,
  NOT_YOURS: '这张工单不是您的，不能添加照片。',
  TICKET_CLOSED: '工单已经办完，不能再添加照片。还有问题请重新打开。',
  PHOTOS_FORBIDDEN: '这个地点不能上传照片，请用文字说明。',
  TOO_MANY_PHOTOS: '最多 6 张照片，先删掉一张再添加。',
  ...photoFileSentences,
  NEEDS_CONSOLE: '现在不能处理照片，请稍后在工单里再添加。',
}

/** A few words in the place of a photo that does not come. */
export const photoNotes: Sentences<typeof getPhoto> = { NO_SUCH_PHOTO: '已删除' }

export const removePhotoSentences: Record<RefusalOf<typeof removePhoto>, string> = {
  NO_SUCH_PHOTO: '这张照片已经删除了。',
  NOT_YOURS: '只能删除自己添加的照片。',
  TICKET_CLOSED: '工单已经办完，照片不能再删除。',
}
