import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { listRuns, type Run } from '../../contract/shuttle-fleet'
import { dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useDuty, useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useRefresh } from '../ui/use-refresh'
import './shuttle.css'
import { AssignRun } from './assign-run'
import { DayChoice } from './day-choice'
import { ReportDelay } from './report-delay'
import { RunDrawer } from './run-drawer'
import { type RunAct, RunsTable, runKey } from './runs-table'
import { noRefusals } from './sentences'
import { clockOf, dayText } from './words'

const refreshMs = 20_000

function matches(run: Run, query: string): boolean {
  const { route, headsign, firstStop, lastStop, plate, driver, departsAt } = run
  return [route.shortName, route.longName, headsign, firstStop, lastStop, plate, driver, clockOf(departsAt)].some(
    (text) => text.toLowerCase().includes(query.toLowerCase()),
  )
}

/** The trips of a day as the dispatcher works with them: who drives, what is late, how full it is. */
export default function Runs() {
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const said = params.get('day') ?? ''
  const day = isDay(said) ? said : today
  const mayAssign = useDuty('fleet', 'manager', 'admin')
  const asked = useAsk(listRuns, { day }, noRefusals)
  const [acting, setActing] = useState<{ act: RunAct; run: Run }>()
  const { value, trouble, reload } = asked
  useRefresh(reload, refreshMs, acting === undefined || acting.act === 'open')

  const [query, line] = [params.get('query') ?? '', params.get('line') ?? '']
  const isToCome = params.get('come') === '1'
  const all = asked.isCurrent ? value?.runs : undefined
  const lines = [...new Map(all?.map(({ route }) => [route.routeId, route])).values()]
  const shown = all?.filter(
    (run) =>
      (!line || run.route.routeId === line) &&
      (!query || matches(run, query)) &&
      (!isToCome ||
        (!run.isClosed && Date.parse(run.arrivesAt) + run.delayMinutes * 60_000 > Date.parse(value?.now ?? ''))),
  )
  const troubled = all?.filter(({ isCancelled, delayMinutes }) => isCancelled || delayMinutes > 0).length ?? 0
  const undriven = all?.filter(({ isReservable, driver }) => isReservable && !driver).length ?? 0
  const close = () => setActing(undefined)
  const done = () => {
    close()
    reload()
  }

  return (
    <>
      <PageHead title='今日班次' about='派车、报晚点、看谁上了车。每 20 秒自动刷新。' />
      <search className='filters'>
        <DayChoice day={day} today={today} onChange={(next) => merge({ day: next === today ? '' : next })} />
        <Select
          aria-label='线路'
          style={{ minWidth: 150 }}
          value={line}
          onChange={(next) => merge({ line: next })}
          options={[
            { value: '', label: '全部线路' },
            ...lines.map(({ routeId, shortName }) => ({ value: routeId, label: shortName })),
          ]}
        />
        <Input.Search
          aria-label='搜索班次'
          placeholder='站点、车牌、司机、时间'
          style={{ width: 230 }}
          allowClear
          maxLength={40}
          value={query}
          onChange={(event) => merge({ query: event.target.value })}
        />
        <Checkbox
          className='filter-check'
          checked={isToCome}
          onChange={({ target }) => merge({ come: target.checked ? '1' : '' })}
        >
          只看没到终点的
        </Checkbox>
      </search>
      <div className='sheet'>
        {all && all.length > 0 && (
          <p className='run-summary'>
            {dayText(day)}，共 {all.length} 班
            {troubled > 0 && <span className='remark-guess'>，{troubled} 班晚点或停开</span>}
            {undriven > 0 && <span className='remark-guess'>，{undriven} 班可预约的还没有派司机</span>}。
          </p>
        )}
        <TroubleNote trouble={trouble} onRetry={reload} />
        {(value || !trouble) && (
          <RunsTable
            asked={asked}
            runs={shown}
            mayAssign={mayAssign}
            onAct={(act, run) => setActing({ act, run })}
            empty={
              all?.length ? (
                '没有符合条件的班次，换个条件再找找'
              ) : (
                <>
                  {dayText(day)} 没有班次。要么这一天不开，要么还没有发布时刻表。
                  <br />
                  <a href={linkTo('/shuttle/timetables')}>看看时刻表</a>
                </>
              )
            }
          />
        )}
      </div>
      {acting?.act === 'assign' && <AssignRun run={acting.run} onClose={close} onDone={done} />}
      {acting?.act === 'delay' && <ReportDelay run={acting.run} onClose={close} onDone={done} />}
      {acting?.act === 'open' && (
        <RunDrawer
          run={value?.runs.find((run) => runKey(run) === runKey(acting.run)) ?? acting.run}
          onClose={close}
          onChanged={reload}
        />
      )}
    </>
  )
}
