import type { Ticket } from '../../../contract/repair'
import { formatDayNear } from '../../../contract/zone'
import { closedNames, hangReasonNames, momentText, statusLook } from './words'

/** Whether the asker is who it was reported for or by; follower, technician and desk are not. */
export const isMine = ({ roles }: Ticket): boolean => roles.indexOf('requester') >= 0
export const isFollowed = ({ roles }: Ticket): boolean => roles.indexOf('follower') >= 0

/** The word of the status as this asker reads it: only whose it is is asked to confirm. */
export function statusWordOf(ticket: Ticket): ReturnType<typeof statusLook> {
  const isAsked = ticket.acts.indexOf('confirm') >= 0 && isMine(ticket)
  return statusLook(ticket, isAsked)
}

const hangReasons: Record<string, string> = hangReasonNames
/** Why it was hung, in words; a reason of another time as it was written. */
export const hangReasonOf = (reason: string): string => hangReasons[reason] ?? reason

function finishedText({ kind, closedKind }: Ticket): string {
  if (kind === 'repair') return closedNames[closedKind ?? 'fixed']
  return closedKind === 'notFixed' ? '没有办成' : closedKind === 'temporary' ? '已临时处理' : '已处理好'
}

/** How it stands, as a sentence. `now` in epoch ms. */
export function statusSentence(ticket: Ticket, now: number, zone: string): string {
  const who = ticket.assignee || '师傅'
  const planned = ticket.plannedFor ? `，计划 ${momentText(ticket.plannedFor, now, zone)} 上门` : ''
  switch (ticket.status) {
    case 'new':
      if (ticket.kind === 'praise') return '已收到，会转告本人'
      return ticket.cycle > 1 ? '已重新打开，正在安排人' : '已提交，正在安排人'
    case 'assigned':
      return ticket.assignee ? `已派给${ticket.assignee}，等待接单` : '已派单，等待接单'
    case 'accepted':
      return `${who}已接单${planned}`
    case 'working':
      return `${who}正在处理${planned}`
    case 'hung': {
      const until = ticket.promisedOn ? `，答应 ${formatDayNear(ticket.promisedOn, now, zone)} 前继续` : ''
      return `暂时不能处理：${hangReasonOf(ticket.hangReason) || '原因见下'}${until}`
    }
    case 'done':
      return isMine(ticket) && ticket.acts.length > 0
        ? `${finishedText(ticket)}，请您看看是否解决`
        : finishedText(ticket)
    case 'confirmed':
      return `${finishedText(ticket)}，已确认`
    case 'refused':
      return '没有受理，原因见下'
    case 'cancelled':
      return '已撤销'
  }
}
