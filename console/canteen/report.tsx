import { DownloadOutlined } from '@ant-design/icons'
import { Button, Empty, Skeleton } from 'antd'
import { exportCanteenReport, getCanteenReport } from '../../contract/canteen-feedback'
import { dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { download } from '../ui/files'
import { PageHead } from '../ui/page-head'
import { usualRanges } from '../ui/report/day-range'
import { RangeChoice } from '../ui/report/range-choice'
import { ReportCounts } from '../ui/report/report-counts'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { CanteenSelect, NoCanteen } from './canteen-choice'
import { canteenReportSentences, exportReportSentences } from './feedback-sentences'
import { CanteenCards } from './report-cards'
import { ReportDays } from './report-days'
import { ReportDishes } from './report-dishes'
import { useCanteen } from './use-canteen'
import { chipNames } from './words'

/** The figures of a canteen: meals, ratings, answers, and every dish with its score. */
export default function Report() {
  const choice = useCanteen()
  const { canteen } = choice
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const [from, until] = ['from', 'until'].map((name) => params.get(name) ?? '')
  const month = usualRanges(today).本月 ?? { from: today, until: today }
  const range = from && until && isDay(from) && isDay(until) ? { from, until } : month
  const filter = canteen && { canteenId: canteen.canteenId, ...range }
  const { value, trouble, isLoading, reload } = useAsk(getCanteenReport, filter, canteenReportSentences)
  const exporting = useTask(exportCanteenReport, exportReportSentences)
  const isEmpty = value && value.meals.sittings === 0 && value.ratings.count === 0

  async function saveExport() {
    if (!filter) return
    const file = await exporting.run(filter)
    if (file) download(file)
  }

  return (
    <>
      <PageHead title='食堂统计' about='按用餐日期统计，只有数字，没有姓名。'>
        <CanteenSelect {...choice} />
        <Button
          icon={<DownloadOutlined />}
          loading={exporting.isRunning}
          disabled={!value || isEmpty}
          onClick={saveExport}
        >
          导出 Excel
        </Button>
      </PageHead>
      <NoCanteen {...choice} />
      {canteen && (
        <search className='filters'>
          <RangeChoice label='用餐日期' range={range} today={today} change={(next) => merge({ ...next })} />
        </search>
      )}
      <TroubleNote trouble={exporting.trouble} onRetry={saveExport} />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {canteen && !value && !trouble && <Skeleton active paragraph={{ rows: 12 }} />}
      {isEmpty && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description='这段时间没有发布的菜单和评价。可以换一段时间，或者先去排菜单'
          >
            <Button href={linkTo('/canteen/menu', { canteen: canteen?.canteenId })}>打开周菜单</Button>
          </Empty>
        </div>
      )}
      {value && !isEmpty && (
        <div className={isLoading ? 'report-waiting' : undefined} aria-busy={isLoading}>
          <CanteenCards report={value} />
          <ReportDays report={value} />
          <ReportCounts
            title='评价说的是什么'
            note='一条评价可以选几项。'
            empty='这段时间的评价没有选过这些项目。'
            what='次数'
            unit='次'
            of='项目'
            hasShare={false}
            rows={value.ratings.chips.map(({ chip, count }) => ({ name: chipNames[chip], value: count }))}
          />
          <ReportDishes report={value} />
        </div>
      )}
    </>
  )
}
