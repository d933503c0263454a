import { Alert, DatePicker, Form, Radio, Space } from 'antd'
import dayjs from 'dayjs'
import { dayOf } from '../../contract/zone'
import { useZone } from '../session'
import { ClockSelect } from '../ui/clock-select'
import { optionsOf, urgencyNames } from './words'

/** How urgent it is; when it is, whom to call at once. */
export function UrgencyChoice({ dutyPhone }: { dutyPhone?: string }) {
  const isUrgent = Form.useWatch('urgency') === 'urgent'
  return (
    <>
      <Form.Item name='urgency' label='紧急程度'>
        <Radio.Group optionType='button' options={optionsOf(urgencyNames)} />
      </Form.Item>
      {isUrgent && (
        <Alert
          type='warning'
          showIcon
          style={{ marginBottom: 16 }}
          message={dutyPhone ? `请同时打电话给值班人员：${dutyPhone}` : '保存后请马上派单，并打电话告诉处理的人'}
        />
      )}
    </>
  )
}

/** When somebody may come; all of it may stay open. */
export function EnterWhen() {
  const today = dayjs(dayOf(Date.now(), useZone()))
  const day = Form.useWatch('day')
  return (
    <Space size={12} align='start' wrap>
      <Form.Item name='day' label='期望上门（选填）'>
        <DatePicker format='YYYY-MM-DD ddd' placeholder='哪天' disabledDate={(date) => date.isBefore(today, 'day')} />
      </Form.Item>
      {day && (
        <>
          <Form.Item name='from' label='从'>
            <ClockSelect label='从' to={1425} placeholder='00:00' />
          </Form.Item>
          <Form.Item name='until' label='到'>
            <ClockSelect label='到' from={15} placeholder='24:00' />
          </Form.Item>
        </>
      )}
    </Space>
  )
}
