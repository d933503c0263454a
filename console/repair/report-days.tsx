import { Table } from 'antd'
import { useMemo } from 'react'
import type { RepairReport } from '../../contract/repair-report'
import { addDays, type Day, weekdayOf } from '../../contract/zone'
import { barsAndLine } from '../ui/report/chart-options'
import { type DayRange, daysOf } from '../ui/report/day-range'
import { countText } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'

interface Span {
  name: string
  reported: number
  done: number
}

const units = {
  day: { title: '每日', word: '日期', nameOf: (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` },
  week: {
    title: '每周',
    word: '周（周一）',
    nameOf: (day: Day) => addDays(day, 1 - weekdayOf(day)),
  },
  month: { title: '每月', word: '月份', nameOf: (day: Day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月` },
}

/** Days, weeks or months: few enough to be looked at. */
const unitFor = (days: number) => (days <= 45 ? units.day : days <= 200 ? units.week : units.month)

function spansOf(byDay: RepairReport['byDay'], days: readonly Day[], nameOf: (day: Day) => string): Span[] {
  const counts = new Map(byDay.map((each) => [each.day, each]))
  const spans = new Map<string, Span>()
  for (const day of days) {
    const name = nameOf(day)
    const span = spans.get(name) ?? { name, reported: 0, done: 0 }
    const { reported = 0, done = 0 } = counts.get(day) ?? {}
    spans.set(name, { name, reported: span.reported + reported, done: span.done + done })
  }
  return [...spans.values()]
}

/** What came in and what was done, over time. */
export function ReportDays({ report, range, today }: { report: RepairReport; range: DayRange; today: Day }) {
  const { from, until } = range
  const { spans, unit } = useMemo(() => {
    const days = daysOf({ from, until }, today)
    const chosen = unitFor(days.length)
    return { spans: spansOf(report.byDay, days, chosen.nameOf), unit: chosen }
  }, [report.byDay, from, until, today])
  const option = useMemo(
    () =>
      barsAndLine(
        spans.map(({ name, reported, done }) => ({ name, bar: reported, line: done })),
        ['新增', '完成'],
      ),
    [spans],
  )
  return (
    <ReportSection
      title={`${unit.title}新增与完成`}
      note='新增按报修日期数；完成是这些工单按完成日期数的件数。'
      chart={{ label: `${unit.title}新增与完成的件数，数值见旁边的表格`, height: 300, option }}
    >
      <Table
        size='small'
        rowKey='name'
        scroll={{ y: 240 }}
        pagination={false}
        dataSource={spans}
        columns={[
          { title: unit.word, dataIndex: 'name' },
          { title: '新增', align: 'right', render: (_, { reported }) => countText(reported) },
          { title: '完成', align: 'right', render: (_, { done }) => countText(done) },
        ]}
      />
    </ReportSection>
  )
}
