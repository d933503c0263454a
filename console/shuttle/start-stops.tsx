import { Button, Empty, Select, Space } from 'antd'
import { useState } from 'react'
import type { Stop } from '../../contract/shuttle-words'
import { linkTo } from '../address'

interface Props {
  stops: readonly Stop[]
  isReadOnly: boolean
  timetableId: string
  onStart: (stopIds: string[]) => void
}

/** A direction without trips: the stops of its grid are chosen first, in their order. */
export function StartStops({ stops, isReadOnly, timetableId, onStart }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const description = isReadOnly ? '这个方向没有班次' : '这个方向还没有班次。按经过的顺序选站点，再填时间'
  return (
    <div className='sheet'>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={description}>
        {!isReadOnly && stops.length < 2 && (
          <a href={linkTo('/shuttle/timetable', { id: timetableId, tab: 'stops' })}>站点不足两个，先添加站点</a>
        )}
        {!isReadOnly && stops.length >= 2 && (
          <Space.Compact style={{ width: 'min(640px, 100%)' }}>
            <Select
              mode='multiple'
              aria-label='经过的站点'
              style={{ flex: 1, textAlign: 'start' }}
              placeholder='从首站到末站依次选'
              optionFilterProp='label'
              value={chosen}
              onChange={setChosen}
              maxCount={100}
              options={stops.map(({ stopId, name }) => ({ value: stopId, label: name }))}
            />
            <Button type='primary' disabled={chosen.length < 2} onClick={() => onStart(chosen)}>
              开始填班次
            </Button>
          </Space.Compact>
        )}
      </Empty>
    </div>
  )
}
