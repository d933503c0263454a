import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Space } from 'antd'
import { ClockSelect } from './clock-select'

/** Seven lists of [from, to) in minutes, Monday first. */
export type WeekHours = [number, number][][]

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

interface Props {
  id?: string
  value?: WeekHours
  onChange?: (week: WeekHours) => void
  /** What a day without hours is called. */
  none?: string
}

/** The hours of each weekday, with as many stretches as needed; a day can be copied to others. */
export function WeekHoursEditor({ id, value = [], onChange, none = '不开放' }: Props) {
  const setDay = (day: number, ranges: [number, number][]) =>
    onChange?.(names.map((_, i) => (i === day ? ranges : (value[i] ?? []))))
  const copy = (day: number, until: number) =>
    onChange?.(names.map((_, i) => (i <= until ? [...(value[day] ?? [])] : (value[i] ?? []))))
  return (
    <div id={id} className='week-hours'>
      {names.map((name, day) => {
        const ranges = value[day] ?? []
        const last = ranges[ranges.length - 1]?.[1]
        return (
          <fieldset key={name}>
            <legend>{name}</legend>
            <Space wrap size={[12, 6]}>
              {ranges.map(([from, to], i) => {
                const set = (range: [number, number]) =>
                  setDay(
                    day,
                    ranges.map((kept, j) => (j === i ? range : kept)),
                  )
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
                  <Space key={i} size={4}>
                    <ClockSelect label={`${name}开始`} value={from} to={1425} onChange={(at) => set([at, to])} />
                    –
                    <ClockSelect label={`${name}结束`} value={to} from={15} onChange={(at) => set([from, at])} />
                    <Button
                      type='text'
                      icon={<DeleteOutlined />}
                      aria-label={`删除${name}的这一段`}
                      onClick={() =>
                        setDay(
                          day,
                          ranges.filter((_, j) => j !== i),
                        )
                      }
                    />
                  </Space>
                )
              })}
              {ranges.length === 0 && <span className='quiet'>{none}</span>}
              <Button
                type='text'
                icon={<PlusOutlined />}
                disabled={last !== undefined && last > 1380}
                aria-label={`${name}加一段`}
                onClick={() =>
                  setDay(day, [...ranges, last === undefined ? [510, 1050] : [last, Math.min(1440, last + 120)]])
                }
              >
                加一段
              </Button>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'work', label: '复制到周一至周五', onClick: () => copy(day, 4) },
                    { key: 'all', label: '复制到每一天', onClick: () => copy(day, 6) },
                  ],
                }}
              >
                <Button type='text' icon={<CopyOutlined />} aria-label={`把${name}的时间复制到其他日子`} />
              </Dropdown>
            </Space>
          </fieldset>
        )
      })}
    </div>
  )
}
