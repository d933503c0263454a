import { SettingOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { memo } from 'react'
import type { Service } from '../../contract/shuttle-grid'
import { columnsOf, type DraftTrip, problemsOf, textOf } from './grid-draft'
import { tableClock } from './service-time'
import { TripCell } from './trip-cell'
import type { CellKeys } from './use-trip-keys'
import { everyText } from './words'

interface Props {
  trip: DraftTrip
  row: number
  stopIds: readonly string[]
  services: readonly Service[]
  names: ReadonlyMap<string, string>
  /** The column the keys are on, or -1. */
  active: number
  left: number
  right: number
  editing?: { column: number; typed?: string }
  keys: CellKeys
  isReadOnly: boolean
}

const moreNames = ['车牌', '司机', '座位']

/** One trip: its service, its times, and what it is driven with; drawn anew only when something of it changes. */
export const TripRow = memo(function TripRow({
  trip,
  row,
  stopIds,
  services,
  names,
  active,
  left,
  right,
  editing,
  keys,
  isReadOnly,
}: Props) {
  const stops = stopIds.length
  const problems = problemsOf(trip)
  const nameOf = (column: number) =>
    column === 0
      ? '运行日'
      : column > stops
        ? (moreNames[column - stops - 1] ?? '')
        : (names.get(stopIds[column - 1] ?? '') ?? '')
  const { headways = [], isWheelchair } = trip
  return (
    <tr>
      <th
        scope='row'
        className={problems.isShort ? 'trip-number trip-wrong' : 'trip-number'}
        title={problems.isShort ? '不足两站，填上时间才能保存' : undefined}
      >
        {row + 1}
      </th>
      {Array.from({ length: columnsOf({ stopIds }) }, (_, column) => {
        const text = textOf(trip, stops, services, column)
        const isWrong = problems.falls.includes(column - 1)
        return (
          <TripCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={column}
            spot={{ row, column }}
            text={text}
            label={`第 ${row + 1} 班 ${nameOf(column)}`}
            isService={column === 0}
            isActive={active === column}
            isSelected={column >= left && column <= right}
            isWrong={isWrong}
            editing={editing?.column === column ? editing : undefined}
            services={services}
            keys={keys}
          />
        )
      })}
      <td className='trip-rest'>
        {headways.map(({ seconds, from, until }) => (
          <span key={from} className='quiet'>
            {everyText(seconds)}，{tableClock(from)}–{tableClock(until)}{' '}
          </span>
        ))}
        {isWheelchair && <span className='quiet'> 轮椅</span>}
        {!isReadOnly && (
          <Button
            type='text'
            size='small'
            icon={<SettingOutlined />}
            aria-label={`第 ${row + 1} 班的更多设置`}
            tabIndex={-1}
            onClick={() => keys.open(row)}
          />
        )}
      </td>
    </tr>
  )
})
