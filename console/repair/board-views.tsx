import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Popconfirm, Popover } from 'antd'
import { useState } from 'react'
import { listViews, removeView, saveView, type TicketFilter } from '../../contract/repair-desk'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { isNarrowed, isSameFilter } from './board-filter'
import { noRefusals, removeViewSentences, saveViewSentences } from './sentences'

interface Props {
  filter: TicketFilter
  onApply: (filter: TicketFilter) => void
}

/** The filters one has kept under names: applied with a tap, saved, deleted. */
export function BoardViews({ filter, onApply }: Props) {
  const { message } = App.useApp()
  const views = useAsk(listViews, {}, noRefusals)
  const removing = useTask(removeView, removeViewSentences)

  async function remove(viewId: string) {
    const removed = await removing.run({ viewId })
    if (removed) message.success('已删除')
    views.reload()
  }

  return (
    <section className='views' aria-label='常用视图'>
      <span className='quiet'>常用视图</span>
      <Button size='small' aria-pressed={!isNarrowed(filter)} onClick={() => onApply({})}>
        全部
      </Button>
      {views.value?.views.map((view) => (
        <span key={view.viewId} className='view'>
          <Button size='small' aria-pressed={isSameFilter(view.filter, filter)} onClick={() => onApply(view.filter)}>
            {view.name}
          </Button>
          <Popconfirm
            title={`删除视图「${view.name}」？`}
            description='只删除这组条件，工单不受影响。'
            okText='删除'
            cancelText='保留'
            onConfirm={() => remove(view.viewId)}
          >
            <Button size='small' type='text' icon={<CloseOutlined />} aria-label={`删除视图${view.name}`} />
          </Popconfirm>
        </span>
      ))}
      <SaveView filter={filter} onSaved={views.reload} />
      <TroubleNote trouble={views.trouble ?? removing.trouble} />
    </section>
  )
}

function SaveView({ filter, onSaved }: { filter: TicketFilter; onSaved: () => void }) {
  const { message } = App.useApp()
  const [isOpen, setIsOpen] = useState(false)
  const task = useTask(saveView, saveViewSentences)

  async function save({ name }: { name: string }) {
    const saved = await task.run({ name, filter })
    if (!saved) return
    message.success(`已保存视图「${saved.name}」`)
    setIsOpen(false)
    onSaved()
  }

  const form = (
    <Form layout='vertical' style={{ width: 260 }} onFinish={save}>
      <TroubleNote trouble={task.trouble} />
      <Form.Item
        name='name'
        label='视图名称'
        extra='同名的视图会被替换'
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={20} placeholder='例如：综合楼空调' autoFocus />
      </Form.Item>
      <Button type='primary' htmlType='submit' loading={task.isRunning}>
        保存视图
      </Button>
    </Form>
  )
  return (
    <Popover
      trigger='click'
      placement='bottomLeft'
      open={isOpen}
      onOpenChange={setIsOpen}
      content={form}
      destroyOnHidden
    >
      <Button size='small' type='dashed' icon={<PlusOutlined />} disabled={!isNarrowed(filter)}>
        保存当前条件
      </Button>
    </Popover>
  )
}
