import { allergens, dietNames } from '../../contract/canteen-allergens'
import { parseInstant } from '../../contract/zone'
import { showInstant } from '../ui/moment'
import { dutyWords, statusWords } from './words'

/** The fields of an audit entry's detail as people call them; others keep their own names. */
const words: Record<string, string> = {
  query: '搜索',
  client: '登录端',
  duty: '职责',
  duties: '职责',
  status: '状态',
  changed: '改动',
  startsAt: '开始',
  endsAt: '结束',
  wasStartsAt: '原开始',
  wasEndsAt: '原结束',
  purpose: '主题',
  attendeeCount: '人数',
  note: '备注',
  provider: '平台',
  staffNumber: '工号',
  kind: '种类',
  scope: '范围',
  floor: '楼层',
  year: '年份',
  isBound: '已绑定',
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
  closing: '改为完成',
  unreadable: '没有读取',
  newCategories: '新类别',
  number: '编号',
  intoNumber: '合并到',
  toName: '派给',
  channel: '来源',
  urgency: '紧急程度',
  from: '从',
  to: '到',
  until: '至',
  priority: '影响人数',
  promisedOn: '答应日期',
  plannedFor: '约定上门',
  closedKind: '结果',
  costFen: '费用（分）',
  stars: '星级',
  outcome: '结果',
  attempts: '第几次',
  cycle: '轮次',
  stage: '阶段',
  tickets: '工单',
  skills: '技能',
  awayFrom: '不在岗从',
  awayUntil: '不在岗到',
  photoPolicy: '照片规定',
  assetNumber: '资产编号',
  ingredients: '配料',
  contains: '含有',
  free: '不含',
  diets: '饮食',
  dropsConfirmation: '标签须重新确认',
  isFavourite: '收藏',
  windows: '档口',
  meals: '餐次',
  meal: '餐次',
  isPublic: '公开菜单',
  publishedThrough: '节假日录到',
  answerMinutes: '回复时限（分钟）',
  dutyManager: '值班经理',
  hygieneWords: '卫生词',
  days: '日期',
  lines: '菜数',
  isClosed: '停餐',
  kept: '保留的天数',
  updated: '更新',
  removed: '撤下',
  told: '通知人数',
  newDishes: '新菜',
  newWindows: '新档口',
  people: '人数',
  isDraft: '草稿',
  isSoldOut: '售罄',
  served: '就餐人数',
  leftoverKg: '剩余（公斤）',
  answer: '用餐',
  portion: '份量',
  verdict: '审核',
  dueOn: '期限',
}

// Where a page of a list began says nothing about what was done, and nobody reads ids: the opened row has them all.
const isSilent = (name: string, value: unknown): boolean =>
  name === 'limit' ||
  name === 'cursor' ||
  // the procedure's own name says it already
  name === 'act' ||
  name.endsWith('Ms') ||
  name.endsWith('Id') ||
  name.endsWith('Ids') ||
  value === null ||
  (typeof value === 'object' && !Array.isArray(value))

const values: Record<string, string> = {
  ...dutyWords,
  ...statusWords,
  ...Object.fromEntries(
    allergens.flatMap(({ parts, ...item }) => [item, ...parts]).map(({ code, name }) => [code, name]),
  ),
  ...dietNames,
  office: '办公地点',
  phone: '电话',
  note: '备注',
  console: '管理后台',
  h5: '手机页面',
  weapp: '微信',
  alipay: '支付宝',
  wechat: '微信',
  device: '浏览器',
  site: '院区',
  building: '楼宇',
  person: '本人',
  room: '会议室',
  normal: '普通',
  urgent: '紧急',
  fixed: '已修好',
  temporary: '已临时处理',
  notFixed: '没有修好',
  satisfied: '满意',
  unsatisfied: '不满意',
  unreachable: '未接通',
  part: '等配件',
  vendor: '等厂家',
  access: '进不了现场',
  approval: '等审批',
  weather: '天气原因',
  other: '其他原因',
  report: '报修时',
  finish: '完工时',
  allowed: '可以拍照',
  textOnly: '只收文字',
  forbidden: '禁止拍照',
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
  supper: '夜宵',
  overtime: '加班餐',
  eats: '吃',
  skips: '不吃',
  full: '整份',
  half: '半份',
  passed: '可以展示',
  risky: '不展示',
  open: '未开始',
  doing: '整改中',
  done: '已完成',
  verified: '已验收',
}

function show(value: unknown, zone: string): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((each) => show(each, zone)).join('、')
  if (typeof value !== 'string') return String(value)
  return values[value] ?? (parseInstant(value) === undefined ? value : showInstant(value, zone))
}

/** An entry's detail in one line, times in the zone; the whole of it is shown when the row is opened. */
export function summaryOf(detail: Record<string, unknown>, zone: string): string {
  return Object.entries(detail)
    .filter(([name, value]) => !isSilent(name, value))
    .map(([name, value]) => `${words[name] ?? name}：${show(value, zone)}`)
    .join('，')
}
