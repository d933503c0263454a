import { App, Button, Form, Input, Radio, Space, Switch } from 'antd'
import { type PlaceRecord, savePlaceRecord } from '../../contract/repair-catalog'
import type { PhotoPolicy } from '../../contract/repair-places'
import { linkTo } from '../address'
import { useDuty } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { BuildingChoice, type useBuildings } from './building-choice'
import { savePlaceSentences } from './catalog-sentences'

export const photoPolicies = {
  allowed: { name: '可以拍照', about: '报修人和维修人员都可以上传照片。' },
  textOnly: { name: '报修不拍照', about: '报修人只写文字；维修人员完工时可以拍照。' },
  forbidden: { name: '禁止拍照', about: '任何人都不能上传照片，例如保密室、机房。' },
} satisfies Record<PhotoPolicy, { name: string; about: string }>

interface Fields {
  name: string
  buildingId: string
  floor?: string
  photoPolicy: PhotoPolicy
  isInUse?: boolean
}

interface Props {
  /** Absent: a new one. */
  place?: PlaceRecord
  buildings: ReturnType<typeof useBuildings>
  onDirty: (isDirty: boolean) => void
  onSaved: (place: PlaceRecord) => void
}

/** A place: where it is and whether pictures may be taken there. */
export function PlaceForm({ place, buildings, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const task = useTask(savePlaceRecord, savePlaceSentences)
  const mayKeepRooms = useDuty('steward', 'admin')

  async function save({ isInUse = true, ...fields }: Fields) {
    // of a room only the policy is looked at, but the rest must be there
    const where = place?.isRoom ? { name: place.name, buildingId: place.buildingId, floor: place.floor } : {}
    const saved = await task.run({ ...fields, ...where, placeId: place?.placeId, isRetired: !isInUse })
    if (!saved) return
    message.success(`已保存 ${saved.name}`)
    onSaved(saved)
  }

  return (
    <Form<Fields>
      layout='vertical'
      initialValues={{ photoPolicy: 'allowed', ...place, isInUse: !place?.isRetired }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
    >
      {place?.isRoom ? (
        <p className='quiet place-where'>
          {[place.site, place.building, place.floor].filter(Boolean).join(' ')}。这是会议室，名称和位置在
          {mayKeepRooms ? <a href={linkTo('/booking/rooms', { room: place.placeId })}>会议室目录</a> : '会议室目录'}
          里修改。
        </p>
      ) : (
        <Space size={12} align='start' wrap>
          <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
            <Input maxLength={40} style={{ width: 220 }} placeholder='例如：配电间、东侧走廊' autoFocus={!place} />
          </Form.Item>
          <Form.Item name='buildingId' label='楼宇' rules={[{ required: true, message: '请选择楼宇' }]}>
            <BuildingChoice buildings={buildings} placeholder='请选择' width={180} />
          </Form.Item>
          <Form.Item name='floor' label='楼层'>
            <Input maxLength={20} style={{ width: 90 }} placeholder='3层' />
          </Form.Item>
        </Space>
      )}
      <Form.Item name='photoPolicy' label='照片'>
        <Radio.Group className='policy-choice'>
          {(Object.keys(photoPolicies) as PhotoPolicy[]).map((policy) => (
            <Radio key={policy} value={policy}>
              {photoPolicies[policy].name}
              <span className='quiet'>{photoPolicies[policy].about}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {place && !place.isRoom && (
        <Form.Item
          name='isInUse'
          label='使用'
          valuePropName='checked'
          extra='停用后扫码和搜索都找不到这个地点；已有的工单不受影响。'
        >
          <Switch checkedChildren='使用中' unCheckedChildren='已停用' />
        </Form.Item>
      )}
      <TroubleNote trouble={task.trouble} />
      <Button type='primary' htmlType='submit' loading={task.isRunning}>
        保存
      </Button>
    </Form>
  )
}
