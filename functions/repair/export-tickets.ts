import { sql } from 'kysely'
import { exportTickets } from '../../contract/repair-desk'
import { isOpen } from '../../contract/repair-lifecycle'
import { dayOf, formatInstant } from '../../contract/zone'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper } from '../keeper'
import { maskPhone } from '../phone'
import { catalogOf, categoryName } from './catalog'
import { filterTickets, statusesOf } from './filter-tickets'
import { statusOf } from './hold-ticket'
import { isDeadline } from './ticket-times'

const mostExported = 20_000

const words: Record<string, string> = {
  repair: '报修',
  cleaning: '保洁',
  hazard: '隐患',
  praise: '表扬',
  new: '待派单',
  assigned: '待接单',
  accepted: '已接单',
  working: '处理中',
  hung: '已挂起',
  done: '待确认',
  confirmed: '已完成',
  refused: '未受理',
  cancelled: '已撤销',
  normal: '普通',
  urgent: '紧急',
  app: '小程序',
  door: '扫码',
  hotline: '热线',
  wecom: '企业微信',
  paper: '纸单',
  import: '导入',
  fixed: '已修好',
  temporary: '已临时处理',
  notFixed: '没有修好',
}
const worded = (word: string | null) => (word === null ? '' : (words[word] ?? word))

const header = [
  ...['工单号', '类型', '类别', '紧急程度', '状态', '处理结果', '合并到', '地点', '资产', '描述', '遇到的人数'],
  ...['报修人', '工号', '联系电话', '渠道', '处理人', '退回次数', '第几轮', '报修时间', '响应时间', '完成时间'],
  ...['响应期限', '方案期限', '解决期限', '当前期限'],
]

interface Exported {
  number: string
  kind: string
  categoryId: string
  urgency: string
  status: string
  closedKind: string | null
  into: string | null
  place: string
  asset: string | null
  words: string
  priority: number
  requester: string
  staffNumber: string
  phone: string
  visitState: string | null
  channel: string
  assignee: string | null
  bounces: number
  cycle: number
  createdAt: Date
  respondedAt: Date | null
  resolvedAt: Date | null
  responseDueAt: Date | null
  planDueAt: Date | null
  resolveDueAt: Date | null
  dueAt: Date
}

/** Whole as long as somebody may have to call, as on the ticket's page. */
const phoneOf = (t: Exported) => (isOpen(statusOf(t)) || t.visitState === 'due' ? t.phone : maskPhone(t.phone))

/** The newest tickets of a filter with what the workbook says of them. */
async function readTickets(filter: Parameters<typeof filterTickets>[0], asked: AskedByPerson): Promise<Exported[]> {
  const isSearch = filter.query !== ''
  const statuses = sql<boolean>`t.status = ANY (${statusesOf(filter)}::text[])`
  const also = isSearch ? statuses : sql<boolean>`t.merged_into IS NULL AND ${statuses}`
  const { head, source, where } = await filterTickets(filter, asked, also)
  const { rows } =
    await sql<Exported>`${head} SELECT t.number, t.kind, t.category_id, t.urgency, t.status, t.closed_kind,
      root.number AS into, concat_ws(' ', b.name, nullif(p.floor, ''), p.name, nullif(t.place_note, '')) AS place, a.name AS asset, t.words,
      t.priority, r.name AS requester, r.staff_number, t.phone, t.visit_state, t.channel, coalesce(w.name, d.name) AS assignee, t.bounces,
      t.cycle, t.created_at, t.responded_at, t.resolved_at, t.response_due_at, t.plan_due_at, t.resolve_due_at, t.due_at
    FROM (SELECT t.ticket_id FROM ${source} t WHERE ${where}
      ORDER BY t.created_at DESC, t.ticket_id DESC LIMIT ${sql.lit(mostExported + 1)}) s
    JOIN ticket t ON t.org_id = ${asked.orgId} AND t.ticket_id = s.ticket_id
    JOIN person r ON r.org_id = t.org_id AND r.person_id = t.requester_id
    LEFT JOIN ticket root ON root.org_id = t.org_id AND root.ticket_id = t.merged_into
    LEFT JOIN place p ON p.org_id = t.org_id AND p.place_id = t.place_id
    LEFT JOIN building b ON b.org_id = p.org_id AND b.building_id = p.building_id
    LEFT JOIN asset a ON a.org_id = t.org_id AND a.asset_id = t.asset_id
    LEFT JOIN person w ON w.org_id = t.org_id AND w.person_id = t.assignee_id
    LEFT JOIN person d ON d.org_id = t.org_id AND d.person_id = t.doer_id
    ORDER BY t.created_at DESC, t.ticket_id DESC`.execute(asked.db)
  return rows
}

export default keeper(exportTickets, async ({ filter }, asked) => {
  const { cloud, now, person, note } = asked
  const documents = documentsOf(cloud)
  const catalog = await catalogOf(asked)
  const found = await readTickets(filter, asked)
  const time = (at: Date | null) =>
    at && isDeadline(at) ? formatInstant(at.getTime(), person.zone).slice(0, 16).replace('T', ' ') : ''
  const rows = found
    .slice(0, mostExported)
    .map((t) => [
      ...[t.number, worded(t.kind), categoryName(catalog, t.categoryId), worded(t.urgency), worded(t.status)],
      ...[worded(t.closedKind), t.into ?? '', t.place, t.asset ?? '', t.words, t.priority, t.requester, t.staffNumber],
      ...[phoneOf(t), worded(t.channel), t.assignee ?? '', t.bounces, t.cycle],
      ...[t.createdAt, t.respondedAt, t.resolvedAt, t.responseDueAt, t.planDueAt, t.resolveDueAt, t.dueAt].map(time),
    ])
  const tables = [{ name: '工单', header, rows }]
  if (found.length > mostExported) {
    tables.push({
      name: '说明',
      header: ['说明'],
      rows: [[`只含最近报修的 ${mostExported} 件，请缩小范围后分次导出。`]],
    })
  }
  const workbook = await documents.writeWorkbook(tables)
  note({ tickets: rows.length, filter })
  return { fileName: `${person.orgName}工单 ${dayOf(now, person.zone)}.xlsx`, content: workbook.toString('base64') }
})
