import { PlusOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Drawer, Empty, Form, Input, Popconfirm, Select, Space, Table, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { getShuttleSetting, listShuttleNotices, saveShuttleNotice } from '../../contract/shuttle-fleet'
import type { ShuttleNotice } from '../../contract/shuttle-words'
import { dayOf } from '../../contract/zone'
import { useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { useTask } from '../ui/use-task'
import './shuttle.css'
import { noRefusals, noticeSentences } from './sentences'
import { dayText } from './words'

interface Fields {
  title: string
  body: string
  routeIds: string[]
  days: [dayjs.Dayjs, dayjs.Dayjs]
}

/** Notices for riders: what changes on some days, on all lines or some. */
export default function Notices() {
  const { message } = App.useApp()
  const today = dayOf(Date.now(), useZone())
  const asked = useAsk(listShuttleNotices, {}, noRefusals)
  const setting = useAsk(getShuttleSetting, {}, noRefusals)
  const task = useTask(saveShuttleNotice, noticeSentences)
  const [open, setOpen] = useState<ShuttleNotice | 'new'>()
  const { leave, setIsDirty } = useLeave(() => setOpen(undefined))
  const lines = setting.value?.lines.map(({ route }) => route) ?? []
  const nameOf = (routeId: string) => lines.find((route) => route.routeId === routeId)?.shortName ?? routeId
  const notice = open === 'new' ? undefined : open

  function begin(which: ShuttleNotice | 'new') {
    task.clear()
    setOpen(which)
  }

  async function save({ days: [from, until], ...fields }: Fields) {
    const days = { from: from.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD') }
    if (!(await task.run({ ...fields, ...days, noticeId: notice?.noticeId }))) return
    message.success('已保存通知，乘客在班车页能看到')
    setIsDirty(false)
    setOpen(undefined)
    asked.reload()
  }

  async function takeBack(each: ShuttleNotice) {
    if (!(await task.run({ ...each, isRemoved: true }))) return
    message.success('已撤回通知')
    asked.reload()
  }

  return (
    <>
      <PageHead title='班车通知' about='改道、改站、停运等临时安排。在有效的日子里显示在乘客的班车页上。'>
        <Button type='primary' icon={<PlusOutlined />} onClick={() => begin('new')}>
          写通知
        </Button>
      </PageHead>
      <div className='sheet'>
        <TroubleNote trouble={asked.trouble} onRetry={asked.reload} />
        {!open && <TroubleNote trouble={task.trouble} />}
        {(asked.value || !asked.trouble) && (
          <Table<ShuttleNotice>
            size='middle'
            rowKey='noticeId'
            aria-label='通知'
            loading={{ spinning: asked.isLoading, delay: 200 }}
            dataSource={asked.value?.notices}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            scroll={{ x: true }}
            locale={{
              emptyText: asked.value ? (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description='还没有通知。线路临时有变化时，写一条告诉乘客'
                />
              ) : (
                ' '
              ),
            }}
            columns={[
              {
                title: '状态',
                className: 'whole-line',
                render: (_, { from, until }) =>
                  until < today ? (
                    <Tag>已过期</Tag>
                  ) : from > today ? (
                    <Tag color='blue'>未到</Tag>
                  ) : (
                    <Tag color='green'>显示中</Tag>
                  ),
              },
              {
                title: '通知',
                className: 'broad-cell',
                render: (_, { title, body }) => (
                  <>
                    <b>{title}</b>
                    {body && <div className='quiet clip-two'>{body}</div>}
                  </>
                ),
              },
              {
                title: '线路',
                className: 'broad-cell',
                render: (_, { routeIds }) => (routeIds.length === 0 ? '全部线路' : routeIds.map(nameOf).join('、')),
              },
              {
                title: '日期',
                className: 'whole-line',
                render: (_, { from, until }) =>
                  from === until ? dayText(from) : `${dayText(from)} 至 ${dayText(until)}`,
              },
              {
                title: '操作',
                className: 'whole-line',
                render: (_, each) => (
                  <Space size={0}>
                    <Button type='link' size='small' aria-label={`修改 ${each.title}`} onClick={() => begin(each)}>
                      修改
                    </Button>
                    <Popconfirm
                      title='撤回这条通知？'
                      description='乘客不再看到。'
                      okText='撤回'
                      onConfirm={() => takeBack(each)}
                    >
                      <Button type='link' size='small' aria-label={`撤回 ${each.title}`}>
                        撤回
                      </Button>
                    </Popconfirm>
                  </Space>
                ),
              },
            ]}
          />
        )}
      </div>
      <Drawer
        title={notice ? '修改通知' : '写通知'}
        width={560}
        open={open !== undefined}
        onClose={leave}
        destroyOnHidden
      >
        <Form<Fields>
          layout='vertical'
          onValuesChange={() => setIsDirty(true)}
          onFinish={save}
          initialValues={{
            title: notice?.title,
            body: notice?.body,
            routeIds: notice?.routeIds ?? [],
            days: [dayjs(notice?.from ?? today), dayjs(notice?.until ?? today)],
          }}
        >
          <Form.Item name='title' label='标题' rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
            <Input maxLength={40} showCount autoFocus placeholder='例如：北门施工，改停东门' />
          </Form.Item>
          <Form.Item name='body' label='内容'>
            <Input.TextArea maxLength={500} showCount rows={5} />
          </Form.Item>
          <Form.Item name='routeIds' label='线路' extra='不选就是全部线路。'>
            <Select
              mode='multiple'
              optionFilterProp='label'
              placeholder='全部线路'
              options={lines.map(({ routeId, shortName }) => ({ value: routeId, label: shortName }))}
            />
          </Form.Item>
          <Form.Item name='days' label='显示的日子' rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker.RangePicker style={{ width: '100%' }} />
          </Form.Item>
          <div className='form-actions'>
            <TroubleNote trouble={task.trouble} />
            <Button type='primary' htmlType='submit' loading={task.isRunning}>
              保存
            </Button>
          </div>
        </Form>
      </Drawer>
    </>
  )
}
