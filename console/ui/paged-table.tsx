import { Empty, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { Pager } from './pager'
import { TroubleNote } from './trouble-note'
import type { Asked } from './use-ask'
import type { Cursor } from './use-cursor'

interface Props<Row> extends Pick<TableProps<Row>, 'columns' | 'rowKey' | 'rowSelection' | 'onRow' | 'expandable'> {
  /** What the table is, for those who cannot see it. */
  label: string
  asked: Asked<{ items: Row[]; nextCursor?: string; total?: number }>
  cursor: Cursor
  /** What a total counts: 人, 间. */
  unit?: string
  empty: string
  /** What to do next when there is nothing. */
  emptyAction?: ReactNode
}

/** A list from the cloud with all its states: loading, rows, nothing yet, trouble; it is turned page by page. */
export function PagedTable<Row extends object>({
  label,
  asked,
  cursor,
  unit,
  empty,
  emptyAction,
  ...table
}: Props<Row>) {
  const { value, isLoading, trouble, reload } = asked
  return (
    <section aria-label={label} aria-busy={isLoading}>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {(value || !trouble) && (
        <Table<Row>
          {...table}
          size='middle'
          dataSource={value?.items}
          loading={{ spinning: isLoading, delay: 200 }}
          pagination={false}
          scroll={{ x: true }}
          locale={{
            emptyText: isLoading ? (
              ' '
            ) : (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty}>
                {emptyAction}
              </Empty>
            ),
          }}
        />
      )}
      {value && (value.items.length > 0 || cursor.page > 1) && (
        <Pager cursor={cursor} next={value.nextCursor} isLoading={isLoading}>
          {value.total !== undefined && `共 ${value.total} ${unit}`}
        </Pager>
      )}
    </section>
  )
}
