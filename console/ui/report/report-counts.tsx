import { Table } from 'antd'
import { useMemo } from 'react'
import { countBars } from './chart-options'
import { countText, percentOf } from './figures'
import { ReportSection } from './report-section'

interface Props {
  title: string
  note?: string
  empty: string
  /** What is counted, and what the names are of: 工单, 完成方式. */
  what: string
  unit: string
  of: string
  rows: readonly { name: string; value: number; more?: string }[]
  /** A further column of the table. */
  moreTitle?: string
  mostDrawn?: number
  hasShare?: boolean
}

/** A part of the report that counts things by name: bars and a table. */
export function ReportCounts({
  title,
  note,
  empty,
  what,
  unit,
  of,
  rows,
  moreTitle,
  mostDrawn = 10,
  hasShare = true,
}: Props) {
  const all = rows.reduce((sum, { value }) => sum + value, 0)
  const option = useMemo(
    () => countBars(rows.slice(0, mostDrawn), what, (value) => `${countText(value)} ${unit}`),
    [rows, mostDrawn, what, unit],
  )
  return (
    <ReportSection
      title={title}
      note={note}
      empty={all === 0 ? empty : undefined}
      chart={{ label: `${title}，数值见旁边的表格`, height: 20 + Math.min(mostDrawn, rows.length) * 32, option }}
    >
      <Table
        size='small'
        rowKey='name'
        scroll={{ x: true }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...rows]}
        columns={[
          { title: of, dataIndex: 'name', className: 'broad-cell' },
          { title: what, align: 'right' as const, render: (_, { value }) => `${countText(value)} ${unit}` },
          ...(hasShare
            ? [
                {
                  title: '占比',
                  align: 'right' as const,
                  render: (_: unknown, row: Props['rows'][number]) => `${percentOf(row.value, all) ?? 0}%`,
                },
              ]
            : []),
          ...(moreTitle ? [{ title: moreTitle, dataIndex: 'more', align: 'right' as const }] : []),
        ]}
      />
    </ReportSection>
  )
}
