import type { CanteenReport } from '../../contract/canteen-feedback'
import type { RatingChip } from '../../contract/canteen-ratings'
import type { Table } from '../documents/documents'

type Cell = string | number

const chipNames: Record<RatingChip, string> = {
  taste: '味道',
  portion: '分量',
  temperature: '温度',
  hygiene: '卫生',
  service: '服务',
}

/** A part of a whole in percent, to a tenth; nothing when there is no whole. */
const percent = (part: number, whole: number): Cell => (whole === 0 ? '' : Math.round((part / whole) * 1000) / 10)

/** A report as a workbook: numbers as numbers. `canteen` is '' when it is about all of them. */
export function canteenReportTables({ meals, ratings, answers, ...report }: CanteenReport, canteen: string): Table[] {
  const summary: Cell[][] = [
    ['食堂', canteen === '' ? '全部食堂' : canteen],
    ['日期', report.from === report.until ? report.from : `${report.from} 至 ${report.until}`],
    ['供餐餐次', meals.sittings],
    ['报餐人次', meals.reserved],
    ['实际就餐人次', meals.served],
    ['剩余（公斤）', meals.leftoverKg],
    ['评价数', ratings.count],
    ['平均评分（星）', ratings.mean ?? ''],
    ...ratings.chips.map(({ chip, count }): Cell[] => [`评价说到${chipNames[chip]}`, count]),
    ['需要回复', answers.wanted],
    ['已回复', answers.answered],
    ['按时回复', answers.inTime],
    ['按时回复率（%）', percent(answers.inTime, answers.wanted)],
    ['回复用时中位数（服务时间，分钟）', answers.medianMinutes ?? ''],
  ]
  return [
    { name: '概要', header: ['指标', '数值'], rows: summary },
    {
      name: '每日',
      header: ['日期', '报餐人次', '实际就餐人次', '评价数', '平均评分（星）'],
      rows: report.days.map(({ day, reserved, served, ratings: n, mean }) => [day, reserved, served, n, mean ?? '']),
    },
    {
      name: '菜品',
      header: ['菜品', '供应次数', '预订份数', '综合评分（星）', '评价数'],
      rows: report.dishes.map(({ dish, servings, reserved, score }) => [
        dish,
        servings,
        reserved,
        score?.mean ?? '',
        score?.ratings ?? 0,
      ]),
    },
  ]
}
