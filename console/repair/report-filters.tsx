import { Segmented } from 'antd'
import type { TicketKind } from '../../contract/repair-lifecycle'
import type { Day } from '../../contract/zone'
import type { DayRange } from '../ui/report/day-range'
import { RangeChoice } from '../ui/report/range-choice'
import { BuildingChoice, useBuildings } from './building-choice'
import { CategoryFilter, useCategories } from './category-choice'
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

/** Which tickets the report is about: reported when, of what kind, where. It lives in the address. */
export function ReportFilters({ filter, today, change }: Props) {
  const categories = useCategories(true)
  const buildings = useBuildings()
  return (
    <search className='filters'>
      <RangeChoice
        label='报修日期'
        range={filter}
        today={today}
        change={({ from, until }) => change({ from, until })}
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
