import { Alert, App, Button, Form, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { type CanteenSetting, saveCanteenSetting } from '../../contract/canteen-feedback'
import { openingProblem } from '../../contract/opening-hours'
import { linkTo } from '../address'
import { useDuty } from '../session'
import { ColleagueSelect } from '../ui/colleague-select'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { WeekHoursEditor } from '../ui/week-hours'
import { saveSettingSentences } from './feedback-sentences'

/** What the service hours have against being kept. */
function weekTrouble(week: CanteenSetting['weekly']): string | undefined {
  const isClosed = week.every((ranges) => ranges.length === 0)
  return openingProblem(week, '服务') ?? (isClosed ? '一周中至少要有一段服务时间' : undefined)
}

/** How comments are answered; the office may change it, the kitchen looks. */
export function SettingsForm({ setting, onSaved }: { setting: CanteenSetting; onSaved: () => void }) {
  const { message } = App.useApp()
  const [isDirty, setIsDirty] = useState(false)
  const task = useTask(saveCanteenSetting, saveSettingSentences)
  const mayWrite = useDuty('manager', 'admin')
  const mayKeepDays = useDuty('steward', 'admin')
  const known = setting.dutyManagerId ? { personId: setting.dutyManagerId, name: setting.dutyManager ?? '' } : undefined

  async function save(fields: CanteenSetting) {
    if (!(await task.run({ ...fields, dutyManagerId: fields.dutyManagerId || undefined }))) return
    message.success('已保存食堂设置')
    setIsDirty(false)
    onSaved()
  }

  return (
    <Form<CanteenSetting>
      layout='vertical'
      className='sheet canteen-settings'
      initialValues={setting}
      disabled={!mayWrite}
      onValuesChange={() => setIsDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      {!mayWrite && <Alert type='info' showIcon message='这里由办公室主任或管理员修改，您可以查看。' />}
      <Section>回复评价</Section>
      <Form.Item
        name='answerMinutes'
        label='多久内回复'
        rules={[{ required: true, message: '请填写分钟数' }]}
        extra='只计服务时间；到时没有回复会升级给办公室主任。'
      >
        <InputNumber min={5} max={10_080} precision={0} addonAfter='分钟' style={{ width: 160 }} />
      </Form.Item>
      <Form.Item
        name='weekly'
        label='服务时间'
        extra='节假日不计，调休上班日按周一计。'
        rules={[
          {
            validator: (_, week) => {
              const sentence = weekTrouble(week)
              return sentence ? Promise.reject(new Error(sentence)) : Promise.resolve()
            },
          },
        ]}
      >
        <WeekHoursEditor none='不服务' />
      </Form.Item>
      <Form.Item
        name='publishedThrough'
        label='节假日已录入到'
        rules={[{ required: true, message: '请填写年份' }]}
        extra={
          <>
            放假安排公布后，先在
            {mayKeepDays ? <a href={linkTo('/booking/special-days')}>节假日与调休</a> : '节假日与调休'}
            里录入，再改这里。
          </>
        }
      >
        <InputNumber min={2020} max={2099} precision={0} addonAfter='年' style={{ width: 130 }} />
      </Form.Item>

      <Section>立即通知</Section>
      <Form.Item
        name='dutyManagerId'
        label='值班主任'
        style={{ maxWidth: 360 }}
        extra='一两星和卫生问题立即通知；不指定时通知所有办公室主任。'
      >
        <ColleagueSelect placeholder='所有办公室主任' known={known} />
      </Form.Item>
      <Form.Item
        name='hygieneWords'
        label='卫生词'
        extra='评价里出现这些词，或者选了「卫生」，就立即通知。回车或顿号隔开，最多 60 个。'
      >
        <Select
          mode='tags'
          open={false}
          suffixIcon={null}
          maxCount={60}
          tokenSeparators={['、', '，', ',', '；', ';', '\n', ' ']}
        />
      </Form.Item>
      {mayWrite && (
        <div className='form-actions'>
          <TroubleNote trouble={task.trouble}>
            {typeof task.trouble?.detail?.problem === 'string' && <div>{task.trouble.detail.problem}</div>}
          </TroubleNote>
          <Space>
            <Button type='primary' htmlType='submit' disabled={!isDirty} loading={task.isRunning}>
              保存
            </Button>
            <span className='quiet'>保存后，还没有回复的评价会在一两分钟内重新计算期限。</span>
          </Space>
        </div>
      )}
    </Form>
  )
}
