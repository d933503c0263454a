import { Table } from 'antd'
import { useMemo } from 'react'
import type { CanteenReport } from '../../contract/canteen-feedback'
import { barsAndLine } from '../ui/report/chart-options'
import { countText, nothing } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'
import { dayText } from './words'

/** Meals and ratings day by day. */
export function ReportDays({ report: { days } }: { report: CanteenReport }) {
  const option = useMemo(
    () =>
      barsAndLine(
        days.map(({ day, reserved, served }) => ({
          name: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`,
          bar: reserved,
          // nobody has counted yet: no point is drawn
          line: served > 0 ? served : Number.NaN,
        })),
        ['报名', '实际'],
      ),
    [days],
  )
  return (
    <ReportSection
      title='每天就餐与评价'
      note='实际人数由食堂在餐后登记，没有登记的日子不画。'
      empty={days.length === 0 ? '这段时间没有供餐的日子。' : undefined}
      chart={{ label: '每天报名和实际就餐的人次，数值见旁边的表格', height: 300, option }}
    >
      <Table
        size='small'
        rowKey='day'
        scroll={{ y: 240 }}
        pagination={false}
        dataSource={days}
        columns={[
          { title: '日期', render: (_, { day }) => dayText(day) },
          { title: '报名', align: 'right', render: (_, { reserved }) => countText(reserved) },
          { title: '实际', align: 'right', render: (_, { served }) => (served > 0 ? countText(served) : nothing) },
          { title: '评价', align: 'right', render: (_, { ratings }) => (ratings > 0 ? countText(ratings) : nothing) },
          { title: '均分', align: 'right', render: (_, { mean }) => mean?.toFixed(1) ?? nothing },
        ]}
      />
    </ReportSection>
  )
}
