import type { Kept, RepairReport, Spread } from '../../contract/repair-report'
import type { Table } from '../documents/documents'

type Cell = string | number

const clockNames: Record<RepairReport['byClock'][number]['clock'], string> = {
  response: '响应',
  plan: '方案',
  resolve: '解决',
}
const hangNames: Record<string, string> = {
  part: '等配件',
  vendor: '等厂家',
  access: '进不了现场',
  approval: '等审批',
  weather: '天气原因',
  other: '其他原因',
}
const closedNames: Record<string, string> = {
  fixed: '已修好',
  temporary: '已临时处理',
  notFixed: '没有修好',
  '': '未注明（历史数据）',
}
const ratingNames: Record<string, string> = {
  attitude: '态度',
  speed: '速度',
  quality: '质量',
  tidiness: '现场整洁',
  communication: '沟通',
}

/** A part of a whole in percent, to a tenth; nothing when there is no whole. */
const percent = (part: number, whole: number): Cell => (whole === 0 ? '' : Math.round((part / whole) * 1000) / 10)
const keptCells = ({ counted, inTime }: Kept): Cell[] => [counted, inTime, percent(inTime, counted)]
const spreadCells = ({ n, mean, median, p90 }: Spread): Cell[] => [n, mean ?? '', median ?? '', p90 ?? '']
const spreadHeader = (what: string) => [
  `${what}次数`,
  `${what}平均（分钟）`,
  `${what}中位数（分钟）`,
  `${what}九成在内（分钟）`,
]

function summary(report: RepairReport, about: readonly [string, string][]): Table {
  const { ratings, visits, reopened, ownerlessMinutes } = report
  const rows: Cell[][] = [
    ...about.map((line): Cell[] => [...line]),
    ['工单数', report.tickets],
    ['其中未完成', report.open],
    ['其中历史导入', report.imported],
    ['响应时长中位数（分钟）', report.responseMinutes.median ?? ''],
    ['解决时长中位数（分钟）', report.resolutionMinutes.median ?? ''],
    ['无人负责时长中位数（分钟）', ownerlessMinutes.median ?? ''],
    ['无人负责时长九成在内（分钟）', ownerlessMinutes.p90 ?? ''],
    ['重新打开的工单', reopened.tickets],
    ['重新打开的次数', reopened.cycles],
    ['平均评分（星）', ratings.mean ?? ''],
    ['评价数', ratings.n],
    ['可评价的工单次数', ratings.asked],
    ['待回访', visits.due],
    ['回访满意', visits.satisfied],
    ['回访不满意', visits.unsatisfied],
    ['回访未联系上', visits.unreachable],
    ['自助解决（次，不分楼宇）', report.selfHelp],
    ['费用（元）', report.costFen / 100],
  ]
  return { name: '概要', header: ['指标', '数值'], rows }
}

function onTime({ byClock, responseMinutes, resolutionMinutes }: RepairReport): Table {
  const spreads: Partial<Record<string, Spread>> = { response: responseMinutes, resolve: resolutionMinutes }
  return {
    name: '按时率与时长',
    header: ['时限', '计入', '按时', '按时率（%）', ...spreadHeader('时长')],
    rows: byClock.map(({ clock, ...kept }) => {
      const spread = spreads[clock]
      return [clockNames[clock], ...keptCells(kept), ...(spread ? spreadCells(spread) : ['', '', '', ''])]
    }),
  }
}

function categories({ byCategory }: RepairReport): Table {
  const clocks = Object.values(clockNames).flatMap((name) => [`${name}计入`, `${name}按时`, `${name}按时率（%）`])
  return {
    name: '类别',
    header: ['类别', '工单数', ...clocks, ...spreadHeader('响应'), ...spreadHeader('解决')],
    rows: byCategory.map((row) => [
      row.category,
      row.tickets,
      ...[row.response, row.plan, row.resolve].flatMap(keptCells),
      ...spreadCells(row.responseMinutes),
      ...spreadCells(row.resolutionMinutes),
    ]),
  }
}

function ratings({ ratings: { stars, reasons } }: RepairReport): Table {
  return {
    name: '评价',
    header: ['评价', '次数'],
    rows: [
      ...stars.map((times, i): Cell[] => [`${i + 1} 星`, times]).reverse(),
      ...reasons.map(({ reason, times }): Cell[] => [`原因：${ratingNames[reason] ?? reason}`, times]),
    ],
  }
}

/** A report as a workbook: a sheet for each of its tables, numbers as numbers. `about`: what it is about, in words. */
export function reportTables(report: RepairReport, about: readonly [string, string][]): Table[] {
  return [
    summary(report, about),
    onTime(report),
    categories(report),
    {
      name: '每日',
      header: ['日期', '新增', '完成'],
      rows: report.byDay.map(({ day, reported, done }) => [day, reported, done]),
    },
    {
      name: '挂起原因',
      header: ['原因', '次数', '时长（分钟）'],
      rows: report.hangReasons.map(({ reason, times, minutes }) => [hangNames[reason] ?? reason, times, minutes]),
    },
    {
      name: '完成方式',
      header: ['完成方式', '工单数'],
      rows: report.closedKinds.map(({ closedKind, tickets }) => [closedNames[closedKind] ?? closedKind, tickets]),
    },
    ratings(report),
    {
      name: '高频故障',
      header: ['地点或设备', '类别', '工单数'],
      rows: report.mostFrequent.map(({ name, category, tickets }) => [name, category, tickets]),
    },
  ]
}
