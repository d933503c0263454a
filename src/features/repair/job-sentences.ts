import type { Procedure, RefusalOf } from '../../../contract/procedure'
import type {
  acceptTicket,
  assignTicket,
  bounceTicket,
  classifyTicket,
  finishTicket,
  grabTicket,
  hangTicket,
  planTicket,
  refuseTicket,
  resumeTicket,
  startTicket,
  suggestTechnicians,
  transferTicket,
} from '../../../contract/repair-work'

/** A whole sentence for every refusal, that says what to do next. */
type Sentences<P extends Procedure> = Record<RefusalOf<P>, string>

const gone = '找不到这件工单，它可能已经合并或撤销了。请回到「维修任务」下拉刷新。'
const notMine = '这件工单现在不在您手上，可能已经改派给别人。请下拉刷新，看看现在由谁处理。'
const elsewhere = '这件工单的状态刚刚变了，这一步现在做不了。请看最新的状态再操作。'
const move = { NO_SUCH_TICKET: gone, NOT_YOURS: notMine, WRONG_STATUS: elsewhere }
const notTechnician = '这位同事现在不是维修人员，不能接单。请从推荐的人里另选一位。'

export const grabSentences: Sentences<typeof grabTicket> = {
  NO_SUCH_TICKET: gone,
  NOT_YOURS: '只有维修人员可以抢单。需要的话请调度派单，或请管理员开通。',
  WRONG_STATUS: '这件刚被别人接走了，或已派给别人。列表已更新，请看看别的。',
}

export const acceptSentences: Sentences<typeof acceptTicket> = {
  ...move,
  NOT_YOURS: '这件已经改派给别人了，不用再接。列表已更新，请看看别的。',
}

export const startSentences: Sentences<typeof startTicket> = move

export const resumeSentences: Sentences<typeof resumeTicket> = move

export const bounceSentences: Sentences<typeof bounceTicket> = {
  ...move,
  WRONG_STATUS: '已经接单的工单不能退回。修不了请转派给别的师傅，或先挂起。',
}

export const transferSentences: Sentences<typeof transferTicket> = { ...move, NOT_A_TECHNICIAN: notTechnician }

export const planSentences: Sentences<typeof planTicket> = {
  ...move,
  IN_THE_PAST: '约的时间已经过去了，请选现在以后的时间。',
}

export const hangSentences: Sentences<typeof hangTicket> = {
  ...move,
  IN_THE_PAST: '答应的日期已经过去了，请选今天或以后的日期。',
}

export const finishSentences: Sentences<typeof finishTicket> = {
  ...move,
  NEEDS_REASON: '没有彻底修好，请在说明里写明情况和后续安排。',
}

export const assignSentences: Sentences<typeof assignTicket> = {
  ...move,
  WRONG_STATUS: '这件已经有人接单了，不能再派。要换人请用「转派」。',
  NOT_A_TECHNICIAN: notTechnician,
}

export const refuseSentences: Sentences<typeof refuseTicket> = {
  ...move,
  WRONG_STATUS: '已经有人接单，不能再改成不受理。修不了请用「完成」，选「没修好」并说明原因。',
}

export const classifySentences: Sentences<typeof classifyTicket> = {
  ...move,
  NO_SUCH_CATEGORY: '这个类别已经停用，请另选一个类别。',
}

export const suggestSentences: Sentences<typeof suggestTechnicians> = { NO_SUCH_TICKET: gone }
