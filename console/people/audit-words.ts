import { dutyWords, statusWords } from './words'

/** The fields of an audit entry's detail as people call them; others keep their own names. */
const words: Record<string, string> = {
  query: '搜索',
  client: '登录端',
  personId: '人员',
  departmentId: '部门',
  duty: '职责',
  duties: '职责',
  status: '状态',
  changed: '改动',
  roomId: '会议室',
  bookingId: '预订',
  startsAt: '开始',
  endsAt: '结束',
  day: '日期',
  name: '名称',
  reason: '原因',
  fileName: '文件',
  isApproved: '通过',
  isRetired: '停用',
  isOffDay: '放假',
  isRemoved: '删除',
  isNew: '新增',
  rows: '行数',
  added: '新增',
  same: '不变',
  left: '离开',
}

// Where a page of a list began says nothing about what was done.
const silent = new Set(['limit', 'cursor'])

const values: Record<string, string> = { ...dutyWords, ...statusWords, office: '办公地点', phone: '电话', note: '备注' }

function show(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(show).join('、')
  return typeof value === 'string' ? (values[value] ?? words[value] ?? value) : JSON.stringify(value)
}

/** An entry's detail in one line; the whole of it is shown when the row is opened. */
export function summaryOf(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .filter(([name]) => !silent.has(name))
    .map(([name, value]) => `${words[name] ?? name}：${show(value)}`)
    .join('，')
}
