import { Table } from 'antd'
import { useMemo } from 'react'
import type { RepairReport } from '../../contract/repair-report'
import { countBars } from '../ui/report/chart-options'
import { countText, percentOf } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'
import { rateText, shortText } from './report-text'

const mostDrawn = 10

type Row = RepairReport['byCategory'][number]
const rate = (kept: Row['resolve']) => percentOf(kept.inTime, kept.counted) ?? -1

/** Which categories there is most to do in, and how well their deadlines are kept. */
export function ReportCategories({ report: { byCategory } }: { report: RepairReport }) {
  const option = useMemo(
    () =>
      countBars(
        byCategory.slice(0, mostDrawn).map(({ category, tickets }) => ({ name: category, value: tickets })),
        '工单',
        (value) => `${countText(value)} 件`,
      ),
    [byCategory],
  )
  const most = `图中是最多的 ${mostDrawn} 类，表中是全部 ${byCategory.length} 类；`
  const note = `${byCategory.length > mostDrawn ? most : ''}时长是中位数，「九成在以内」说的是解决时长。`
  const drawn = Math.min(mostDrawn, byCategory.length)
  return (
    <ReportSection
      isWide
      title='类别'
      note={note}
      chart={{ label: '工单最多的类别，数值见旁边的表格', height: 30 + drawn * 30, option }}
    >
      <Table<Row>
        size='small'
        rowKey='categoryId'
        scroll={{ x: true }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false, showTotal: (n) => `共 ${n} 类` }}
        dataSource={byCategory}
        columns={[
          { title: '类别', dataIndex: 'category', className: 'broad-cell' },
          {
            title: '工单',
            align: 'right',
            sorter: (a, b) => a.tickets - b.tickets,
            render: (_, { tickets }) => countText(tickets),
          },
          {
            title: '响应按时',
            align: 'right',
            sorter: (a, b) => rate(a.response) - rate(b.response),
            render: (_, { response }) => rateText(response),
          },
          {
            title: '解决按时',
            align: 'right',
            sorter: (a, b) => rate(a.resolve) - rate(b.resolve),
            render: (_, { resolve }) => rateText(resolve),
          },
          {
            title: '响应时长',
            align: 'right',
            sorter: (a, b) => (a.responseMinutes.median ?? -1) - (b.responseMinutes.median ?? -1),
            render: (_, { responseMinutes }) => shortText(responseMinutes.median),
          },
          {
            title: '解决时长',
            align: 'right',
            sorter: (a, b) => (a.resolutionMinutes.median ?? -1) - (b.resolutionMinutes.median ?? -1),
            render: (_, { resolutionMinutes }) => shortText(resolutionMinutes.median),
          },
          {
            title: '九成在以内',
            align: 'right',
            sorter: (a, b) => (a.resolutionMinutes.p90 ?? -1) - (b.resolutionMinutes.p90 ?? -1),
            render: (_, { resolutionMinutes }) => shortText(resolutionMinutes.p90),
          },
        ]}
      />
    </ReportSection>
  )
}
