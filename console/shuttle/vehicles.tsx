import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Empty, Form, Input, InputNumber, Modal, Space, Switch, Table, Tag } from 'antd'
import { useState } from 'react'
import type { Vehicle } from '../../contract/shuttle-fleet'
import { saveVehicle } from '../../contract/shuttle-vehicles'
import { useDuty } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { vehicleSentences } from './sentences'
import { takenText } from './taken-text'

type Fields = Omit<Vehicle, 'vehicleId' | 'isRetired'> & { isInUse?: boolean }

/** The vehicles and their seats. */
export function Vehicles({ vehicles, onChanged }: { vehicles: readonly Vehicle[]; onChanged: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [open, setOpen] = useState<Vehicle | 'new'>()
  const task = useTask(saveVehicle, vehicleSentences)
  const mayWrite = useDuty('fleet', 'manager', 'admin')
  const vehicle = open === 'new' ? undefined : open

  async function save({ isInUse = true, ...fields }: Fields) {
    const saved = await task.run({ ...fields, vehicleId: vehicle?.vehicleId, isRetired: !isInUse })
    if (!saved) return
    message.success(`已保存 ${saved.plate}`)
    setOpen(undefined)
    onChanged()
  }
  function begin(which: Vehicle | 'new') {
    task.clear()
    setOpen(which)
  }

  return (
    <section className='sheet' aria-label='车辆'>
      <div className='sheet-head'>
        <h2>车辆</h2>
        {mayWrite && (
          <Button icon={<PlusOutlined />} onClick={() => begin('new')}>
            添加车辆
          </Button>
        )}
      </div>
      <Table<Vehicle>
        size='small'
        rowKey='vehicleId'
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...vehicles]}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description='还没有车辆。添加以后就能派到班次上，座位数按车计算'
            />
          ),
        }}
        columns={[
          { title: '车牌', className: 'whole-line', render: (_, { plate }) => <b>{plate}</b> },
          { title: '名称', dataIndex: 'name', className: 'broad-cell' },
          { title: '座位', dataIndex: 'seats', align: 'right' },
          { title: '轮椅位', dataIndex: 'wheelchairPlaces', align: 'right' },
          { title: '状态', render: (_, { isRetired }) => (isRetired ? <Tag>已停用</Tag> : '使用中') },
          ...(mayWrite
            ? [
                {
                  title: '操作',
                  render: (_: unknown, each: Vehicle) => (
                    <Button type='link' size='small' aria-label={`修改 ${each.plate}`} onClick={() => begin(each)}>
                      修改
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Modal
        open={open !== undefined}
        title={vehicle ? `修改 ${vehicle.plate}` : '添加车辆'}
        okText='保存'
        confirmLoading={task.isRunning}
        destroyOnHidden
        onCancel={() => setOpen(undefined)}
        okButtonProps={{ htmlType: 'submit', form: 'vehicle' }}
      >
        <Form<Fields>
          id='vehicle'
          key={vehicle?.vehicleId ?? 'new'}
          form={form}
          preserve={false}
          layout='vertical'
          onFinish={save}
          initialValues={{ seats: 49, wheelchairPlaces: 0, ...vehicle, isInUse: !vehicle?.isRetired }}
        >
          <Space size={16} align='start' wrap>
            <Form.Item name='plate' label='车牌' rules={[{ required: true, whitespace: true, message: '请填写车牌' }]}>
              <Input maxLength={12} style={{ width: 180 }} placeholder='例如：京A12345' autoFocus />
            </Form.Item>
            <Form.Item name='name' label='名称'>
              <Input maxLength={20} style={{ width: 200 }} placeholder='例如：宇通大客' />
            </Form.Item>
          </Space>
          <Space size={16} align='start' wrap>
            <Form.Item
              name='seats'
              label='座位'
              extra='不含司机座。'
              rules={[{ required: true, message: '请填写座位数' }]}
            >
              <InputNumber min={1} max={300} precision={0} addonAfter='座' style={{ width: 180 }} />
            </Form.Item>
            <Form.Item name='wheelchairPlaces' label='轮椅位' extra='另算，不占普通座位。'>
              <InputNumber min={0} max={20} precision={0} addonAfter='个' style={{ width: 200 }} />
            </Form.Item>
          </Space>
          {vehicle && (
            <Form.Item name='isInUse' label='使用' valuePropName='checked' extra='停用后不能再派到新的班次。'>
              <Switch checkedChildren='使用中' unCheckedChildren='已停用' />
            </Form.Item>
          )}
          <TroubleNote trouble={task.trouble}>{takenText(task.trouble)}</TroubleNote>
        </Form>
      </Modal>
    </section>
  )
}
