import { App, Button, Checkbox, Form, Input, InputNumber, Select, Space, Switch, TreeSelect } from 'antd'
import { type RoomRecord, saveRoom } from '../../contract/booking-rooms'
import { openingProblem } from '../../contract/opening-hours'
import { listDepartments } from '../../contract/people'
import { departmentTree } from '../ui/departments'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { WeekHoursEditor } from '../ui/week-hours'
import { ClashList } from './clash-list'
import { DepartmentWindows, windowsTrouble } from './department-windows'
import type { Sites } from './room-fields'
import { describeRoomPath, type RoomFields, roomFieldsOf } from './room-fields'
import { noRefusals, saveRoomSentences } from './sentences'
import { equipmentOptions, layoutOptions } from './words'

interface Props {
  room?: RoomRecord
  sites: Sites
  onDirty: (isDirty: boolean) => void
  onSaved: (room: RoomRecord) => void
}

const rejectWhen = (sentence: string | undefined) =>
  sentence ? Promise.reject(new Error(sentence)) : Promise.resolve()

function Minutes({
  name,
  label,
  max,
  min = 0,
  extra,
}: {
  name: string
  label: string
  max: number
  min?: number
  extra?: string
}) {
  return (
    <Form.Item
      name={['rules', name]}
      label={label}
      extra={extra}
      rules={[{ required: true, message: `请填写${label}` }]}
    >
      <InputNumber min={min} max={max} precision={0} addonAfter='分钟' style={{ width: 116 }} />
    </Form.Item>
  )
}

/** A room's place, equipment and the rules it books by. */
export function RoomForm({ room, sites, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<RoomFields>()
  const task = useTask(saveRoom, saveRoomSentences)
  const departments = useAsk(listDepartments, {}, noRefusals)
  const tree = departmentTree(departments.value?.departments ?? [])

  async function save(fields: RoomFields) {
    const saved = await task.run({ ...fields, roomId: room?.roomId })
    if (!saved) return
    message.success(`已保存 ${saved.name}`)
    onSaved(saved)
  }

  return (
    <Form
      form={form}
      layout='vertical'
      initialValues={roomFieldsOf(room)}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      <Space size={12} align='start' wrap>
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} style={{ width: 206 }} />
        </Form.Item>
        <Form.Item name='buildingId' label='楼宇' rules={[{ required: true, message: '请选择楼宇' }]}>
          <Select
            style={{ width: 196 }}
            showSearch
            optionFilterProp='label'
            notFoundContent='还没有楼宇，请先在“院区与楼宇”中添加'
            options={sites.map((site) => ({
              label: site.name,
              title: site.name,
              options: site.buildings.map(({ buildingId, name }) => ({ value: buildingId, label: name })),
            }))}
          />
        </Form.Item>
        <Form.Item name='floor' label='楼层'>
          <Input maxLength={20} style={{ width: 80 }} placeholder='3层' />
        </Form.Item>
        <Form.Item name={['rules', 'capacity']} label='容量' rules={[{ required: true, message: '请填写容量' }]}>
          <InputNumber min={1} max={5000} precision={0} addonAfter='人' style={{ width: 110 }} />
        </Form.Item>
      </Space>
      <Form.Item name='equipment' label='设备'>
        <Checkbox.Group options={equipmentOptions} />
      </Form.Item>
      <Form.Item name='layouts' label='可选布置'>
        <Checkbox.Group options={layoutOptions} />
      </Form.Item>
      <Form.Item name='notice' label='使用须知'>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>

      <Section>预订规则</Section>
      <Form.Item name={['rules', 'isBookable']} label='接受预订' valuePropName='checked'>
        <Switch checkedChildren='接受' unCheckedChildren='不接受' />
      </Form.Item>
      <Space size={12} align='start' wrap>
        <Minutes name='minMinutes' label='最短时长' min={5} max={1440} />
        <Minutes name='maxMinutes' label='最长时长' min={5} max={1440} />
        <Minutes name='turnoverMinutes' label='会后整理' max={240} extra='计入占用' />
        <Form.Item name={['rules', 'daysAhead']} label='提前预订' rules={[{ required: true, message: '请填写天数' }]}>
          <InputNumber min={0} max={730} precision={0} addonAfter='天' style={{ width: 116 }} />
        </Form.Item>
        <Minutes name='cancelUntilMinutes' label='取消时限' max={20160} extra='开始前多久' />
      </Space>
      <Form.Item
        name={['rules', 'opening']}
        label='开放时间'
        extra='节假日按周日的时间开放，调休上班日按周一的时间开放。'
        rules={[{ validator: (_, week) => rejectWhen(openingProblem(week)) }]}
      >
        <WeekHoursEditor />
      </Form.Item>
      <Form.Item
        name={['rules', 'openToDepartmentIds']}
        label='对哪些部门开放'
        extra='不选表示全体都可以预订；选中一个部门即包含它的下级。'
      >
        <TreeSelect
          multiple
          allowClear
          showSearch
          treeNodeFilterProp='title'
          treeData={tree}
          loading={departments.isLoading}
          placeholder='全体'
        />
      </Form.Item>
      <Form.Item
        name={['rules', 'windows']}
        label='部门专用时段'
        extra='这些时段只有所选部门可以预订，会务不受限制。'
        rules={[{ validator: (_, windows) => rejectWhen(windowsTrouble(windows)) }]}
      >
        <DepartmentWindows tree={tree} />
      </Form.Item>

      <div className='form-actions'>
        <TroubleNote trouble={task.trouble} describePath={describeRoomPath}>
          <ClashList detail={task.trouble?.detail} />
          {typeof task.trouble?.detail?.problem === 'string' && <div>{task.trouble.detail.problem}</div>}
        </TroubleNote>
        <Button type='primary' htmlType='submit' loading={task.isRunning}>
          保存
        </Button>
      </div>
    </Form>
  )
}
