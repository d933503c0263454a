import { App, Button, Form, Input, Select, Space, Switch, Typography } from 'antd'
import { listPlaces } from '../../contract/booking-rooms'
import { type CanteenRecord, type MealHours, saveCanteen } from '../../contract/canteen-dishes'
import { ColleagueSelect } from '../ui/colleague-select'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { MealHoursFields, mealsTrouble } from './meal-hours-fields'
import { noRefusals, saveCanteenSentences } from './sentences'
import { WindowList } from './window-list'

interface Fields {
  name: string
  siteId?: string
  ownerId?: string
  isPublic: boolean
  windows: { windowId?: string; name: string }[]
  meals: MealHours[]
  isInUse?: boolean
}

interface Props {
  /** Absent: a new one. */
  canteen?: CanteenRecord
  onDirty: (isDirty: boolean) => void
  onSaved: () => void
}

const usualMeals: MealHours[] = [
  { meal: 'breakfast', opensMinute: 420, closesMinute: 510, isReservable: false, cutoffDays: 0, cutoffMinute: 0 },
  { meal: 'lunch', opensMinute: 690, closesMinute: 780, isReservable: true, cutoffDays: 1, cutoffMinute: 1080 },
  { meal: 'dinner', opensMinute: 1050, closesMinute: 1140, isReservable: false, cutoffDays: 0, cutoffMinute: 0 },
]

/** A canteen: its windows, its meals with their hours and cut-offs, who answers comments, and whether it is open data. */
export function CanteenForm({ canteen, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const isPublic = Form.useWatch('isPublic', form)
  const task = useTask(saveCanteen, saveCanteenSentences)
  const places = useAsk(listPlaces, {}, noRefusals)
  const sites = places.value?.sites ?? []
  const known = canteen?.ownerId ? { personId: canteen.ownerId, name: canteen.owner } : undefined
  const feed = canteen && `${window.location.origin}/openmensa/${canteen.canteenId}.xml`

  async function save({ isInUse = true, ...fields }: Fields) {
    const saved = await task.run({ ...fields, canteenId: canteen?.canteenId, isRetired: !isInUse })
    if (!saved) return
    message.success(`已保存 ${saved.name}`)
    onSaved()
  }

  return (
    <Form<Fields>
      form={form}
      layout='vertical'
      initialValues={{
        isPublic: false,
        meals: usualMeals,
        ...canteen,
        windows: canteen?.windows.filter(({ isRetired }) => !isRetired) ?? [{ name: '' }],
        isInUse: !canteen?.isRetired,
      }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      <Space size={16} align='start' wrap>
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写食堂名称' }]}>
          <Input maxLength={40} style={{ width: 220 }} placeholder='例如：职工食堂' autoFocus={!canteen} />
        </Form.Item>
        <Form.Item name='siteId' label='院区'>
          <Select
            allowClear
            style={{ width: 160 }}
            placeholder='不分院区'
            options={sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
          />
        </Form.Item>
        <Form.Item name='ownerId' label='负责人' extra='新评价先由这位同事回复。' style={{ width: 300 }}>
          <ColleagueSelect placeholder='输入姓名、拼音或工号' known={known} />
        </Form.Item>
      </Space>

      <Section>档口</Section>
      <WindowList />

      <Section>餐次</Section>
      <Form.Item
        name='meals'
        rules={[
          {
            validator: (_, meals: MealHours[]) => {
              const sentence = mealsTrouble(meals)
              return sentence ? Promise.reject(new Error(sentence)) : Promise.resolve()
            },
          },
        ]}
      >
        <MealHoursFields />
      </Form.Item>

      <Section>开放数据</Section>
      <Form.Item
        name='isPublic'
        label='公开已发布的菜单'
        valuePropName='checked'
        extra='公开后任何人不用登录就能读到菜单（OpenMensa v2），不含预订和评价。'
      >
        <Switch />
      </Form.Item>
      {isPublic && feed && (
        <p>
          地址 <Typography.Text copyable>{feed}</Typography.Text>
        </p>
      )}
      {canteen && (
        <Form.Item
          name='isInUse'
          label='使用'
          valuePropName='checked'
          extra='停用后职工看不到这个食堂；以前的菜单和评价保留。'
        >
          <Switch checkedChildren='使用中' unCheckedChildren='已停用' />
        </Form.Item>
      )}
      <div className='form-actions'>
        <TroubleNote trouble={task.trouble}>
          {typeof task.trouble?.detail?.problem === 'string' && <div>{task.trouble.detail.problem}</div>}
        </TroubleNote>
        <Button type='primary' htmlType='submit' loading={task.isRunning}>
          保存
        </Button>
      </div>
    </Form>
  )
}
