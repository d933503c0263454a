import { Table } from 'antd'
import { useMemo } from 'react'
import type { RepairReport } from '../../contract/repair-report'
import { shareBars } from '../ui/report/chart-options'
import { countText } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'
import { rateText, shortText } from './report-text'
import { clockNames } from './words'

/** How often each deadline was kept, and how long it took. */
export function ReportClocks({ report }: { report: RepairReport }) {
  const { byClock, responseMinutes, resolutionMinutes } = report
  const rows = byClock.map((kept) => ({
    ...kept,
    name: clockNames[kept.clock],
    spread: { response: responseMinutes, plan: undefined, resolve: resolutionMinutes }[kept.clock],
  }))
  const option = useMemo(
    () =>
      shareBars(
        byClock
          .filter(({ counted }) => counted > 0)
          .map(({ clock, counted, inTime }) => ({ name: clockNames[clock], good: inTime, bad: counted - inTime })),
        ['按时', '超时'],
      ),
    [byClock],
  )
  const drawn = rows.filter(({ counted }) => counted > 0).length
  return (
    <ReportSection
      isWide
      title='按时率与时长'
      note='按时率按工作时间、节假日和挂起扣除后的时限计算，还在进行且没有超时的不计入；时长是报修人等待的时间，夜间和挂起都算在内。'
      chart={drawn > 0 ? { label: '各项时限的按时率，数值见旁边的表格', height: 60 + drawn * 46, option } : undefined}
    >
      <Table
        size='small'
        rowKey='clock'
        pagination={false}
        scroll={{ x: true }}
        dataSource={rows}
        columns={[
          { title: '时限', dataIndex: 'name' },
          { title: '计入', align: 'right', render: (_, { counted }) => countText(counted) },
          { title: '按时', align: 'right', render: (_, { inTime }) => countText(inTime) },
          { title: '超时', align: 'right', render: (_, { counted, inTime }) => countText(counted - inTime) },
          { title: '按时率', align: 'right', render: (_, kept) => rateText(kept) },
          { title: '时长中位数', align: 'right', render: (_, { spread }) => shortText(spread?.median) },
          { title: '九成在以内', align: 'right', render: (_, { spread }) => shortText(spread?.p90) },
          { title: '平均', align: 'right', render: (_, { spread }) => shortText(spread?.mean) },
        ]}
      />
    </ReportSection>
  )
}
