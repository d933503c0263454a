import type { CanteenReport } from '../../contract/canteen-feedback'
import { type FigureCard, FigureCards } from '../ui/report/figure-cards'
import { countText, nothing, percentOf } from '../ui/report/figures'

const minutesText = (minutes: number) =>
  minutes < 60 ? `${Math.round(minutes)} 分钟` : `${(minutes / 60).toFixed(1)} 小时`

/** The figures that the report begins with. */
export function CanteenCards({ report: { meals, ratings, answers } }: { report: CanteenReport }) {
  const inTime = percentOf(answers.inTime, answers.wanted)
  const cards: FigureCard[] = [
    { name: '报名就餐', value: `${countText(meals.reserved)} 人次`, note: `${countText(meals.sittings)} 餐` },
    {
      name: '实际就餐',
      value: meals.served > 0 ? `${countText(meals.served)} 人次` : nothing,
      note: meals.served > 0 ? `按窗口登记；剩余 ${countText(meals.leftoverKg)} 公斤` : '在「就餐人数」里登记后就有',
    },
    {
      name: '平均评分',
      value: ratings.mean === undefined ? nothing : ratings.mean.toFixed(2),
      note: `${countText(ratings.count)} 条评价`,
    },
    {
      name: '按时回复',
      value: inTime === undefined ? nothing : `${inTime}%`,
      note: `要回复 ${answers.wanted} 条，已回复 ${answers.answered} 条`,
    },
    {
      name: '回复时长中位数',
      value: answers.medianMinutes === undefined ? nothing : minutesText(answers.medianMinutes),
      note: '只计服务时间',
    },
  ]
  return <FigureCards cards={cards} />
}
