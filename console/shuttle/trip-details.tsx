import { Form, Input, InputNumber, Modal, Select, Space, Switch } from 'antd'
import { useState } from 'react'
import type { Service } from '../../contract/shuttle-grid'
import { type DraftTrip, serviceName } from './grid-draft'
import { isBackwards, TripHeadways } from './trip-headways'

interface Props {
  trip: DraftTrip
  title: string
  services: readonly Service[]
  onClose: () => void
  onSave: (trip: DraftTrip) => void
}

/** What does not fit into the grid: headway, wheelchairs, and the rest of a trip in one place. */
export function TripDetails({ trip, title, services, onClose, onSave }: Props) {
  const [draft, setDraft] = useState(trip)
  const headways = draft.headways ?? []
  const set = (part: Partial<DraftTrip>) => setDraft((before) => ({ ...before, ...part }))
  const first = draft.times.find((time) => typeof time === 'number') ?? 7 * 3600
  const isWrong = headways.some(isBackwards)
  return (
    <Modal
      open
      title={title}
      okText='确定'
      okButtonProps={{ disabled: isWrong }}
      onCancel={onClose}
      onOk={() => onSave(draft)}
    >
      <Form layout='vertical'>
        <Form.Item label='运行日' htmlFor='trip-service'>
          <Select
            id='trip-service'
            value={draft.serviceId}
            onChange={(serviceId) => set({ serviceId })}
            options={services.map((service) => ({ value: service.serviceId, label: serviceName(service) }))}
          />
        </Form.Item>
        <Form.Item label='间隔发车' extra='没有固定时间、每隔几分钟一班的，在这里写；各站的时间只用来算路上要多久。'>
          <TripHeadways
            value={headways}
            first={first}
            onChange={(next) => set({ headways: next.length > 0 ? next : undefined })}
          />
        </Form.Item>
        <Space size={16} wrap align='start'>
          <Form.Item label='车牌' htmlFor='trip-plate'>
            <Input
              id='trip-plate'
              maxLength={20}
              style={{ width: 140 }}
              value={draft.plate}
              onChange={({ target }) => set({ plate: target.value })}
            />
          </Form.Item>
          <Form.Item label='座位' htmlFor='trip-seats'>
            <InputNumber
              id='trip-seats'
              min={1}
              max={300}
              precision={0}
              style={{ width: 100 }}
              value={draft.seats}
              onChange={(seats) => set({ seats: seats ?? undefined })}
            />
          </Form.Item>
          <Form.Item label='司机' htmlFor='trip-driver'>
            <Input
              id='trip-driver'
              maxLength={40}
              style={{ width: 150 }}
              value={draft.driver}
              onChange={({ target }) => set({ driver: target.value })}
            />
          </Form.Item>
        </Space>
        <Form.Item label='轮椅可以上车'>
          <Switch
            aria-label='轮椅可以上车'
            checked={draft.isWheelchair}
            onChange={(isWheelchair) => set({ isWheelchair })}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
