import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Stop } from '../../contract/shuttle-words'
import { type GridContent, withStops } from './grid-draft'

interface Props {
  name: string
  column: number
  content: GridContent
  stops: readonly Stop[]
  /** Absent: only to be looked at. */
  onChange?: (content: GridContent) => void
}

/** Chooses a stop of the timetable by its name. */
export function StopSelect({ stops, onChoose }: { stops: readonly Stop[]; onChoose: (stopId: string) => void }) {
  return (
    <Select
      showSearch
      autoFocus
      aria-label='站点'
      style={{ width: '100%' }}
      placeholder='输入站名'
      optionFilterProp='label'
      notFoundContent='没有这个站点，请先在“站点”里添加'
      options={stops.map(({ stopId, name, code }) => ({ value: stopId, label: code ? `${name}（${code}）` : name }))}
      onChange={onChoose}
    />
  )
}

/** A stop as the head of its column: moved, taken out, or another one put behind it. */
export function StopHead({ name, column, content, stops, onChange }: Props) {
  const [putting, setPutting] = useState<number>()
  const { stopIds } = content

  function put(ids: readonly string[], from: readonly number[]) {
    onChange?.(withStops(content, ids, from))
  }
  function insert(at: number, stopId: string) {
    const places = stopIds.map((_, i) => i)
    put([...stopIds.slice(0, at), stopId, ...stopIds.slice(at)], [...places.slice(0, at), -1, ...places.slice(at)])
    setPutting(undefined)
  }
  function move(by: -1 | 1) {
    const places = stopIds.map((_, i) => i)
    places.splice(column, 1)
    places.splice(column + by, 0, column)
    put(
      places.map((at) => stopIds[at] ?? ''),
      places,
    )
  }
  function remove() {
    const places = stopIds.map((_, i) => i).filter((i) => i !== column)
    put(
      places.map((at) => stopIds[at] ?? ''),
      places,
    )
  }

  return (
    <th scope='col' className='trip-stop'>
      <span>{name}</span>
      {onChange && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'before', label: '在前面加一站', onClick: () => setPutting(column) },
              { key: 'after', label: '在后面加一站', onClick: () => setPutting(column + 1) },
              { key: 'left', label: '往前移', disabled: column === 0, onClick: () => move(-1) },
              { key: 'right', label: '往后移', disabled: column === stopIds.length - 1, onClick: () => move(1) },
              { key: 'remove', label: '去掉这一站', danger: true, disabled: stopIds.length <= 2, onClick: remove },
            ],
          }}
        >
          <Button type='text' size='small' icon={<DownOutlined />} aria-label={`${name}这一列`} />
        </Dropdown>
      )}
      {putting !== undefined && (
        <Modal open title='加一站' footer={null} onCancel={() => setPutting(undefined)}>
          <StopSelect stops={stops} onChoose={(stopId) => insert(putting, stopId)} />
        </Modal>
      )}
    </th>
  )
}
