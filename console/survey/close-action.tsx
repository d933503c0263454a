import { App, Button, Empty, Form, Input, Select } from 'antd'
import { getSurvey, listSurveys } from '../../contract/survey'
import { closeAction } from '../../contract/survey-actions'
import { itemsOf } from '../../contract/survey-definition'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import type { RunAction } from './action-words'
import { nameOfItem } from './condition-words'
import { closeActionSentences } from './result-sentences'
import { noRefusals, surveySentences } from './sentences'
import { wholeDefinition } from './survey-file'

interface Fields {
  surveyId?: string
  item?: string
  reason?: string
}

const measurable = ['csat', 'scale', 'nps', 'number']

/** Closes what is done by a later survey that asked the same again: only a measurement says that it got better. */
export function CloseAction({ action, onClosed }: { action: RunAction; onClosed: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const task = useTask(closeAction, closeActionSentences)
  const surveyId = Form.useWatch('surveyId', form)
  const surveys = useAsk(listSurveys, { status: 'closed', limit: 100 }, noRefusals)
  const chosen = useAsk(getSurvey, surveyId ? { surveyId } : undefined, surveySentences)
  const items = chosen.isCurrent && chosen.value ? itemsOf(wholeDefinition(chosen.value.definition)) : []
  const questions = items.filter(({ kind }) => measurable.includes(kind)).map(({ code }) => code)
  const later = surveys.value?.items.filter((each) => each.surveyId !== action.surveyId) ?? []

  async function close(fields: Fields) {
    const { surveyId: by = '', item = '', reason } = fields
    const closed = await task.run({ actionId: action.actionId, surveyId: by, item, reason })
    if (!closed) return
    const { meanBefore, meanAfter } = closed
    message.success(
      meanBefore === undefined
        ? `已复测，这次平均 ${meanAfter.toFixed(2)}`
        : `已复测：平均从 ${meanBefore.toFixed(2)} 到 ${meanAfter.toFixed(2)}`,
    )
    onClosed()
  }

  if (surveys.value && later.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description='还没有已经结束的后来的问卷。做完以后再问一次同样的题，才能说有没有变好'
      />
    )
  return (
    <Form<Fields>
      form={form}
      layout='vertical'
      aria-label='复测'
      initialValues={{ item: action.item }}
      onFinish={close}
    >
      <p className='quiet'>选一份做完以后的问卷，用同样的题再量一次，再结束这件事。</p>
      <Form.Item name='surveyId' label='哪份问卷' rules={[{ required: true, message: '请选择问卷' }]}>
        <Select
          showSearch
          optionFilterProp='label'
          loading={surveys.isLoading}
          options={later.map((each) => ({ value: each.surveyId, label: each.title }))}
        />
      </Form.Item>
      {surveyId && (
        <Form.Item
          name='item'
          label='哪道题'
          getValueProps={(code) => ({ value: questions.includes(code) ? code : undefined })}
          rules={[{ required: true, type: 'enum', enum: questions, message: '请选择题目' }]}
        >
          <Select
            loading={chosen.isLoading}
            options={questions.map((code) => ({ value: code, label: nameOfItem(items, code, 30) }))}
          />
        </Form.Item>
      )}
      <Form.Item name='reason' label='结果怎样（可以不写）'>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Form.Item>
      <TroubleNote trouble={task.trouble} />
      <Button type='primary' htmlType='submit' loading={task.isRunning || chosen.isLoading}>
        复测并结束
      </Button>
    </Form>
  )
}
