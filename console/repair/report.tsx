import { DownloadOutlined, ImportOutlined } from '@ant-design/icons'
import { Button, Empty, Skeleton } from 'antd'
import { type TicketKind, ticketKinds } from '../../contract/repair-lifecycle'
import { exportRepairReport, getRepairReport } from '../../contract/repair-report'
import { dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { download } from '../ui/files'
import { PageHead } from '../ui/page-head'
import { rangeBefore, usualRanges } from '../ui/report/day-range'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { ReportCards } from './report-cards'
import { ReportCategories } from './report-categories'
import { ReportClocks } from './report-clocks'
import { ReportDays } from './report-days'
import { type ReportFilter, ReportFilters } from './report-filters'
import { ReportRest } from './report-rest'
import { exportReportSentences, reportSentences } from './report-sentences'

/** What the address asks for; without days, the present month. */
function readFilter(params: URLSearchParams, today: string): ReportFilter {
  const day = (name: string) => {
    const said = params.get(name) ?? ''
    return isDay(said) ? said : undefined
  }
  const month = usualRanges(today).本月 ?? { from: today, until: today }
  const [from, until] = [day('from'), day('until')]
  const kind = ticketKinds.find((each) => each === params.get('kind')) as TicketKind | undefined
  return {
    ...(from && until ? { from, until } : month),
    kind,
    buildingId: params.get('building') || undefined,
    categoryId: params.get('category') || undefined,
  }
}

/** The figures of the repair service: key figures, then part by part as chart and table. */
export default function Report() {
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const filter = readFilter(params, today)
  const { value, trouble, isLoading, reload } = useAsk(getRepairReport, filter, reportSentences)
  const before = rangeBefore(filter, today)
  const earlier = useAsk(getRepairReport, before && { ...filter, ...before }, reportSentences)
  const exporting = useTask(exportRepairReport, exportReportSentences)

  async function saveExport() {
    const file = await exporting.run(filter)
    if (file) download(file)
  }

  const importLink = (
    <Button icon={<ImportOutlined />} href={linkTo('/repair/import-history')}>
      导入历史
    </Button>
  )
  const { 今年: year } = usualRanges(today)
  return (
    <>
      <PageHead title='统计' about='按报修日期统计；合并的工单只算一件，导入的历史一并计算。'>
        {importLink}
        <Button
          icon={<DownloadOutlined />}
          loading={exporting.isRunning}
          disabled={!value || value.tickets === 0}
          onClick={saveExport}
        >
          导出 Excel
        </Button>
      </PageHead>
      <ReportFilters filter={filter} today={today} change={merge} />
      <TroubleNote trouble={exporting.trouble} onRetry={saveExport} />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && !trouble && <Skeleton active paragraph={{ rows: 12 }} />}
      {value?.tickets === 0 && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description='这些条件下没有工单。可以换一段时间看看；以前的报修记录在 Excel 里的，可以导入进来，马上就能统计。'
          >
            <Button onClick={() => merge({ ...year, kind: '', building: '', category: '' })}>看今年全部</Button>{' '}
            {importLink}
          </Empty>
        </div>
      )}
      {value && value.tickets > 0 && (
        <div className={isLoading ? 'report-waiting' : undefined} aria-busy={isLoading}>
          <ReportCards
            report={value}
            before={before && !earlier.isLoading && !earlier.trouble ? earlier.value : undefined}
            days={before}
          />
          <ReportClocks report={value} />
          <ReportDays report={value} range={filter} today={today} />
          <ReportCategories report={value} />
          <ReportRest report={value} />
        </div>
      )}
    </>
  )
}
