import { DownloadOutlined, PlusOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button, Segmented, Skeleton } from 'antd'
import { exportTickets, getBoard, listTickets, type TicketFilter } from '../../contract/repair-desk'
import { linkTo, useParams } from '../address'
import { download } from '../ui/files'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useRefresh } from '../ui/use-refresh'
import { useTask } from '../ui/use-task'
import { BoardColumns } from './board-columns'
import { isNarrowed, paramsOf, readFilter } from './board-filter'
import { BoardFilters } from './board-filters'
import { BoardTable } from './board-table'
import { BoardViews } from './board-views'
import { exportSentences, noRefusals } from './sentences'
import { TicketDrawer } from './ticket-drawer'
import { countText } from './words'

const refreshMs = 30_000

/** All tickets as a board or as a table, narrowed by the same filter; a ticket opens over it. */
export default function Board() {
  const [params, merge] = useParams()
  const filter = readFilter(params)
  const isTable = params.get('look') === 'table'
  const sort = params.get('sort') === 'newest' ? 'newest' : 'due'
  const opened = params.get('ticket') || undefined
  const cursor = useCursor(JSON.stringify([filter, sort]))
  const board = useAsk(getBoard, { filter }, noRefusals)
  const table = useAsk(listTickets, isTable ? { filter, sort, cursor: cursor.at, limit: 50 } : undefined, noRefusals)
  const exporting = useTask(exportTickets, exportSentences)
  const reload = isTable ? table.reload : board.reload
  useRefresh(reload, refreshMs, opened === undefined)

  const change = (changes: Record<string, string>) => merge(changes)
  const apply = (wanted: TicketFilter) => merge(paramsOf(wanted))
  const hrefWith = (changes: Record<string, string>) =>
    linkTo('/repair/board', { ...Object.fromEntries(params), ...changes })
  const hrefOf = (ticket: string) => hrefWith({ ticket })
  const open = (ticket: string) => merge({ ticket })

  async function saveExport() {
    const file = await exporting.run({ filter })
    if (file) download(file)
  }

  return (
    <>
      <PageHead
        title='工单'
        about={
          board.value && (
            <>
              <a href={hrefWith({ overdue: '1' })}>超时 {countText(board.value.overdue)} 件</a>
              <span aria-hidden> · </span>
              <a href={linkTo('/repair/visits')}>待回访 {countText(board.value.visitsDue)} 件</a>
            </>
          )
        }
      >
        <Segmented
          aria-label='看法'
          options={[
            { value: 'board', label: '看板' },
            { value: 'table', label: '表格' },
          ]}
          value={isTable ? 'table' : 'board'}
          onChange={(look) => merge({ look: look === 'table' ? 'table' : '' })}
        />
        <Button
          icon={<ReloadOutlined />}
          onClick={reload}
          loading={board.isLoading || table.isLoading}
          aria-label='刷新'
        />
        <Button icon={<DownloadOutlined />} loading={exporting.isRunning} onClick={saveExport}>
          导出 Excel
        </Button>
        <Button type='primary' icon={<PlusOutlined />} href={linkTo('/repair/enter')}>
          代报
        </Button>
      </PageHead>
      <TroubleNote trouble={exporting.trouble} onRetry={saveExport} />
      <BoardViews filter={filter} onApply={apply} />
      <BoardFilters filter={filter} change={change} />
      {isTable ? (
        <div className='sheet'>
          <BoardTable
            asked={table}
            cursor={cursor}
            sort={sort}
            onSort={(wanted) => merge({ sort: wanted === 'newest' ? 'newest' : '' })}
            hrefOf={hrefOf}
            onOpen={open}
            onClear={isNarrowed(filter) ? () => apply({}) : undefined}
          />
        </div>
      ) : (
        <>
          <TroubleNote trouble={board.trouble} onRetry={board.reload} />
          {!board.value && !board.trouble && <Skeleton active paragraph={{ rows: 10 }} />}
          {board.value && (
            <BoardColumns
              board={board.value}
              statuses={filter.statuses ?? []}
              isNarrowed={isNarrowed(filter)}
              hrefOf={hrefOf}
              onOpen={open}
              onMore={(status) => merge({ look: 'table', ...(status && { status }) })}
            />
          )}
        </>
      )}
      <TicketDrawer
        ticketId={opened}
        onClose={() => {
          merge({ ticket: '' })
          reload()
        }}
        onOpen={open}
        onChanged={reload}
      />
    </>
  )
}
