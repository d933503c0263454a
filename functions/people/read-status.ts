import type { PersonStatus } from '../../contract/people'
import { saysNothing } from '../documents/plain-text'

/** What a status is called in exported rosters; these words are understood without a remark. */
export const statusWords = { active: '在岗', onLeave: '休假', left: '已离开' } satisfies Record<PersonStatus, string>

const isBack = /(结束|期满|返岗|已返|复工|销假|未离职|不离职|返聘)/
const hasLeft =
  /(离职|辞职|调出|调离|调走|离岗|退休|已离开|已离|离开|解聘|辞退|开除|除名|去世|病故|死亡|终止合同|解除合同|合同终止|不在职|离院|离校)/
const isAway =
  /(产假|病假|事假|哺乳假|育儿假|陪产|护理假|婚假|丧假|探亲假|长假|休假|请假|休养|工伤|停薪留职|脱产|待产|待岗|进修|驻外|外派|援疆|援藏|援外|挂职)/
const isHere = /^(在岗|在职|正常|是|在编|在册|在院|在校|在聘|试用|试用期|实习|见习|上班|有效|active)$/

function meant(text: string): PersonStatus | undefined {
  if (isBack.test(text)) return 'active'
  if (hasLeft.test(text)) return 'left'
  if (isAway.test(text)) return 'onLeave'
  return undefined
}

export interface ReadStatus {
  /** Absent when the sheet does not say. */
  status?: PersonStatus
  remark?: { field: 'status' | 'note'; message: string }
}

/** Whether somebody is there, out of the status column and, when that is silent, the notes: 产假, 已调出. */
export function readStatus(said: string, note: string): ReadStatus {
  if (said !== '' && !saysNothing(said)) {
    const exact = (Object.keys(statusWords) as PersonStatus[]).find((status) => statusWords[status] === said)
    if (exact) return { status: exact }
    if (isHere.test(said)) return { status: 'active' }
    const status = /^(否|不在岗|不在职)$/.test(said) ? 'left' : meant(said)
    if (status) return { status, remark: { field: 'status', message: `「${said}」理解为${statusWords[status]}` } }
    return { remark: { field: 'status', message: `不认识状态「${said}」，状态不作改动` } }
  }
  const status = meant(note)
  if (!status || status === 'active') return {}
  return { status, remark: { field: 'status', message: `备注写着「${note}」，理解为${statusWords[status]}` } }
}
