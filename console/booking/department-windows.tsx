import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Space, TreeSelect, type TreeSelectProps } from 'antd'
import type { DepartmentWindow } from '../../contract/booking-rules'
import { ClockSelect } from '../ui/clock-select'
import { weekdayNames } from '../ui/week-text'

type Window = Omit<DepartmentWindow, 'weekdays'> & { weekdays: number[] }

interface Props {
  id?: string
  tree: TreeSelectProps['treeData']
  value?: Window[]
  onChange?: (windows: Window[]) => void
}

/** What is wrong with the windows, as a sentence; undefined when nothing is. */
export function windowsTrouble(windows: readonly Window[] = []): string | undefined {
  for (const [i, { departmentId, weekdays, from, to }] of windows.entries()) {
    if (!departmentId) return `第 ${i + 1} 条：请选择部门`
    if (weekdays.length === 0) return `第 ${i + 1} 条：请至少选择一天`
    if (to <= from) return `第 ${i + 1} 条：结束时间须晚于开始时间`
  }
  return undefined
}

const weekdayOptions = weekdayNames.map((name, i) => ({ value: i + 1, label: name.slice(1) }))
const usual: Window = { departmentId: '', weekdays: [1, 2, 3, 4, 5], from: 510, to: 720 }

/** Hours kept for one department each. */
export function DepartmentWindows({ id, tree, value = [], onChange }: Props) {
  const set = (at: number, part: Partial<Window>) =>
    onChange?.(value.map((window, i) => (i === at ? { ...window, ...part } : window)))
  return (
    <div id={id}>
      {value.map((window, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a window has no name but its place
        <Space key={at} wrap size={[12, 6]} className='department-window'>
          <TreeSelect
            aria-label='部门'
            placeholder='选择部门'
            style={{ width: 200 }}
            showSearch
            treeNodeFilterProp='title'
            treeData={tree}
            value={window.departmentId || undefined}
            onChange={(departmentId: string) => set(at, { departmentId })}
          />
          <Checkbox.Group
            aria-label='星期'
            options={weekdayOptions}
            value={window.weekdays}
            onChange={(weekdays) => set(at, { weekdays })}
          />
          <Space size={4}>
            <ClockSelect label='开始' value={window.from} to={1425} onChange={(from) => set(at, { from })} />
            –
            <ClockSelect label='结束' value={window.to} from={15} onChange={(to) => set(at, { to })} />
            <Button
              type='text'
              icon={<DeleteOutlined />}
              aria-label='删除这条专用时段'
              onClick={() => onChange?.(value.filter((_, i) => i !== at))}
            />
          </Space>
        </Space>
      ))}
      <Button type='dashed' icon={<PlusOutlined />} onClick={() => onChange?.([...value, usual])}>
        加一条专用时段
      </Button>
    </div>
  )
}
