import { App, Button, Checkbox, Form, Input, InputNumber, Radio, Space } from 'antd'
import { useState } from 'react'
import { openingProblem } from '../../contract/opening-hours'
import type { ValueOf } from '../../contract/procedure'
import { type getRepairSetting, saveRepairSetting, type toldDuties } from '../../contract/repair-catalog'
import { linkTo } from '../address'
import { useDuty } from '../session'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { WeekHoursEditor } from '../ui/week-hours'
import { saveSettingSentences } from './catalog-sentences'
import { optionsOf } from './words'

type RepairSetting = ValueOf<typeof getRepairSetting>

const toldNames = {
  dispatcher: '调度',
  technician: '维修工',
  manager: '办公室主任',
  admin: '管理员',
} satisfies Record<(typeof toldDuties)[number], string>

const escalations = {
  response: '没有按时接单',
  plan: '没有按时给出方案',
  resolve: '没有按时完成',
  visit: '没有按时回访',
} satisfies Record<keyof RepairSetting['escalation'], string>

/** What the service hours have against being kept. */
function weekTrouble(week: RepairSetting['weekly']): string | undefined {
  const isClosed = week.every((ranges) => ranges.length === 0)
  return openingProblem(week, '服务') ?? (isClosed ? '一周中至少要有一段服务时间' : undefined)
}

const rejectWhen = (sentence: string | undefined) =>
  sentence ? Promise.reject(new Error(sentence)) : Promise.resolve()

/** Service hours, duty phone, dispatch, and who is told when a clock has run out. */
export function SettingsForm({ setting, onSaved }: { setting: RepairSetting; onSaved: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<RepairSetting>()
  const [isDirty, setIsDirty] = useState(false)
  const task = useTask(saveRepairSetting, saveSettingSentences)
  const mayKeepDays = useDuty('steward', 'admin')

  async function save(fields: RepairSetting) {
    if (!(await task.run(fields))) return
    message.success('已保存维修设置')
    setIsDirty(false)
    onSaved()
  }

  return (
    <Form<RepairSetting>
      form={form}
      layout='vertical'
      className='sheet settings-form'
      initialValues={setting}
      onValuesChange={() => setIsDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      <Section>服务</Section>
      <Form.Item name='dutyPhone' label='值班电话' extra='报修选「紧急」时，手机上一键拨打；不填则不显示。'>
        <Input maxLength={30} inputMode='tel' style={{ width: 220 }} placeholder='例如：010-55501234' />
      </Form.Item>
      <Form.Item name='dispatch' label='新工单'>
        <Radio.Group className='policy-choice'>
          <Radio value='auto'>
            自动派单
            <span className='quiet'>派给有这项技能、正在值班、手上最少的人；找不到合适的人就留给调度。</span>
          </Radio>
          <Radio value='desk'>
            由调度派单
            <span className='quiet'>调度在工单页逐件派给维修人员；维修人员也可以自己抢单。</span>
          </Radio>
        </Radio.Group>
      </Form.Item>

      <Section>服务时间</Section>
      <Form.Item
        name='weekly'
        label='每周服务时间'
        extra='「按服务时间」的时限只计这些时段；节假日不计，调休上班日按周一计。'
        rules={[{ validator: (_, week) => rejectWhen(weekTrouble(week)) }]}
      >
        <WeekHoursEditor none='不服务' />
      </Form.Item>
      <Form.Item
        name='publishedThrough'
        label='节假日已录入到'
        rules={[{ required: true, message: '请填写年份' }]}
        extra={
          <>
            落在这一年之后的期限会标明「暂定」。放假安排公布后，先在
            {mayKeepDays ? <a href={linkTo('/booking/special-days')}>节假日与调休</a> : '节假日与调休'}
            里录入，再改这里。
          </>
        }
      >
        <InputNumber min={2020} max={2099} precision={0} addonAfter='年' style={{ width: 130 }} />
      </Form.Item>

      <Section>超时后通知谁</Section>
      <div className='told'>
        {(Object.keys(escalations) as (keyof typeof escalations)[]).map((clock) => (
          <Form.Item key={clock} name={['escalation', clock]} label={escalations[clock]}>
            <Checkbox.Group options={optionsOf(toldNames)} />
          </Form.Item>
        ))}
      </div>

      <div className='form-actions settings-actions'>
        <TroubleNote trouble={task.trouble}>
          {typeof task.trouble?.detail?.problem === 'string' && <div>{task.trouble.detail.problem}</div>}
        </TroubleNote>
        <Space>
          <Button type='primary' htmlType='submit' disabled={!isDirty} loading={task.isRunning}>
            保存
          </Button>
          <span className='quiet'>保存后，未完成工单的期限会在一两分钟内重新计算。</span>
        </Space>
      </div>
    </Form>
  )
}
