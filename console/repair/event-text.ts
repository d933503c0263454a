import type { TimelineEntry } from '../../contract/repair'
import { formatDayLong, formatMoment, isDay, parseInstant } from '../../contract/zone'
import { channelNames, clockNames, closedNames, hangNames, outcomeNames, ratingNames, urgencyNames } from './words'

type Detail = TimelineEntry['detail']

const wordOf = (names: Readonly<Record<string, string>>, key: unknown) => names[String(key ?? '')] ?? ''
const said = (detail: Detail, name: string) => String(detail[name] ?? '')
/** '，原因' behind a verb, nothing where there is none. */
const because = (detail: Detail, name = 'reason') => (detail[name] ? `：${detail[name]}` : '')

function momentOf(detail: Detail, now: number, zone: string): string {
  const at = Number(detail.plannedForMs ?? Number.NaN) || parseInstant(said(detail, 'plannedFor'))
  return at === undefined ? '' : formatMoment(at, now, zone)
}

function classified({ from, to, urgency }: Detail): string {
  const category = from && to && from !== to ? `类别从「${from}」改为「${to}」` : ''
  const words = [category, urgency ? `紧急程度为${wordOf(urgencyNames, urgency)}` : ''].filter(Boolean)
  return [...words, '时限重新计算'].join('，')
}

const fieldNames: Record<string, string> = {
  words: '描述',
  placeNote: '地点说明',
  phone: '电话',
  urgency: '紧急程度',
  wantedFrom: '期望上门时间',
  wantedUntil: '期望上门时间',
}

function edited(detail: Detail): string {
  const names = said(detail, 'fields')
    .split(' ')
    .map((field) => wordOf(fieldNames, field))
  return `修改了${[...new Set(names.filter(Boolean))].join('、') || '报修内容'}`
}

function hung(detail: Detail): string {
  const day = said(detail, 'promisedOn')
  const promise = isDay(day) ? `，答应 ${formatDayLong(day)} 前继续` : ''
  return `挂起：${wordOf(hangNames, detail.reason) || said(detail, 'reason')}${promise}${because(detail, 'note')}`
}

function rated(detail: Detail): string {
  const reasons = said(detail, 'reasons')
    .split(',')
    .map((reason) => wordOf(ratingNames, reason.trim()))
    .filter(Boolean)
  return `评价 ${detail.stars} 星${reasons.length ? `（${reasons.join('、')}）` : ''}${because(detail, 'words')}`
}

function warned(detail: Detail): string {
  if (detail.clock === 'promise') return '到了答应的日期，已提醒处理人'
  return `${wordOf(clockNames, detail.clock)}时限已用四分之三，已提醒`
}

function escalated(detail: Detail): string {
  if (detail.step === 'bounces') return '第二次退回，已上报'
  return `${wordOf(clockNames, detail.clock)}超时，已上报`
}

/** One line of the timeline in plain Chinese, without who and when. `now` in epoch ms. */
export function eventText({ kind, detail, cycle, by }: TimelineEntry, now: number, zone: string): string {
  const texts: Record<TimelineEntry['kind'], () => string> = {
    reported: () => `报修${detail.channel ? `（${wordOf(channelNames, detail.channel)}）` : ''}`,
    imported: () => '从历史记录导入',
    edited: () => edited(detail),
    classified: () => classified(detail),
    joined: () => '也遇到了同样的问题',
    assigned: () => `${by ? '派给' : '自动派给'}${said(detail, 'toName')}`,
    grabbed: () => '抢单',
    accepted: () => '接单，从此负责',
    bounced: () => `退回${because(detail)}`,
    transferred: () => `转派给${said(detail, 'toName')}${because(detail)}`,
    started: () => '开始处理',
    hung: () => hung(detail),
    resumed: () => '恢复处理',
    finished: () => `完成：${wordOf(closedNames, detail.closedKind)}${detail.note ? `。${detail.note}` : ''}`,
    confirmed: () => '确认已解决',
    reopened: () => `重开，第 ${cycle} 轮${because(detail)}`,
    refused: () => `不受理${because(detail)}`,
    cancelled: () => `撤销${because(detail)}`,
    planned: () => `约定 ${momentOf(detail, now, zone)} 上门${because(detail, 'note')}`,
    merged: () => `合并到 ${said(detail, 'intoNumber')}`,
    unmerged: () => '撤销合并，恢复单独处理',
    absorbed: () => `${said(detail, 'number')} 合并进来`,
    released: () => `${said(detail, 'number')} 撤销合并，单独处理`,
    commented: () => said(detail, 'words'),
    photographed: () => '添加了照片',
    costed: () => '登记了费用',
    rated: () => rated(detail),
    visited: () => `回访：${wordOf(outcomeNames, detail.outcome)}${because(detail, 'words')}`,
    warned: () => warned(detail),
    escalated: () => escalated(detail),
  }
  return texts[kind]()
}
