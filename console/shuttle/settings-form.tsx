import { App, Button, Form, InputNumber, Switch, Typography } from 'antd'
import { useState } from 'react'
import { type ShuttleSetting, saveShuttleSetting } from '../../contract/shuttle-fleet'
import { useDuty } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { noRefusals } from './sentences'

interface Field {
  name: keyof Omit<ShuttleSetting, 'isPublic'>
  label: string
  unit: string
  extra: string
  range: [min: number, max: number]
}

const fields: Field[] = [
  { name: 'opensDays', label: '提前几天能约', unit: '天', extra: '从那天 0 点起。', range: [1, 60] },
  { name: 'closesMinutes', label: '发车前多久停约', unit: '分钟', extra: '按上车站的时间算。', range: [0, 1440] },
  {
    name: 'lateCancelMinutes',
    label: '多晚退票算临时取消',
    unit: '分钟',
    extra: '发车前不足这么久取消，记入爽约记录。',
    range: [0, 1440],
  },
  { name: 'holdMinutes', label: '候补到的座位留多久', unit: '分钟', extra: '过时给下一位。', range: [1, 240] },
  { name: 'mostPerDay', label: '每人每天最多约', unit: '座', extra: '长期预约也算在内。', range: [1, 20] },
  {
    name: 'mostAhead',
    label: '每人同时最多约',
    unit: '座',
    extra: '还没有乘的都算，长期预约自动约上的除外。',
    range: [1, 200],
  },
]

interface Props {
  setting: ShuttleSetting
  feedPath: string
  onSaved: () => void
}

/** When seats can be reserved and given back, and whether the timetable is open data. */
export function SettingsForm({ setting, feedPath, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<ShuttleSetting>()
  const [isDirty, setIsDirty] = useState(false)
  const isPublic = Form.useWatch('isPublic', form)
  const task = useTask(saveShuttleSetting, noRefusals)
  const mayWrite = useDuty('fleet', 'manager', 'admin')

  async function save(wanted: ShuttleSetting) {
    if (!(await task.run(wanted))) return
    message.success('已保存预约规则')
    setIsDirty(false)
    onSaved()
  }

  return (
    <section className='sheet' aria-label='预约规则'>
      <div className='sheet-head'>
        <h2>预约规则</h2>
      </div>
      <Form<ShuttleSetting>
        form={form}
        layout='vertical'
        initialValues={setting}
        disabled={!mayWrite}
        onValuesChange={() => setIsDirty(true)}
        onFinish={save}
      >
        <div className='field-grid'>
          {fields.map(({ name, label, unit, extra, range: [min, max] }) => (
            <Form.Item
              key={name}
              name={name}
              label={label}
              extra={extra}
              rules={[{ required: true, message: '请填写' }]}
            >
              <InputNumber min={min} max={max} precision={0} addonAfter={unit} style={{ width: 160 }} />
            </Form.Item>
          ))}
        </div>
        <Form.Item
          name='isPublic'
          label='公开时刻表（GTFS）'
          valuePropName='checked'
          extra='公开后任何人不用登录就能下载正在使用的时刻表，地图和出行软件可以直接用；不含司机电话和预约。'
        >
          <Switch checkedChildren='已公开' unCheckedChildren='没有公开' />
        </Form.Item>
        {isPublic && (
          <p>
            地址 <Typography.Text copyable>{`${window.location.origin}${feedPath}`}</Typography.Text>
            {!setting.isPublic && <span className='quiet'>　保存后生效</span>}
          </p>
        )}
        <TroubleNote trouble={task.trouble} />
        {mayWrite && (
          <Button type='primary' htmlType='submit' disabled={!isDirty} loading={task.isRunning}>
            保存规则
          </Button>
        )}
      </Form>
    </section>
  )
}
