import { Select, TreeSelect } from 'antd'
import { listDepartments, type PersonStatus } from '../../contract/people'
import { type Duty, duties } from '../../contract/procedure'
import { departmentTree } from '../ui/departments'
import { SearchBox } from '../ui/search-box'
import { useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'
import { dutyOptions, statusOptions } from './words'

interface Filters {
  query?: string
  departmentId?: string
  status?: PersonStatus
  duty?: Duty
}

/** The filters as the address has them; what is not known is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const status = statusOptions.find(({ value }) => value === params.get('status'))
  return {
    query: params.get('query') || undefined,
    departmentId: params.get('department') || undefined,
    status: status?.value,
    duty: duties.find((duty) => duty === params.get('duty')),
  }
}

interface Props {
  filters: Filters
  change: (changes: Record<string, string | undefined>) => void
}

/** Search and filters over the roster; they live in the address, so that a reload or a link keeps them. */
export function RosterFilters({ filters, change }: Props) {
  const { value, isLoading } = useAsk(listDepartments, {}, noRefusals)
  return (
    <search className='filters'>
      <SearchBox
        label='搜索人员'
        placeholder='姓名、拼音、首字母或工号'
        value={filters.query}
        onSearch={(query) => change({ query })}
      />
      <TreeSelect
        aria-label='部门'
        placeholder='全部部门'
        style={{ width: 240 }}
        allowClear
        showSearch
        treeNodeFilterProp='title'
        loading={isLoading}
        treeData={departmentTree(value?.departments ?? [])}
        value={filters.departmentId}
        onChange={(department?: string) => change({ department })}
      />
      <Select
        aria-label='状态'
        placeholder='全部状态'
        style={{ width: 120 }}
        allowClear
        options={statusOptions}
        value={filters.status}
        onChange={(status?: PersonStatus) => change({ status })}
      />
      <Select
        aria-label='职责'
        placeholder='全部职责'
        style={{ width: 140 }}
        allowClear
        options={dutyOptions}
        value={filters.duty}
        onChange={(duty?: Duty) => change({ duty })}
      />
    </search>
  )
}
