import { Checkbox, Empty, Input, Select, Space, Table, Tag } from 'antd'
import type { SheetTrip } from '../../contract/shuttle-timetables'
import type { ServiceRule } from '../../contract/shuttle-words'
import { weekdayNames } from '../ui/week-text'
import { serviceClock } from './service-time'
import { TimeField } from './time-field'
import { everyText, ruleNames, ruleText } from './words'

export interface CheckedTrip {
  key: number
  trip: SheetTrip
  isTaken: boolean
}

/** The stops of a trip whose time is before that of the stop before. */
export const fallsAt = ({ stops }: SheetTrip): number[] =>
  stops.flatMap(({ departure }, at) => (departure < (stops[at - 1]?.departure ?? 0) ? [at] : []))

interface Props {
  trips: readonly CheckedTrip[]
  onChange: (trips: readonly CheckedTrip[]) => void
}

function TripFields({ trip, onChange }: { trip: SheetTrip; onChange: (part: Partial<SheetTrip>) => void }) {
  const falls = fallsAt(trip)
  return (
    <div className='sheet-trip'>
      <Space wrap>
        <Input
          aria-label='线路'
          addonBefore='线路'
          style={{ width: 190 }}
          maxLength={40}
          value={trip.route}
          onChange={({ target }) => onChange({ route: target.value })}
        />
        <Input
          aria-label='方向'
          addonBefore='方向'
          style={{ width: 190 }}
          maxLength={40}
          value={trip.direction}
          onChange={({ target }) => onChange({ direction: target.value })}
        />
        <Select<ServiceRule>
          aria-label='运行日'
          style={{ width: 180 }}
          value={trip.rule}
          onChange={(rule) => onChange({ rule })}
          options={Object.entries(ruleNames).map(([value, label]) => ({ value: value as ServiceRule, label }))}
        />
        {trip.rule === 'calendar' && (
          <Checkbox.Group
            value={trip.weekdays}
            onChange={(weekdays) => onChange({ weekdays })}
            options={weekdayNames.map((label, at) => ({ label, value: at + 1 }))}
          />
        )}
      </Space>
      <ol className='sheet-stops'>
        {trip.stops.map((stop, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop of a trip has no name but its place
          <li key={at}>
            <TimeField
              label={`${stop.stop}的时间`}
              value={stop.departure}
              isWrong={falls.includes(at)}
              onChange={(departure) =>
                onChange({
                  stops: trip.stops.map((each, i) => (i === at ? { ...each, departure, isGuessed: false } : each)),
                  // what the reader remarked on this stop is settled
                  guesses: trip.guesses.filter((guess) => !guess.startsWith(`${stop.stop} `)),
                })
              }
            />
            <span>{stop.stop}</span>
            {stop.isGuessed && <span className='remark-guess'>推算</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Trips read from a sheet, to be looked through; each can be left out, its line, days and times corrected. */
export function SheetTrips({ trips, onChange }: Props) {
  const change = (key: number, part: Partial<CheckedTrip>) =>
    onChange(trips.map((each) => (each.key === key ? { ...each, ...part } : each)))
  return (
    <Table<CheckedTrip>
      size='small'
      rowKey='key'
      aria-label='读到的班次'
      dataSource={[...trips]}
      scroll={{ x: true }}
      pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false, showTotal: (all) => `共 ${all} 班` }}
      rowSelection={{
        columnTitle: '导入',
        columnWidth: 56,
        selectedRowKeys: trips.filter(({ isTaken }) => isTaken).map(({ key }) => key),
        getCheckboxProps: ({ trip }) => ({
          disabled: false,
          'aria-label': `导入第 ${trip.row} 行${trip.column ?? ''}`,
        }),
        onSelect: ({ key }, isTaken) => change(key, { isTaken }),
      }}
      expandable={{
        expandedRowRender: ({ key, trip }) => (
          <TripFields trip={trip} onChange={(part) => change(key, { trip: { ...trip, ...part } })} />
        ),
      }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='没有读到班次' /> }}
      columns={[
        {
          title: '出处',
          className: 'whole-line',
          render: (_, { trip }) => [trip.sheet, trip.row, trip.column].join(' '),
        },
        {
          title: '线路',
          className: 'whole-line',
          render: (_, { trip }) => [trip.route, trip.direction].filter(Boolean).join(' '),
        },
        {
          title: '首末站',
          className: 'broad-cell',
          render: (_, { trip: { stops } }) => {
            const [first, last] = [stops[0], stops[stops.length - 1]]
            return first && last
              ? `${first.stop} ${serviceClock(first.departure)} → ${last.stop} ${serviceClock(last.departure)}，${stops.length} 站`
              : ''
          },
        },
        {
          title: '运行日',
          className: 'whole-line',
          render: (_, { trip: { rule, weekdays, headway } }) => (
            <>
              {ruleText(rule, weekdays)}
              {headway && <div className='quiet run-note'>{everyText(headway.seconds)}</div>}
            </>
          ),
        },
        {
          title: '车辆',
          className: 'sheet-vehicle',
          render: (_, { trip: { plate, driver, seats } }) =>
            [plate, seats && `${seats} 座`, driver].filter(Boolean).join('，'),
        },
        {
          title: '核对',
          className: 'sheet-guesses',
          render: (_, { trip }) => (
            <>
              {fallsAt(trip).length > 0 && <Tag color='red'>时间倒退</Tag>}
              {trip.guesses.length > 0 && <span className='remark-guess'>{trip.guesses.join('；')}</span>}
              {trip.note && <div className='quiet'>{trip.note}</div>}
            </>
          ),
        },
      ]}
    />
  )
}
