import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { TicketKind } from '../../contract/repair-lifecycle'
import type { Day } from '../../contract/zone'
import { BuildingChoice, useBuildings } from './building-choice'
import { CategoryFilter, useCategories } from './category-choice'
import { type DayRange, usualRanges } from './report-range'
import { kindOptions } from './words'

export interface ReportFilter extends DayRange {
  kind?: TicketKind
  buildingId?: string
  categoryId?: string
}

interface Props {
  filter: ReportFilter
  today: Day
  change: (changes: Record<string, string>) => void
}

const kinds = [{ value: '' as TicketKind | '', label: '全部' }, ...kindOptions]
const other = '自选'

/** Which tickets the report is about: reported when, of what kind, where. It lives in the address. */
export function ReportFilters({ filter, today, change }: Props) {
  const categories = useCategories(true)
  const buildings = useBuildings()
  const ranges = usualRanges(today)
  const { from, until } = filter
  const name = Object.keys(ranges).find((each) => ranges[each]?.from === from && ranges[each]?.until === until)
  return (
    <search className='filters'>
      <Segmented
        aria-label='报修日期'
        options={[...Object.keys(ranges), ...(name ? [] : [other])]}
        value={name ?? other}
        onChange={(chosen) => change({ ...ranges[chosen] })}
      />
      <DatePicker.RangePicker
        aria-label='报修日期从几号到几号'
        style={{ width: 240 }}
        allowClear={false}
        value={[dayjs(from), dayjs(until)]}
        onChange={(days) => {
          const [first, last] = [days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD')]
          if (first && last) change({ from: first, until: last })
        }}
      />
      <Segmented
        aria-label='种类'
        options={kinds}
        value={filter.kind ?? ''}
        onChange={(kind) => change({ kind: kind as string })}
      />
      <BuildingChoice
        label='楼宇'
        placeholder='全部楼宇'
        width={140}
        buildings={buildings}
        isOptional
        value={filter.buildingId}
        onChange={(building = '') => change({ building })}
      />
      <CategoryFilter
        label='类别'
        placeholder='全部类别'
        categories={categories}
        value={filter.categoryId}
        onChange={(category = '') => change({ category })}
      />
    </search>
  )
}
