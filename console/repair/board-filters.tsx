import { Button, Checkbox, DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { listPlaces } from '../../contract/booking-rooms'
import { listTechnicians } from '../../contract/repair-catalog'
import type { TicketFilter } from '../../contract/repair-desk'
import { type TicketKind, type TicketStatus, ticketStatuses, type Urgency } from '../../contract/repair-lifecycle'
import { SearchBox } from '../ui/search-box'
import { useAsk } from '../ui/use-ask'
import { type FilterParams, isNarrowed, paramsOf } from './board-filter'
import { CategoryFilter, useCategories } from './category-choice'
import { noRefusals } from './sentences'
import { kindOptions, optionsOf, statusNames, urgencyNames } from './words'

interface Props {
  filter: TicketFilter
  change: (changes: Partial<FilterParams>) => void
}

const kinds = [{ value: '' as TicketKind | '', label: '全部' }, ...kindOptions]

/** What the board and the table are narrowed to; it lives in the address, so that a reload or a link keeps it. */
export function BoardFilters({ filter, change }: Props) {
  const categories = useCategories(true)
  const places = useAsk(listPlaces, {}, noRefusals)
  const technicians = useAsk(listTechnicians, {}, noRefusals)
  const { from, until } = filter
  return (
    <search className='filters'>
      <Segmented
        aria-label='种类'
        options={kinds}
        value={filter.kind ?? ''}
        onChange={(kind) => change({ kind: kind as string })}
      />
      <SearchBox
        label='搜索工单'
        placeholder='编号、描述、地点、设备或报修人'
        value={filter.query}
        onSearch={(query) => change({ query })}
      />
      <CategoryFilter
        label='类别'
        placeholder='全部类别'
        categories={categories}
        value={filter.categoryId}
        onChange={(category = '') => change({ category })}
      />
      <Select
        aria-label='楼宇'
        placeholder='全部楼宇'
        style={{ width: 140 }}
        popupMatchSelectWidth={false}
        allowClear
        showSearch
        optionFilterProp='label'
        loading={places.isLoading}
        options={places.value?.sites.map(({ siteId, name, buildings }) => ({
          key: siteId,
          label: name,
          options: buildings.map((building) => ({ value: building.buildingId, label: building.name })),
        }))}
        value={filter.buildingId}
        onChange={(building?: string) => change({ building: building ?? '' })}
      />
      <Select
        aria-label='处理人'
        placeholder='全部处理人'
        style={{ width: 130 }}
        popupMatchSelectWidth={false}
        allowClear
        showSearch
        optionFilterProp='label'
        loading={technicians.isLoading}
        options={technicians.value?.technicians.map(({ personId, name, load }) => ({
          value: personId,
          label: `${name}（${load} 件）`,
        }))}
        value={filter.assigneeId}
        onChange={(assignee?: string) => change({ assignee: assignee ?? '' })}
      />
      <Select
        aria-label='状态'
        placeholder='全部状态'
        mode='multiple'
        style={{ minWidth: 130, maxWidth: 260 }}
        popupMatchSelectWidth={false}
        maxTagCount={2}
        allowClear
        options={optionsOf(statusNames, ticketStatuses)}
        value={filter.statuses}
        onChange={(statuses: TicketStatus[]) => change({ status: statuses.join(',') })}
      />
      <Select
        aria-label='紧急程度'
        placeholder='紧急程度'
        style={{ width: 110 }}
        allowClear
        options={optionsOf(urgencyNames, ['urgent', 'normal'])}
        value={filter.urgency}
        onChange={(urgency?: Urgency) => change({ urgency: urgency ?? '' })}
      />
      <DatePicker.RangePicker
        aria-label='报修日期'
        placeholder={['报修日期从', '到']}
        style={{ width: 240 }}
        allowEmpty
        value={[from ? dayjs(from) : null, until ? dayjs(until) : null]}
        onChange={(days) =>
          change({
            from: days?.[0]?.format('YYYY-MM-DD') ?? '',
            until: days?.[1]?.format('YYYY-MM-DD') ?? '',
          })
        }
      />
      <Checkbox
        className='filter-check'
        checked={filter.isOverdue ?? false}
        onChange={(event) => change({ overdue: event.target.checked ? '1' : '' })}
      >
        只看超时
      </Checkbox>
      {isNarrowed(filter) && (
        <Button type='link' onClick={() => change(paramsOf({}))}>
          清除条件
        </Button>
      )}
    </search>
  )
}
