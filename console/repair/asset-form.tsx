import { App, Button, Form, Input, Space, Switch } from 'antd'
import { type Asset, saveAsset } from '../../contract/repair-catalog'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { saveAssetSentences } from './catalog-sentences'
import { CategoryChoice, useCategories } from './category-choice'
import { PlaceChoice } from './place-choice'

interface Fields {
  name: string
  placeId: string
  assetNumber?: string
  model?: string
  note?: string
  categoryId?: string
  isInUse?: boolean
}

interface Props {
  /** Absent: a new one. */
  asset?: Asset
  onDirty: (isDirty: boolean) => void
  onSaved: (asset: Asset) => void
}

/** An asset: what it is, where it stands, and what is usually wrong with it. */
export function AssetForm({ asset, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const task = useTask(saveAsset, saveAssetSentences)
  const categories = useCategories()
  const known = asset && {
    placeId: asset.placeId,
    name: asset.place,
    where: '现在的位置',
    isRoom: false,
    photoPolicy: 'allowed' as const,
  }

  async function save({ isInUse = true, ...fields }: Fields) {
    const saved = await task.run({ ...fields, assetId: asset?.assetId, isRetired: !isInUse })
    if (!saved) return
    message.success(`已保存 ${saved.name}`)
    onSaved(saved)
  }

  return (
    <Form<Fields>
      layout='vertical'
      initialValues={{ ...asset, isInUse: !asset?.isRetired }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
    >
      <Space size={12} align='start' wrap>
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} style={{ width: 220 }} placeholder='例如：壁挂空调' autoFocus={!asset} />
        </Form.Item>
        <Form.Item name='assetNumber' label='资产编号'>
          <Input maxLength={40} style={{ width: 160 }} placeholder='单位自己的编号' />
        </Form.Item>
        <Form.Item name='model' label='型号'>
          <Input maxLength={60} style={{ width: 136 }} />
        </Form.Item>
      </Space>
      <Form.Item name='placeId' label='在哪里' rules={[{ required: true, message: '请选择地点' }]}>
        <PlaceChoice known={known} />
      </Form.Item>
      <Form.Item name='categoryId' label='扫码后默认的类别' extra='报修人扫这台设备的码时先选好，仍可改选。'>
        <CategoryChoice placeholder='不预选' categories={categories} />
      </Form.Item>
      <Form.Item name='note' label='备注'>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} placeholder='例如：保修到 2027 年，厂家电话' />
      </Form.Item>
      {asset && (
        <Form.Item
          name='isInUse'
          label='使用'
          valuePropName='checked'
          extra='停用后扫它的码不再有结果；已有的工单不受影响。'
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
