import type { RepairReport } from '../../contract/repair-report'
import type { DayRange } from '../ui/report/day-range'
import { type FigureCard, FigureCards } from '../ui/report/figure-cards'
import { countText, moneyText, nothing, percentOf } from '../ui/report/figures'
import { minutesText, rateText, spreadText } from './report-text'

const kept = ({ byClock }: RepairReport, wanted: RepairReport['byClock'][number]['clock']) =>
  byClock.find(({ clock }) => clock === wanted) ?? { counted: 0, inTime: 0 }

const stars = ({ ratings }: RepairReport) => (ratings.mean === undefined ? nothing : `${ratings.mean.toFixed(1)} 星`)

/** Of those who were reached. */
function satisfied({ visits }: RepairReport): string {
  const percent = percentOf(visits.satisfied, visits.satisfied + visits.unsatisfied)
  return percent === undefined ? nothing : `${percent}%`
}

function cardsOf(report: RepairReport, before: RepairReport | undefined): FigureCard[] {
  const { ratings, visits, reopened, imported, ownerlessMinutes } = report
  const card = (name: string, show: (of: RepairReport) => string, note?: FigureCard['note']): FigureCard => {
    const then = before && before.tickets > 0 ? show(before) : nothing
    return { name, value: show(report), note, before: then === nothing ? undefined : then }
  }
  const [response, resolve] = [kept(report, 'response'), kept(report, 'resolve')]
  const late = ({ counted, inTime }: typeof resolve) =>
    `${countText(counted)} 次计入，超时 ${countText(counted - inTime)} 次`
  return [
    card(
      '工单',
      ({ tickets }) => `${countText(tickets)} 件`,
      `未完成 ${countText(report.open)} 件${imported > 0 ? `，历史导入 ${countText(imported)} 件` : ''}`,
    ),
    card('响应按时率', (of) => rateText(kept(of, 'response')), late(response)),
    card('解决按时率', (of) => rateText(kept(of, 'resolve')), late(resolve)),
    card('响应时长中位数', (of) => minutesText(of.responseMinutes.median), spreadText(report.responseMinutes)),
    card('解决时长中位数', (of) => minutesText(of.resolutionMinutes.median), spreadText(report.resolutionMinutes)),
    card('评分', stars, `${countText(ratings.n)} 次评价，可评价 ${countText(ratings.asked)} 次；没有评价的不计分`),
    card('回访满意', satisfied, `满意 ${visits.satisfied}，不满意 ${visits.unsatisfied}，未接通 ${visits.unreachable}`),
    card('重新打开', (of) => `${countText(of.reopened.tickets)} 件`, `共 ${countText(reopened.cycles)} 次`),
    card(
      '无人负责',
      (of) => minutesText(of.ownerlessMinutes.median),
      ownerlessMinutes.n === 0 ? undefined : `中位数；九成在 ${minutesText(ownerlessMinutes.p90)}以内`,
    ),
    card('自助解决', (of) => `${countText(of.selfHelp)} 次`, '看了提示自己解决；不分楼宇'),
    card('费用', (of) => moneyText(of.costFen), '工时、配件和外修合计'),
  ]
}

/** The figures one looks at first, each with how it is counted and what it was in as many days before. */
export function ReportCards({
  report,
  before,
  days,
}: {
  report: RepairReport
  before?: RepairReport
  days?: DayRange
}) {
  return (
    <>
      <FigureCards cards={cardsOf(report, before)} />
      {before && before.tickets > 0 && days && (
        <p className='quiet'>
          「前一段」是 {days.from} 至 {days.until}，天数相同。
        </p>
      )}
    </>
  )
}
