import { App, Button, Popconfirm, Space, type TableColumnsType, Tag } from 'antd'
import type { InferOutput } from 'valibot'
import { type bindingRequest, decideBinding, listBindingRequests } from '../../contract/people-sign-in'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useTask } from '../ui/use-task'
import { decideBindingSentences, noRefusals } from './sentences'
import { providerWord } from './words'

type Request = InferOutput<typeof bindingRequest>

function RosterName({ request: { name, rosterName } }: { request: Request }) {
  if (rosterName === undefined) return <Tag color='red'>没有这个工号</Tag>
  if (rosterName === name) return <Tag color='green'>{rosterName}，一致</Tag>
  return <Tag color='orange'>{rosterName}，不一致</Tag>
}

/** Requests of people who could not be bound by phone or invitation; an administrator who knows them decides. */
export default function Bindings() {
  const zone = useZone()
  const { message } = App.useApp()
  const cursor = useCursor('')
  const asked = useAsk(listBindingRequests, { cursor: cursor.at }, noRefusals)
  const task = useTask(decideBinding, decideBindingSentences)

  async function decide({ requestId, name }: Request, isApproved: boolean) {
    const decided = await task.run({ requestId, isApproved })
    if (decided) message.success(isApproved ? `已通过，${name} 现在可以登录` : `已拒绝 ${name} 的申请`)
    asked.reload()
  }

  const columns: TableColumnsType<Request> = [
    {
      title: '申请时间',
      dataIndex: 'requestedAt',
      className: 'whole-line',
      render: (at: string) => showInstant(at, zone),
    },
    { title: '填写的姓名', dataIndex: 'name', width: 130 },
    { title: '填写的工号', dataIndex: 'staffNumber', width: 130 },
    { title: '花名册中的姓名', render: (_, request) => <RosterName request={request} /> },
    { title: '账号', dataIndex: 'provider', width: 160, render: providerWord },
    {
      title: '处理',
      width: 160,
      render: (_, request) => (
        <Space>
          <Popconfirm
            title={`让这个账号以“${request.rosterName ?? request.name}”的身份登录？`}
            description='请先向本人核实。通过后立即生效，原来绑定的账号会收到通知。'
            okText='通过'
            onConfirm={() => decide(request, true)}
          >
            <Button
              type={request.rosterName === request.name ? 'primary' : 'default'}
              disabled={request.rosterName === undefined || task.isRunning}
            >
              通过
            </Button>
          </Popconfirm>
          <Popconfirm title='拒绝这条申请？' okText='拒绝' onConfirm={() => decide(request, false)}>
            <Button disabled={task.isRunning}>拒绝</Button>
          </Popconfirm>
        </Space>
      ),
    },
  ]

  return (
    <>
      <PageHead title='绑定申请' about='没能用手机号或邀请码绑定的人在这里等待确认。通过前请向本人核实。' />
      <TroubleNote trouble={task.trouble} />
      <div className='sheet'>
        <PagedTable
          label='绑定申请'
          rowKey='requestId'
          columns={columns}
          asked={asked}
          cursor={cursor}
          empty='没有等待处理的申请'
          emptyAction={<Button onClick={asked.reload}>刷新</Button>}
        />
      </div>
    </>
  )
}
