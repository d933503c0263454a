import { Button, Empty, Space, Table, type TableColumnsType, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { type Line, type Lined, type LineKind, placeText, type SheetColumn } from './kinds'
import type { Lines } from './use-lines'

const kindWords = {
  new: { colour: 'green', word: '新增' },
  changed: { colour: 'blue', word: '变更' },
  same: { colour: 'default', word: '不变' },
  unreadable: { colour: 'red', word: '没有读取' },
} satisfies Record<LineKind, { colour: string; word: string }>

interface Props<Row extends Lined> {
  lines: Lines<Row>
  shown: Line<Row>[]
  columns: readonly SheetColumn<Row>[]
  /** A row to begin with for a line that could not be read. */
  startRow: (line: Line<Row>) => Row
}

function KindTag<Row extends Lined>({ line }: { line: Line<Row> }) {
  const { colour, word } = kindWords[line.kind]
  if (line.isEdited) return <Tag color='purple'>{line.kind === 'unreadable' ? '已补录' : '已修改'}</Tag>
  return <Tag color={colour}>{word}</Tag>
}

function Remarks<Row extends Lined>({ line, columns }: { line: Line<Row>; columns: readonly SheetColumn<Row>[] }) {
  const titleOf = (field: string) => columns.find((column) => column.field === field)?.title ?? field
  return (
    <>
      {line.remarks.map(({ column, severity, message }) => (
        <div key={column + message} className={severity === 'error' ? 'remark-error' : 'remark-guess'}>
          {severity === 'error' ? '错误' : '请核对'}：{column && `${titleOf(column)}，`}
          {message}
        </div>
      ))}
      {line.row && line.cells.length > 0 && (
        <div className='quiet'>原文：{line.cells.filter(Boolean).join(' ｜ ')}</div>
      )}
    </>
  )
}

/** The lines of a sheet to be checked: every cell can be corrected in place, every line can be left out. */
export function LinesTable<Row extends Lined>({ lines, shown, columns, startRow }: Props<Row>) {
  const [open, setOpen] = useState<string>()

  const cell = (column: SheetColumn<Row>, at: number, { key, row, cells, changedFields, kind }: Line<Row>) => {
    if (!row)
      return at === 0 ? <span className='quiet'>原文：{cells.filter(Boolean).join(' ｜ ') || '（空）'}</span> : null
    if (open === key && column.edit) {
      return column.edit(row, (part) => lines.edit(key, { ...row, ...part }))
    }
    const isNew = kind === 'changed' && changedFields.includes(column.field)
    const shownValue = column.show(row)
    return isNew ? (
      <Tooltip title='与现有记录不同'>
        <mark className='changed-cell'>{shownValue || '（清空）'}</mark>
      </Tooltip>
    ) : (
      shownValue
    )
  }

  const table: TableColumnsType<Line<Row>> = [
    ...(shown.some(({ sheet }) => sheet)
      ? [{ title: '工作表', dataIndex: 'sheet', width: 100, fixed: 'left' as const }]
      : []),
    { title: '行', dataIndex: 'line', width: 64, fixed: 'left', align: 'right' },
    { title: '状态', width: 92, fixed: 'left', render: (_, line) => <KindTag line={line} /> },
    ...(shown.some(({ remarks }) => remarks.length > 0)
      ? [
          {
            title: '说明',
            width: 230,
            render: (_: unknown, line: Line<Row>) => <Remarks line={line} columns={columns} />,
          },
        ]
      : []),
    ...columns.map((column, at) => ({
      title: column.title,
      width: column.width,
      onCell: (line: Line<Row>) => (line.row ? {} : { colSpan: at === 0 ? columns.length : 0 }),
      render: (_: unknown, line: Line<Row>) => cell(column, at, line),
    })),
    {
      title: '修改',
      width: 120,
      fixed: 'right',
      render: (_, line) =>
        open === line.key ? (
          <Space size={0}>
            <Button type='link' onClick={() => setOpen(undefined)}>
              完成
            </Button>
            <Button
              type='link'
              onClick={() => {
                lines.restore(line.key)
                setOpen(undefined)
              }}
            >
              还原
            </Button>
          </Space>
        ) : (
          <Button
            type='link'
            aria-label={`修改${placeText(line)}`}
            onClick={() => {
              if (!line.row) lines.edit(line.key, startRow(line))
              setOpen(line.key)
            }}
          >
            {line.row ? '修改' : '补录'}
          </Button>
        ),
    },
  ]

  return (
    <Table<Line<Row>>
      size='small'
      rowKey='key'
      columns={table}
      dataSource={shown}
      scroll={{ x: 'max-content', y: 'calc(100vh - 420px)' }}
      rowSelection={{
        columnTitle: '导入',
        columnWidth: 56,
        selectedRowKeys: lines.all.filter((line) => line.isTaken && line.row).map((line) => line.key),
        getCheckboxProps: (line) => ({ disabled: !line.row, 'aria-label': `导入${placeText(line)}` }),
        onSelect: (line, isTaken) => lines.setTaken([line.key], isTaken),
      }}
      pagination={{
        defaultPageSize: 50,
        showSizeChanger: true,
        showTotal: (total) => `共 ${total} 行`,
        size: 'default',
      }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这一类没有行' /> }}
    />
  )
}
