import { Button, Empty, Space, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { Run } from '../../contract/shuttle-fleet'
import type { Asked } from '../ui/use-ask'
import { LineBadge } from './line-badge'
import { RunSeats, RunState } from './run-state'
import { clockOf, everyText } from './words'

/** What is done with a run. */
export type RunAct = 'open' | 'assign' | 'delay'

interface Props {
  asked: Asked<{ runs: Run[] }>
  runs: readonly Run[] | undefined
  mayAssign: boolean
  empty: ReactNode
  onAct: (act: RunAct, run: Run) => void
}

/** What tells a day's runs apart: a trip with a headway starts more than once. */
export const runKey = ({ tripId, startsAtSeconds }: Run): string => `${tripId} ${startsAtSeconds ?? ''}`

/** A run by its clock, line and end, for labels and titles. */
export const runName = ({ departsAt, route, headsign, lastStop }: Run): string =>
  `${clockOf(departsAt)} ${route.shortName} 开往 ${headsign || lastStop}`

/** The trips of a day in the order of departure. */
export function RunsTable({ asked, runs, mayAssign, empty, onAct }: Props) {
  const columns: TableColumnsType<Run> = [
    {
      title: '发车',
      className: 'whole-line',
      render: (_, run) => (
        <>
          <b className={run.isCancelled ? 'run-clock run-off' : 'run-clock'}>{clockOf(run.departsAt)}</b>
          {run.headwaySeconds !== undefined && <div className='quiet run-note'>{everyText(run.headwaySeconds)}</div>}
        </>
      ),
    },
    {
      title: '线路',
      className: 'broad-cell',
      render: (_, run) => (
        <>
          <LineBadge route={run.route} /> 开往 {run.headsign || run.lastStop}
          <div className='quiet run-note'>
            {run.firstStop} → {run.lastStop}，{clockOf(run.arrivesAt)} 到
          </div>
        </>
      ),
    },
    { title: '状态', className: 'run-state', render: (_, run) => <RunState run={run} /> },
    {
      title: '车辆与司机',
      className: 'whole-line',
      render: (_, { plate, driver, isReservable }) => (
        <>
          {plate || <span className={isReservable ? 'remark-guess' : 'quiet'}>未派车</span>}
          <div className={driver || !isReservable ? 'quiet run-note' : 'remark-guess run-note'}>
            {driver || '未派司机'}
          </div>
        </>
      ),
    },
    { title: '预约', width: 150, render: (_, run) => <RunSeats run={run} /> },
    {
      title: '操作',
      className: 'whole-line',
      render: (_, run) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps what is clicked here from opening the row
        // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside have their own keys
        <span className='run-acts' onClick={(event) => event.stopPropagation()}>
          <Space size={0}>
            {mayAssign && (
              <Button
                type='link'
                size='small'
                aria-label={`派车：${runName(run)}`}
                onClick={() => onAct('assign', run)}
              >
                派车
              </Button>
            )}
            <Button
              type='link'
              size='small'
              aria-label={`晚点或停开：${runName(run)}`}
              onClick={() => onAct('delay', run)}
            >
              晚点/停开
            </Button>
            <Button type='link' size='small' aria-label={`名单：${runName(run)}`} onClick={() => onAct('open', run)}>
              名单
            </Button>
          </Space>
        </span>
      ),
    },
  ]
  return (
    <Table<Run>
      size='middle'
      rowKey={runKey}
      aria-label='班次'
      columns={columns}
      dataSource={runs}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: true }}
      loading={{ spinning: asked.isLoading && !asked.value, delay: 200 }}
      rowClassName={(run) => (run.isCancelled || run.isClosed ? 'row-opens run-past' : 'row-opens')}
      onRow={(run) => ({ onClick: () => onAct('open', run) })}
      locale={{
        emptyText: asked.value ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> : ' ',
      }}
    />
  )
}
