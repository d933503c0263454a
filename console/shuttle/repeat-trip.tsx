import { InputNumber, Modal, Space } from 'antd'
import { useState } from 'react'
import { type DraftTrip, repeats } from './grid-draft'
import { serviceClock } from './service-time'
import { TimeField } from './time-field'

interface Props {
  trip: DraftTrip
  onClose: () => void
  onAdd: (trips: DraftTrip[]) => void
}

/** A trip once more every so many minutes until a time. */
export function RepeatTrip({ trip, onClose, onAdd }: Props) {
  const first = trip.times.find((time) => typeof time === 'number') ?? 0
  const [minutes, setMinutes] = useState(30)
  const [until, setUntil] = useState(Math.min(first + 2 * 3600, 72 * 3600))
  const made = repeats(trip, minutes * 60, until)
  const starts = made.map(({ times }) => serviceClock(times.find((time) => typeof time === 'number') ?? 0))
  return (
    <Modal
      open
      title={`从 ${serviceClock(first)} 这一班起重复`}
      okText={`加 ${made.length} 班`}
      okButtonProps={{ disabled: made.length === 0 }}
      onCancel={onClose}
      onOk={() => onAdd(made)}
    >
      <Space wrap>
        每隔
        <InputNumber
          aria-label='每隔几分钟'
          min={1}
          max={720}
          precision={0}
          value={minutes}
          onChange={(value) => setMinutes(value ?? 0)}
          addonAfter='分钟'
          style={{ width: 130 }}
          autoFocus
        />
        加一班，到
        <TimeField label='加到几点' value={until} onChange={setUntil} />
        为止
      </Space>
      <p className='quiet'>
        {made.length === 0
          ? '这样不会多出班次，请改小间隔或改晚时间。'
          : `${starts.slice(0, 12).join('、')}${made.length > 12 ? ' …' : ''}`}
      </p>
    </Modal>
  )
}
