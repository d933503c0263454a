import { Checkbox, DatePicker, Form, Input, InputNumber, Radio, Space, Switch } from 'antd'
import type { Room } from '../../contract/booking'
import { ClockSelect } from '../ui/clock-select'
import { RoomSelect } from './room-select'
import { equipmentNames, layoutNames } from './words'

interface Props {
  /** The room chosen, once it is known. */
  room?: Room
  onRoom: (room: Room) => void
}

const required = (what: string) => [{ required: true, message: `请选择${what}` }]

/** Where, when, how many and with what; the same for a new booking and a changed one. */
export function WishFieldset({ room, onRoom }: Props) {
  return (
    <>
      <Form.Item name='roomId' label='会议室' rules={required('会议室')}>
        <RoomSelect chosen={room} onRoom={onRoom} />
      </Form.Item>
      <Space size={12} align='start' wrap>
        <Form.Item name='day' label='日期' rules={required('日期')}>
          <DatePicker allowClear={false} format='YYYY-MM-DD ddd' />
        </Form.Item>
        <Form.Item name='from' label='开始' rules={required('开始时间')}>
          <ClockSelect label='开始' to={1425} step={15} placeholder='09:00' />
        </Form.Item>
        <Form.Item name='to' label='结束' rules={required('结束时间')}>
          <ClockSelect label='结束' from={15} step={15} placeholder='10:00' />
        </Form.Item>
        <Form.Item name='attendeeCount' label='人数' rules={[{ required: true, message: '请填写人数' }]}>
          <InputNumber min={1} max={5000} precision={0} addonAfter='人' style={{ width: 110 }} />
        </Form.Item>
      </Space>
      <Form.Item name='purpose' label='会议主题'>
        <Input maxLength={60} placeholder='会议' />
      </Form.Item>
      {room && room.layouts.length > 0 && (
        <Form.Item name='layout' label='布置'>
          <Radio.Group
            options={[
              { value: undefined, label: '按现状' },
              ...room.layouts.map((value) => ({ value, label: layoutNames[value] })),
            ]}
          />
        </Form.Item>
      )}
      {room && room.equipment.length > 0 && (
        <Form.Item name='equipment' label='需要的设备'>
          <Checkbox.Group options={room.equipment.map((value) => ({ value, label: equipmentNames[value] }))} />
        </Form.Item>
      )}
      <Form.Item name='tea' label='茶水' valuePropName='checked'>
        <Switch checkedChildren='需要' unCheckedChildren='不需要' />
      </Form.Item>
      <Form.Item name='note' label='备注'>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
