import { App, Button, DatePicker, Form, Select, Space } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { openingProblem } from '../../contract/opening-hours'
import { saveTechnician, type Technician } from '../../contract/repair-catalog'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { type WeekHours, WeekHoursEditor } from '../ui/week-hours'
import type { useBuildings } from './building-choice'
import { saveTechnicianSentences } from './catalog-sentences'

interface Fields {
  skills: string[]
  buildingIds: string[]
  shifts: WeekHours
  away?: [Dayjs | null, Dayjs | null] | null
}

interface Props {
  technician: Technician
  /** Every skill that is asked for or had. */
  skills: readonly string[]
  buildings: ReturnType<typeof useBuildings>
  onDirty: (isDirty: boolean) => void
  onSaved: (technician: Technician) => void
}

const rejectWhen = (sentence: string | undefined) =>
  sentence ? Promise.reject(new Error(sentence)) : Promise.resolve()

/** What a technician can do, in which buildings, and when they are there. */
export function TechnicianForm({ technician, skills, buildings, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const task = useTask(saveTechnician, saveTechnicianSentences)
  const { personId, awayFrom, awayUntil } = technician

  async function save({ away, ...fields }: Fields) {
    const [from, until] = away ?? []
    const saved = await task.run({
      ...fields,
      personId,
      ...(from ? { awayFrom: from.format('YYYY-MM-DD') } : {}),
      ...(until ? { awayUntil: until.format('YYYY-MM-DD') } : {}),
    })
    if (!saved) return
    message.success(`已保存 ${saved.name}`)
    onSaved(saved)
  }

  return (
    <Form<Fields>
      layout='vertical'
      initialValues={{
        ...technician,
        away: awayFrom || awayUntil ? [awayFrom ? dayjs(awayFrom) : null, awayUntil ? dayjs(awayUntil) : null] : null,
      }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      <Form.Item name='skills' label='技能' extra='自动派单按类别需要的技能找人；可以输入新的技能，回车添加。'>
        <Select
          mode='tags'
          tokenSeparators={['，', ',', '、']}
          maxCount={30}
          placeholder='例如：水暖、电工'
          options={skills.map((value) => ({ value }))}
        />
      </Form.Item>
      <Form.Item name='buildingIds' label='负责的楼宇' extra='不选表示所有楼宇。'>
        <Select
          mode='multiple'
          allowClear
          optionFilterProp='label'
          placeholder='所有楼宇'
          loading={buildings.isLoading}
          options={buildings.options}
        />
      </Form.Item>
      <Form.Item
        name='shifts'
        label='值班时间'
        extra='自动派单只派给正在值班的人；七天都不填，表示不排班，随时可派。跨夜的班分成两段，填在相邻的两天。'
        rules={[{ validator: (_, week) => rejectWhen(openingProblem(week, '值班')) }]}
      >
        <WeekHoursEditor none='不值班' />
      </Form.Item>
      <Form.Item name='away' label='离岗' extra='休假、外出等，这些天不派单；最后一天不填，表示一直到另行通知。'>
        <DatePicker.RangePicker allowEmpty placeholder={['第一天', '最后一天']} />
      </Form.Item>
      <div className='form-actions'>
        <TroubleNote trouble={task.trouble}>
          {typeof task.trouble?.detail?.problem === 'string' && <div>{task.trouble.detail.problem}</div>}
        </TroubleNote>
        <Space>
          <Button type='primary' htmlType='submit' loading={task.isRunning}>
            保存
          </Button>
          {technician.load > 0 && <span className='quiet'>手上的 {technician.load} 件工单不受影响。</span>}
        </Space>
      </div>
    </Form>
  )
}
