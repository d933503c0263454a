import type { TimelineEntry } from '../../../contract/repair'
import type { ClosedKind, TicketEventKind } from '../../../contract/repair-lifecycle'
import { formatDayNear } from '../../../contract/zone'
import { hangReasonOf } from './ticket-words'
import { clockVerbs, closedNames, momentText, starWords } from './words'

interface Said {
  entry: TimelineEntry
  /** Epoch ms. */
  now: number
  zone: string
}

const channelWords: Record<string, string> = {
  door: '扫码提交',
  hotline: '电话提交',
  wecom: '企业微信提交',
  paper: '纸单提交',
}
const visitWords: Record<string, string> = { satisfied: '满意', unsatisfied: '不满意', unreachable: '没有联系上' }
const verbs: Record<string, string> = clockVerbs
const closed: Partial<Record<string, string>> = closedNames satisfies Record<ClosedKind, string>

/** A value of an entry's detail as text; empty when it is not there. */
const detailText = ({ detail }: TimelineEntry, name: string): string => String(detail[name] ?? '')
const colon = (word: string, more: string) => (more ? `${word}：${more}` : word)

const sentences: Record<TicketEventKind, (said: Said) => string> = {
  reported: ({ entry }) => channelWords[detailText(entry, 'channel')] ?? '提交',
  imported: () => '从历史记录导入',
  edited: () => '修改了填写的内容',
  classified: () => '改了类别或紧急程度，时限从提交时起重新计算',
  joined: () => '又有人遇到同样的问题',
  assigned: ({ entry }) => (detailText(entry, 'toName') ? `派给${detailText(entry, 'toName')}` : '已派单'),
  grabbed: () => '接单',
  accepted: () => '接单',
  bounced: ({ entry }) => colon('退回，重新安排', detailText(entry, 'reason')),
  transferred: ({ entry }) => colon(`转给${detailText(entry, 'toName') || '另一位师傅'}`, detailText(entry, 'reason')),
  started: () => '开始处理',
  hung: ({ entry, now, zone }) => {
    const day = detailText(entry, 'promisedOn')
    const until = day ? `，答应 ${formatDayNear(day, now, zone)} 前继续` : ''
    return `${colon('暂停', hangReasonOf(detailText(entry, 'reason')))}${until}`
  },
  resumed: () => '继续处理',
  planned: ({ entry, now, zone }) =>
    detailText(entry, 'plannedFor')
      ? `计划 ${momentText(detailText(entry, 'plannedFor'), now, zone)} 上门`
      : '定了方案',
  finished: ({ entry }) => closed[detailText(entry, 'closedKind')] ?? '处理完成',
  confirmed: () => '确认已解决',
  reopened: ({ entry }) => colon('没有解决，重新打开', detailText(entry, 'reason')),
  refused: ({ entry }) => colon('没有受理', detailText(entry, 'reason')),
  cancelled: ({ entry }) => colon('撤销', detailText(entry, 'reason')),
  merged: ({ entry }) => `与工单 ${detailText(entry, 'intoNumber')} 是同一件事，已合并`,
  unmerged: () => '取消合并，单独处理',
  absorbed: () => '另一张工单并入这一张',
  released: () => '并入的工单已分开',
  commented: () => '补充说明',
  photographed: ({ entry }) => (detailText(entry, 'stage') === 'finish' ? '添加了完工照片' : '添加了照片'),
  costed: () => '登记了费用',
  rated: ({ entry }) => {
    const stars = Number(entry.detail.stars)
    return colon(`评价 ${stars} 星`, starWords[stars - 1] ?? '')
  },
  visited: ({ entry }) => colon('回访', visitWords[detailText(entry, 'outcome')] ?? ''),
  warned: ({ entry }) => `${verbs[detailText(entry, 'clock')] ?? '处理'}快到时限，已提醒`,
  escalated: ({ entry }) =>
    detailText(entry, 'step') === 'bounces'
      ? '两次被退回，已上报'
      : `${verbs[detailText(entry, 'clock')] ?? '处理'}超过时限，已上报`,
}

/** A line of the timeline in words: what happened, and what somebody wrote with it. */
export function saidOf(said: Said): { text: string; note: string } {
  const { entry } = said
  const text = sentences[entry.kind](said)
  return {
    text: entry.by ? `${entry.by} · ${text}` : text,
    note: detailText(entry, 'note') || detailText(entry, 'words'),
  }
}
