import { useMemo } from 'react'
import type { RepairReport } from '../../contract/repair-report'
import { countText } from '../ui/report/figures'
import { ReportCounts } from '../ui/report/report-counts'
import { minutesText } from './report-text'
import { closedNames, hangNames, outcomeNames, ratingNames } from './words'

const nameIn = (names: Readonly<Record<string, string>>, word: string) => names[word] ?? word

/** How work ended and what people said of it: closing, hangs, return visits, stars, and what happens again and again. */
export function ReportRest({ report }: { report: RepairReport }) {
  const { closedKinds, hangReasons, visits, ratings, mostFrequent } = report
  const rows = useMemo(
    () => ({
      closed: closedKinds.map(({ closedKind, tickets }) => ({
        name: closedKind === '' ? '未注明（历史数据）' : nameIn(closedNames, closedKind),
        value: tickets,
      })),
      hangs: hangReasons.map(({ reason, times, minutes }) => ({
        name: nameIn(hangNames, reason),
        value: times,
        more: `${minutesText(minutes)}，平均 ${minutesText(minutes / Math.max(1, times))}`,
      })),
      visits: (['satisfied', 'unsatisfied', 'unreachable', 'due'] as const).map((state) => ({
        name: nameIn(outcomeNames, state),
        value: visits[state],
      })),
      stars: [5, 4, 3, 2, 1].map((star) => ({ name: `${star} 星`, value: ratings.stars[star - 1] ?? 0 })),
      reasons: ratings.reasons.map(({ reason, times }) => ({ name: nameIn(ratingNames, reason), value: times })),
      frequent: mostFrequent.map(({ name, category, tickets }) => ({ name: `${name} · ${category}`, value: tickets })),
    }),
    [closedKinds, hangReasons, visits, ratings, mostFrequent],
  )
  const silent = Math.max(0, ratings.asked - ratings.n)
  return (
    <>
      <ReportCounts
        title='高频故障'
        note='同一地点或设备、同一类别报修两次以上；撤销的和表扬不算。'
        empty='没有重复出现的故障。'
        what='工单'
        unit='件'
        of='地点或设备 · 类别'
        rows={rows.frequent}
        hasShare={false}
      />
      <div className='report-halves'>
        <ReportCounts
          title='完成方式'
          empty='还没有完成的工单。'
          what='工单'
          unit='件'
          of='完成方式'
          rows={rows.closed}
        />
        <ReportCounts
          title='挂起原因'
          note='时长按自然时间计，还挂着的算到现在。'
          empty='没有挂起过。'
          what='次数'
          unit='次'
          of='原因'
          rows={rows.hangs}
          moreTitle='合计时长'
          hasShare={false}
        />
        <ReportCounts
          title='评分'
          note={`${countText(ratings.n)} 次评价，另有 ${countText(silent)} 次没有评价；没有评价的不当作好评。`}
          empty='还没有人评价。'
          what='评价'
          unit='次'
          of='星级'
          rows={rows.stars}
        />
        <ReportCounts
          title='评价里提到'
          empty='评价里还没有选原因。'
          what='次数'
          unit='次'
          of='方面'
          rows={rows.reasons}
          hasShare={false}
        />
        <ReportCounts
          title='回访结果'
          empty='还没有要回访的工单。'
          what='回访'
          unit='次'
          of='结果'
          rows={rows.visits}
        />
      </div>
    </>
  )
}
