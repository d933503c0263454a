import { Progress, Table } from 'antd'
import { useMemo } from 'react'
import type { ValueOf } from '../../contract/procedure'
import type { getRidership } from '../../contract/shuttle-vehicles'
import { barsAndLine } from '../ui/report/chart-options'
import { countText } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'
import { serviceClock } from './service-time'
import { towards } from './words'

type Report = ValueOf<typeof getRidership>
type Trip = Report['trips'][number]
type Segment = Report['segments'][number]

/** The fullest trips first, each with how full its fullest segment is. */
export function RidershipTrips({ trips, hasLine }: { trips: Report['trips']; hasLine: boolean }) {
  const count = (
    field: 'runs' | 'booked' | 'boarded' | 'noShow' | 'lateCancel' | 'walkIns' | 'refused',
    title: string,
  ) => ({
    title,
    align: 'right' as const,
    sorter: (a: Trip, b: Trip) => a[field] - b[field],
    render: (_: unknown, trip: Trip) => countText(trip[field]),
  })
  return (
    <ReportSection
      title='班次'
      note={`满座率是最满的一段坐了几成，各天平均。${hasLine ? '' : '选一条线路可以看各区段。'}`}
      empty={trips.length === 0 ? '这段时间没有班次。' : undefined}
    >
      <Table<Trip>
        size='small'
        rowKey='tripId'
        aria-label='班次客流'
        scroll={{ x: true }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={trips}
        columns={[
          {
            title: '发车',
            className: 'whole-line',
            sorter: (a, b) => a.departure - b.departure,
            render: (_, { departure }) => <b>{serviceClock(departure)}</b>,
          },
          { title: '线路', className: 'broad-cell', render: (_, { route, headsign }) => towards(route, headsign) },
          {
            title: '满座率',
            width: 170,
            sorter: (a, b) => a.load - b.load,
            render: (_, { load }) => (
              <Progress
                percent={Math.round(load * 100)}
                size='small'
                status='normal'
                strokeColor={load >= 0.95 ? '#C2700A' : undefined}
              />
            ),
          },
          count('runs', '开行'),
          count('booked', '预约'),
          count('boarded', '上车'),
          count('noShow', '爽约'),
          count('lateCancel', '临时取消'),
          count('walkIns', '未约上车'),
          count('refused', '拒绝'),
        ]}
      />
    </ReportSection>
  )
}

const tenth = (n: number) => Math.round(n * 10) / 10

function Direction({ headsign, segments }: { headsign: string; segments: readonly Segment[] }) {
  const option = useMemo(
    () =>
      barsAndLine(
        segments.map(({ fromStop, toStop, booked, boarded }) => ({
          name: `${fromStop}→${toStop}`,
          bar: tenth(booked),
          line: tenth(boarded),
        })),
        ['预约', '上车'],
      ),
    [segments],
  )
  return (
    <ReportSection
      title={headsign ? `开往 ${headsign} 的各区段` : '各区段'}
      note='每两站之间车上有多少人，每班平均。'
      chart={{ label: '各区段预约和上车的平均人数，数值见旁边的表格', height: 300, option }}
    >
      <Table<Segment>
        size='small'
        rowKey={({ fromStop, toStop }) => `${fromStop} ${toStop}`}
        scroll={{ y: 240 }}
        pagination={false}
        dataSource={[...segments]}
        columns={[
          {
            title: '区段',
            width: '46%',
            className: 'broad-cell',
            render: (_, { fromStop, toStop }) => `${fromStop} → ${toStop}`,
          },
          { title: '预约', align: 'right', render: (_, { booked }) => tenth(booked) },
          { title: '上车', align: 'right', render: (_, { boarded }) => tenth(boarded) },
          { title: '座位', align: 'right', render: (_, { seats }) => tenth(seats) },
        ]}
      />
    </ReportSection>
  )
}

/** Of one line, how many are on board between each two stops. */
export function RidershipSegments({ segments }: { segments: Report['segments'] }) {
  const headsigns = [...new Set(segments.map(({ headsign }) => headsign))]
  return (
    <>
      {headsigns.map((headsign) => (
        <Direction
          key={headsign}
          headsign={headsign}
          segments={segments.filter((each) => each.headsign === headsign)}
        />
      ))}
    </>
  )
}
