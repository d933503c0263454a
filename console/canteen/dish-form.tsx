import { App, Button, Form, Input, Segmented, Select, Space, Switch } from 'antd'
import type { Price } from '../../contract/canteen'
import { type DishRecord, saveDish } from '../../contract/canteen-dishes'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { PriceFields } from './price-fields'
import { saveDishSentences } from './sentences'
import { spiceNames } from './words'

interface Fields {
  name: string
  ingredients: string[]
  isNameFigurative: boolean
  spice: number
  prices: Price[]
  hasHalf: boolean
  note?: string
  isInUse: boolean
}

interface Props {
  /** Absent: a new one. */
  dish?: DishRecord
  onDirty: (isDirty: boolean) => void
  onSaved: (dish: DishRecord) => void
}

const empty: Fields = {
  name: '',
  ingredients: [],
  isNameFigurative: false,
  spice: 0,
  prices: [],
  hasHalf: false,
  isInUse: true,
}

/** A dish itself: name, ingredients, how hot, what it costs. */
export function DishForm({ dish, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const hasHalf = Form.useWatch('hasHalf', form)
  const task = useTask(saveDish, saveDishSentences)

  async function save({ isInUse = true, ...fields }: Fields) {
    const saved = await task.run({ ...fields, dishId: dish?.dishId, isRetired: !isInUse })
    if (!saved) return
    message.success(dish ? `已保存 ${saved.name}` : `已添加 ${saved.name}，请接着填写标签`)
    onSaved(saved)
  }

  return (
    <Form<Fields>
      form={form}
      layout='vertical'
      initialValues={dish ? { ...empty, ...dish, isInUse: !dish.isRetired } : empty}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      <Form.Item name='name' label='菜名' rules={[{ required: true, whitespace: true, message: '请填写菜名' }]}>
        <Input maxLength={250} style={{ width: 420 }} placeholder='例如：番茄炒蛋' autoFocus={!dish} />
      </Form.Item>
      <Form.Item
        name='ingredients'
        label='配料'
        extra='调料也要写：生抽、蚝油、沙茶酱里都有过敏原。回车或顿号隔开，可以整段粘贴；改了配料，标签要重新确认。'
      >
        <Select
          mode='tags'
          open={false}
          suffixIcon={null}
          maxCount={60}
          tokenSeparators={['、', '，', ',', '；', ';', '\n', '/']}
          placeholder='番茄、鸡蛋、生抽、白糖'
        />
      </Form.Item>
      <Form.Item
        name='isNameFigurative'
        label='菜名不代表配料'
        valuePropName='checked'
        extra='像「蚂蚁上树」没有蚂蚁、「夫妻肺片」没有肺：打开以后只按配料推断，不看菜名。鱼香肉丝、老婆饼这些常见的，不打开也认得。'
      >
        <Switch />
      </Form.Item>
      <Form.Item name='spice' label='辣度'>
        <Segmented options={spiceNames.map((label, value) => ({ label, value }))} />
      </Form.Item>
      <Space size={32} align='start'>
        <Form.Item name='prices' label='价格' extra='不填的人员不显示价格。'>
          <PriceFields hasHalf={hasHalf} />
        </Form.Item>
        <Form.Item name='hasHalf' label='供应半份' valuePropName='checked'>
          <Switch />
        </Form.Item>
      </Space>
      <Form.Item name='note' label='说明' extra='职工在菜的页面看到。'>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 1, maxRows: 4 }} placeholder='例如：可以不放香菜' />
      </Form.Item>
      {dish && (
        <Form.Item name='isInUse' label='使用' valuePropName='checked' extra='停用后排菜单时找不到；评价和记录都保留。'>
          <Switch checkedChildren='使用中' unCheckedChildren='已停用' />
        </Form.Item>
      )}
      <div className='form-actions'>
        <TroubleNote trouble={task.trouble} />
        <Button type='primary' htmlType='submit' loading={task.isRunning}>
          {dish ? '保存' : '保存，去填标签'}
        </Button>
      </div>
    </Form>
  )
}
