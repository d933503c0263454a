import { Alert, Collapse, Table, Tag } from 'antd'
import type { ValueOf } from '../../contract/procedure'
import type { HistoryField, previewHistory } from '../../contract/repair-report'
import { useZone } from '../session'
import { placeText } from '../ui/import/kinds'
import { showInstant } from '../ui/moment'
import { countText } from '../ui/report/figures'

type Preview = ValueOf<typeof previewHistory>

export const fieldNames: Record<Exclude<HistoryField, ''>, string> = {
  created: '报修时间',
  closed: '完成时间',
  due: '要求完成时间',
  category: '类别',
  place: '地点',
  number: '原单号',
  status: '状态',
}
const fields = Object.keys(fieldNames) as (keyof typeof fieldNames)[]

/** Which headers became what, and which were not used. */
function Columns({ columns }: { columns: Preview['columns'] }) {
  const unused = columns.filter(({ field }) => field === '').map(({ header }) => header)
  const missing = (['closed', 'due', 'category', 'place'] as const).filter(
    (field) => !columns.some((column) => column.field === field),
  )
  return (
    <div className='history-columns'>
      {fields.flatMap((field) => {
        const headers = columns.filter((column) => column.field === field).map(({ header }) => header)
        return headers.length === 0
          ? []
          : [
              <Tag key={field} color='green'>
                {fieldNames[field]} ← {headers.join('、')}
              </Tag>,
            ]
      })}
      {missing.map((field) => (
        <Tag key={field}>没有{fieldNames[field]}</Tag>
      ))}
      {unused.length > 0 && <div className='quiet'>没有用到的列：{unused.join('、')}</div>}
    </div>
  )
}

function Remarks({ remarks, errors }: { remarks: Preview['remarks']; errors: number }) {
  if (remarks.length === 0) return null
  return (
    <Table
      size='small'
      style={{ marginBottom: 16 }}
      rowKey={({ sheet, line, column, message }) => [sheet, line, column, message].join(' ')}
      pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
      title={() =>
        errors > 0 ? `有 ${countText(errors)} 行不能导入，其余的照常导入；请看下面的说明。` : '请核对下面几处理解。'
      }
      dataSource={remarks}
      columns={[
        { title: '位置', width: 130, render: (_, remark) => placeText(remark) },
        {
          title: '列',
          width: 120,
          render: (_, { column }) => (column in fieldNames ? fieldNames[column as keyof typeof fieldNames] : column),
        },
        {
          title: '说明',
          render: (_, { severity, message }) => (
            <span className={severity === 'error' ? 'remark-error' : 'remark-guess'}>
              {severity === 'error' ? '错误' : '请核对'}：{message}
            </span>
          ),
        },
      ]}
    />
  )
}

/** What the cloud understood of a history, before anything is written. */
export function HistoryPreview({ preview }: { preview: Preview }) {
  const zone = useZone()
  const { counts, newCategories, rows } = preview
  const at = (instant: string) => (instant === '' ? '' : showInstant(instant, zone))
  return (
    <>
      <ul className='history-facts'>
        <li>读到 {countText(counts.rows)} 行</li>
        <li>
          新增 <b>{countText(counts.new)}</b> 件
        </li>
        {counts.known > 0 && <li>已经导入过 {countText(counts.known)} 件</li>}
        {counts.closing > 0 && <li>其中 {countText(counts.closing)} 件原来没完成，这次完成</li>}
        {preview.from && (
          <li>
            报修日期 {preview.from} 至 {preview.until}
          </li>
        )}
        {counts.new > 0 && (
          <>
            <li>还没完成 {countText(counts.open)} 件</li>
            <li>有要求完成时间 {countText(counts.due)} 件</li>
            <li>对上地点 {countText(counts.placed)} 件</li>
          </>
        )}
      </ul>
      {counts.open > 0 && (
        <Alert
          type='info'
          showIcon
          style={{ marginBottom: 12 }}
          message={`还没完成的 ${countText(counts.open)} 件会出现在工单看板的「待派单」里，不会自动派单，也不会提醒任何人。`}
        />
      )}
      <Columns columns={preview.columns} />
      <Remarks remarks={preview.remarks} errors={counts.errors} />
      {newCategories.length > 0 && (
        <Collapse
          style={{ marginBottom: 16 }}
          items={[
            {
              key: 'categories',
              label: `有 ${newCategories.length} 个类别现在没有，会建在「历史导入」分组里，只用于统计，报修时看不到`,
              children: newCategories.map((name) => <Tag key={name}>{name}</Tag>),
            },
          ]}
        />
      )}
      <Table
        size='small'
        rowKey={({ sheet, line }) => `${sheet ?? ''} ${line}`}
        scroll={{ x: true }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        title={() => `前 ${rows.length} 行`}
        dataSource={rows}
        columns={[
          { title: '位置', render: (_, row) => placeText(row) },
          { title: fieldNames.created, render: (_, { createdAt }) => at(createdAt) },
          { title: fieldNames.closed, render: (_, { closedAt }) => at(closedAt) || '未完成' },
          { title: fieldNames.due, render: (_, { dueAt }) => at(dueAt) },
          { title: fieldNames.category, dataIndex: 'category', className: 'broad-cell' },
          {
            title: fieldNames.place,
            className: 'broad-cell',
            render: (_, { place, isPlaceKnown }) => (
              <>
                {place} {isPlaceKnown && <Tag color='green'>对上了</Tag>}
              </>
            ),
          },
          { title: '', render: (_, { isKnown }) => isKnown && <Tag>已导入过</Tag> },
        ]}
      />
    </>
  )
}
