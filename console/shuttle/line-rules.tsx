import { App, Empty, InputNumber, Switch, Table } from 'antd'
import { useState } from 'react'
import type { LineRule } from '../../contract/shuttle-fleet'
import { saveLineRule } from '../../contract/shuttle-vehicles'
import type { RouteBrief } from '../../contract/shuttle-words'
import { linkTo } from '../address'
import { useDuty } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { LineBadge } from './line-badge'
import { lineRuleSentences } from './sentences'
import { takenText } from './taken-text'

interface Line {
  route: RouteBrief
  rule: LineRule
}

/** Which lines are reserved, and their seats where no vehicle says otherwise; each change is kept at once. */
export function LineRules({ lines, onChanged }: { lines: readonly Line[]; onChanged: () => void }) {
  const { message } = App.useApp()
  const task = useTask(saveLineRule, lineRuleSentences)
  const mayWrite = useDuty('fleet', 'manager', 'admin')
  // a field that was refused shows again what is kept
  const [turn, setTurn] = useState(0)

  async function save({ route, rule }: Line, part: Partial<LineRule>) {
    const saved = await task.run({ ...rule, ...part, routeId: route.routeId })
    if (saved) message.success(`已保存 ${route.shortName}`)
    else setTurn((before) => before + 1)
    onChanged()
  }

  const number = (line: Line, field: 'seats' | 'wheelchairPlaces', [min, max]: [number, number], what: string) => (
    <InputNumber
      key={`${line.rule[field]} ${turn}`}
      aria-label={`${line.route.shortName}的${what}`}
      min={min}
      max={max}
      precision={0}
      changeOnWheel={false}
      disabled={!mayWrite}
      defaultValue={line.rule[field]}
      style={{ width: 90 }}
      onPressEnter={(event) => event.currentTarget.blur()}
      onBlur={({ target }) => {
        const wanted = Number(target.value)
        if (Number.isInteger(wanted) && wanted >= min && wanted <= max && wanted !== line.rule[field])
          void save(line, { [field]: wanted })
      }}
    />
  )

  return (
    <section className='sheet' aria-label='线路规则'>
      <div className='sheet-head'>
        <h2>线路规则</h2>
        <span className='quiet'>没有派车的班次按这里的座位数；改动立即生效，不会取消已有的预约。</span>
      </div>
      <TroubleNote trouble={task.trouble}>{takenText(task.trouble)}</TroubleNote>
      <Table<Line>
        size='small'
        rowKey={({ route }) => route.routeId}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...lines]}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有线路，发布时刻表以后会出现在这里'>
              <a href={linkTo('/shuttle/timetables')}>看看时刻表</a>
            </Empty>
          ),
        }}
        columns={[
          {
            title: '线路',
            className: 'broad-cell',
            render: (_, { route }) => (
              <>
                <LineBadge route={route} /> <span className='quiet'>{route.longName}</span>
              </>
            ),
          },
          {
            title: '要预约',
            render: (_, line) => (
              <Switch
                aria-label={`${line.route.shortName}要预约`}
                checked={line.rule.isReservable}
                disabled={!mayWrite || task.isRunning}
                onChange={(isReservable) => save(line, { isReservable })}
              />
            ),
          },
          { title: '座位', render: (_, line) => number(line, 'seats', [1, 300], '座位数') },
          { title: '轮椅位', render: (_, line) => number(line, 'wheelchairPlaces', [0, 20], '轮椅位数') },
        ]}
      />
    </section>
  )
}
