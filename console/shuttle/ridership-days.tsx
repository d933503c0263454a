import { Table } from 'antd'
import { useMemo } from 'react'
import type { ValueOf } from '../../contract/procedure'
import type { getRidership } from '../../contract/shuttle-vehicles'
import { barsAndLine } from '../ui/report/chart-options'
import { FigureCards } from '../ui/report/figure-cards'
import { countText, nothing, percentOf } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'
import { dayText } from './words'

type Report = ValueOf<typeof getRidership>

const percentText = (part: number, all: number) => {
  const percent = percentOf(part, all)
  return percent === undefined ? nothing : `${percent}%`
}

/** The figures that the report begins with. */
export function RidershipCards({ total }: { total: Report['total'] }) {
  const { booked, boarded, noShow, lateCancel, refused, walkIns, runs, seats } = total
  return (
    <FigureCards
      cards={[
        { name: '有人约的班次', value: `${countText(runs)} 班`, note: `共 ${countText(seats)} 个座位` },
        { name: '预约', value: `${countText(booked)} 人次`, note: `占座位的 ${percentText(booked, seats)}` },
        { name: '上车', value: `${countText(boarded)} 人次`, note: `预约的 ${percentText(boarded, booked)}` },
        {
          name: '没有乘车',
          value: `${countText(noShow)} 人次`,
          note: `预约的 ${percentText(noShow, booked)}；临时取消 ${countText(lateCancel)} 次`,
        },
        { name: '没有预约上车', value: `${countText(walkIns)} 人次`, note: `拒绝的乘车码 ${countText(refused)} 次` },
      ]}
    />
  )
}

/** Booked and boarded day by day. */
export function RidershipDays({ days }: { days: Report['days'] }) {
  const option = useMemo(
    () =>
      barsAndLine(
        days.map(({ day, booked, boarded }) => ({
          name: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`,
          bar: booked,
          line: boarded,
        })),
        ['预约', '上车'],
      ),
    [days],
  )
  return (
    <ReportSection
      title='每天'
      isWide={false}
      empty={days.length === 0 ? '这段时间没有乘车的日子。' : undefined}
      chart={{ label: '每天预约和上车的人次，数值见旁边的表格', height: 300, option }}
    >
      <Table
        size='small'
        rowKey='day'
        scroll={{ y: 240 }}
        pagination={false}
        dataSource={days}
        columns={[
          { title: '日期', width: 120, render: (_, { day }) => dayText(day) },
          { title: '预约', align: 'right', render: (_, { booked }) => countText(booked) },
          { title: '上车', align: 'right', render: (_, { boarded }) => countText(boarded) },
          { title: '爽约', align: 'right', render: (_, { noShow }) => countText(noShow) },
          { title: '未约', align: 'right', render: (_, { walkIns }) => countText(walkIns) },
        ]}
      />
    </ReportSection>
  )
}
