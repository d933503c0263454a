import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { Day } from '../../../contract/zone'
import { type DayRange, usualRanges } from './day-range'

interface Props {
  /** Of what these are the days: 报修日期. */
  label: string
  range: DayRange
  today: Day
  change: (range: DayRange) => void
}

const other = '自选'

/** Which days a report is about: a usual span by its name, or any two days. */
export function RangeChoice({ label, range: { from, until }, today, change }: Props) {
  const ranges = usualRanges(today)
  const name = Object.keys(ranges).find((each) => ranges[each]?.from === from && ranges[each]?.until === until)
  return (
    <>
      <Segmented
        aria-label={label}
        options={[...Object.keys(ranges), ...(name ? [] : [other])]}
        value={name ?? other}
        onChange={(chosen) => {
          const usual = ranges[chosen]
          if (usual) change(usual)
        }}
      />
      <DatePicker.RangePicker
        aria-label={`${label}从几号到几号`}
        style={{ width: 240 }}
        allowClear={false}
        value={[dayjs(from), dayjs(until)]}
        onChange={(days) => {
          const [first, last] = [days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD')]
          if (first && last) change({ from: first, until: last })
        }}
      />
    </>
  )
}
