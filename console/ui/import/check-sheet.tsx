import { Alert, Button, Collapse, Flex, Popconfirm, Segmented, Space } from 'antd'
import { type ReactNode, useState } from 'react'
import { keyOf, type Line, type Lined, placeText, type Said, type SheetColumn, type SheetPreview } from './kinds'
import { LinesTable } from './lines-table'
import { useLines } from './use-lines'

interface Props<Row extends Lined, Missing> {
  preview: SheetPreview<Row, Missing>
  columns: readonly SheetColumn<Row>[]
  startRow: (place: Lined, said: Said) => Row
  /** What stands in the records but not in the sheet, and what to do about it. */
  missing: ReactNode
  /** What else will be done besides the rows, in words. */
  alsoDone?: string
  trouble: (describePath: (path: string) => string) => ReactNode
  isWriting: boolean
  onImport: (rows: Row[]) => void
  onAgain: () => void
}

const views = {
  all: { label: '全部', holds: () => true },
  new: { label: '新增', holds: (line) => line.kind === 'new' },
  changed: { label: '变更', holds: (line) => line.kind === 'changed' },
  guess: { label: '待核对', holds: (line) => line.remarks.some(({ severity }) => severity === 'guess') },
  unreadable: { label: '没有读取', holds: (line) => line.kind === 'unreadable' },
  same: { label: '不变', holds: (line) => line.kind === 'same' },
} satisfies Record<string, { label: string; holds: (line: Line<Lined>) => boolean }>
type View = keyof typeof views

/** The sheet as it was understood, to be checked line by line before anything is written. */
export function CheckSheet<Row extends Lined, Missing>(props: Props<Row, Missing>) {
  const { preview, columns, isWriting } = props
  const lines = useLines(preview)
  const count = (view: View) => lines.all.filter(views[view].holds).length
  const unread = lines.all.filter((line) => !line.row).length
  const [view, setView] = useState<View>(() => (count('unreadable') ? 'unreadable' : count('guess') ? 'guess' : 'all'))
  const takenOf = (kind: string) => lines.all.filter((line) => line.isTaken && line.row && line.kind === kind).length
  const leftOut = lines.all.length - lines.taken.length
  const titleOf = (field: string) => columns.find((column) => column.field === field)?.title ?? field
  const unknown = preview.columns.filter(({ field }) => !field).map(({ header }) => header)

  const startRow = ({ line, sheet, said }: Line<Row>) => props.startRow({ line, sheet }, (field) => said[field] ?? [])

  const describePath = (path: string) => {
    const [list, index, field] = path.split('.')
    const row = list === 'rows' ? lines.taken[Number(index)] : undefined
    return row ? `${placeText(row)}${field ? `，${titleOf(field)}` : ''}` : ''
  }

  return (
    <>
      <p>
        工作表“{preview.sheet}”，读到 {lines.all.length} 行：新增 {count('new')}，变更 {count('changed')}，不变{' '}
        {count('same')}，没有读取 {count('unreadable')}。
        <span className='quiet'>
          识别的列：
          {preview.columns
            .filter(({ field }) => field)
            .map(({ header, field }) => (header === titleOf(field) ? header : `${header} → ${titleOf(field)}`))
            .join('、')}
          {unknown.length > 0 && `；没有用到的列：${unknown.join('、')}`}
        </span>
      </p>
      {props.trouble(describePath)}
      {unread > 0 && (
        <Alert
          type='warning'
          showIcon
          style={{ marginBottom: 12 }}
          message={`有 ${unread} 行没有读取，不会导入。可以逐行“补录”，也可以改好表格重新选择文件。`}
        />
      )}
      <Flex justify='space-between' wrap gap={8} style={{ marginBottom: 12 }}>
        <Segmented<View>
          aria-label='显示哪些行'
          value={view}
          onChange={setView}
          options={(Object.keys(views) as View[]).map((key) => ({
            value: key,
            label: `${views[key].label} ${count(key)}`,
          }))}
        />
        <Space>
          <Button onClick={props.onAgain} disabled={isWriting}>
            重新选择文件
          </Button>
          <Popconfirm
            title={`导入 ${lines.taken.length} 行？`}
            description={[
              `新增 ${takenOf('new')}，变更 ${takenOf('changed')}，不变 ${takenOf('same')}，补录 ${takenOf('unreadable')}；不导入 ${leftOut} 行。`,
              props.alsoDone,
            ]
              .filter(Boolean)
              .join('')}
            okText='确认导入'
            onConfirm={() => props.onImport(lines.taken)}
          >
            <Button type='primary' loading={isWriting} disabled={lines.taken.length === 0}>
              {isWriting ? `正在写入 ${lines.taken.length} 行…` : `导入 ${lines.taken.length} 行`}
            </Button>
          </Popconfirm>
        </Space>
      </Flex>
      <LinesTable lines={lines} shown={lines.all.filter(views[view].holds)} columns={columns} startRow={startRow} />
      {lines.aside.length > 0 && (
        <Collapse
          style={{ marginTop: 16 }}
          items={[
            {
              key: 'aside',
              label: `表里还有 ${lines.aside.length} 行像是合计、小标题或说明，没有当作数据`,
              children: lines.aside.map((remark) => (
                <div key={keyOf(remark) + remark.message}>
                  {placeText(remark)}：{remark.message}
                </div>
              )),
            },
          ]}
        />
      )}
      {props.missing}
    </>
  )
}
