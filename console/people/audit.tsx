import { Button, type TableColumnsType, Tag } from 'antd'
import type { InferOutput } from 'valibot'
import { type auditEntry, listAudit } from '../../contract/people'
import { useParams } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { SearchBox } from '../ui/search-box'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { summaryOf } from './audit-words'
import { procedureWord } from './procedure-words'
import { noRefusals } from './sentences'

type Entry = InferOutput<typeof auditEntry>

/** The audit log, newest first; nobody can change it, and sealed entries are chained by hashes. */
export default function Audit() {
  const zone = useZone()
  const [params, merge] = useParams()
  const query = params.get('query') || undefined
  const cursor = useCursor(query ?? '')
  const asked = useAsk(listAudit, { query, cursor: cursor.at, limit: 50 }, noRefusals)
  const columns: TableColumnsType<Entry> = [
    { title: '时间', dataIndex: 'at', className: 'whole-line', render: (at: string) => showInstant(at, zone) },
    { title: '谁', dataIndex: 'person', className: 'whole-line' },
    {
      title: '做了什么',
      dataIndex: 'procedure',
      className: 'whole-line',
      render: (name: string, { kind }) => (
        <>
          <Tag color={kind === 'read' ? 'blue' : 'gold'}>{kind === 'read' ? '查看' : '操作'}</Tag>
          {procedureWord(name)}
        </>
      ),
    },
    {
      title: '内容',
      dataIndex: 'detail',
      render: (detail: Entry['detail']) => <span className='quiet'>{summaryOf(detail, zone)}</span>,
    },
    {
      title: '封存',
      dataIndex: 'isSealed',
      className: 'whole-line',
      render: (isSealed: boolean) => (isSealed ? '已封存' : <span className='quiet'>等待封存</span>),
    },
  ]
  return (
    <>
      <PageHead title='操作记录' about='谁修改了什么，哪位管理员查看过个人信息。记录只能增加，不能修改或删除。'>
        <Button onClick={asked.reload}>刷新</Button>
      </PageHead>
      <div className='sheet'>
        <search className='filters'>
          <SearchBox
            label='搜索操作记录'
            placeholder='姓名、工号或操作名'
            value={query}
            onSearch={(changed) => merge({ query: changed })}
          />
        </search>
        <PagedTable
          label='操作记录'
          rowKey='entryId'
          columns={columns}
          asked={asked}
          cursor={cursor}
          empty={query ? '没有符合的记录，换个词再找找' : '还没有任何记录'}
          emptyAction={query ? <Button onClick={() => merge({ query: '' })}>清除条件</Button> : undefined}
          expandable={{
            columnWidth: 44,
            expandedRowRender: ({ procedure, detail, entryId }) => (
              <pre style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
                {`${procedure}  #${entryId}\n${JSON.stringify(detail, null, 2)}`}
              </pre>
            ),
          }}
        />
      </div>
    </>
  )
}
