import { DownloadOutlined } from '@ant-design/icons'
import { Button, Empty, Select, Skeleton } from 'antd'
import { getShuttleSetting } from '../../contract/shuttle-fleet'
import { exportRidership, getRidership } from '../../contract/shuttle-vehicles'
import { dayOf, isDay } from '../../contract/zone'
import { useParams } from '../address'
import { useZone } from '../session'
import { download } from '../ui/files'
import { PageHead } from '../ui/page-head'
import { usualRanges } from '../ui/report/day-range'
import { RangeChoice } from '../ui/report/range-choice'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import './shuttle.css'
import { RidershipCards, RidershipDays } from './ridership-days'
import { RidershipSegments, RidershipTrips } from './ridership-trips'
import { exportRidershipSentences, noRefusals, ridershipSentences } from './sentences'

/** How many booked, came, did not come: by day, trip and, of one line, from stop to stop. */
export default function Ridership() {
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const [from = '', until = ''] = ['from', 'until'].map((name) => params.get(name) ?? '')
  const month = usualRanges(today).本月 ?? { from: today, until: today }
  const range = isDay(from) && isDay(until) ? { from, until } : month
  const routeId = params.get('line') || undefined
  const filter = { ...range, routeId }
  const { value, trouble, isLoading, reload } = useAsk(getRidership, filter, ridershipSentences)
  const setting = useAsk(getShuttleSetting, {}, noRefusals)
  const exporting = useTask(exportRidership, exportRidershipSentences)
  const isEmpty = value?.total.runs === 0

  async function saveExport() {
    const file = await exporting.run(filter)
    if (file) download(file)
  }

  return (
    <>
      <PageHead title='客流' about='按乘车日期统计，只有人数，没有姓名。'>
        <Button
          icon={<DownloadOutlined />}
          loading={exporting.isRunning}
          disabled={!value || isEmpty}
          onClick={saveExport}
        >
          导出 Excel
        </Button>
      </PageHead>
      <search className='filters'>
        <RangeChoice label='乘车日期' range={range} today={today} change={(next) => merge({ ...next })} />
        <Select
          aria-label='线路'
          style={{ minWidth: 160 }}
          showSearch
          optionFilterProp='label'
          value={routeId ?? ''}
          onChange={(line) => merge({ line })}
          options={[
            { value: '', label: '全部线路' },
            ...(setting.value?.lines ?? []).map(({ route }) => ({ value: route.routeId, label: route.shortName })),
          ]}
        />
      </search>
      <TroubleNote trouble={exporting.trouble} onRetry={saveExport} />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && !trouble && <Skeleton active paragraph={{ rows: 12 }} />}
      {isEmpty && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description='这段时间还没有人预约或乘车。换一段时间看看，或者到「车辆与规则」里开放预约'
          />
        </div>
      )}
      {value && !isEmpty && (
        <div className={isLoading ? 'report-waiting' : undefined} aria-busy={isLoading}>
          <RidershipCards total={value.total} />
          <RidershipDays days={value.days} />
          {routeId && <RidershipSegments segments={value.segments} />}
          <RidershipTrips trips={value.trips} hasLine={routeId !== undefined} />
        </div>
      )}
    </>
  )
}
