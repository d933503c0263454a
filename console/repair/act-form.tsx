import { Button, Form, type FormInstance, Space } from 'antd'
import type { ReactNode } from 'react'
import type { Ticket } from '../../contract/repair'
import type { Trouble } from '../ui/trouble'
import { TroubleNote } from '../ui/trouble-note'

/** What every form of an act is given. */
export interface ActProps {
  ticket: Ticket
  /** It was done: what to tell, and the ticket is read anew. */
  onDone: (said: string) => void
  onCancel: () => void
  /** Something was typed that closing would lose. */
  onDirty: () => void
  /** Reads the ticket anew, as somebody else has changed it. */
  onStale: () => void
}

interface Props<Fields> extends Pick<ActProps, 'onCancel' | 'onDirty' | 'onStale'> {
  /** What the act is called; also what its form is called for those who cannot see it. */
  title: string
  /** What it means for everybody concerned, before it is done. */
  about?: ReactNode
  form?: FormInstance<Fields>
  initialValues?: Partial<Fields>
  task: { isRunning: boolean; trouble?: Trouble }
  /** What the button says: the act, as exactly as is known. */
  submit: string
  isDanger?: boolean
  canSubmit?: boolean
  onSubmit: (fields: Fields) => void
  children?: ReactNode
}

const staleRefusals = ['WRONG_STATUS', 'NOT_YOURS', 'MERGED', 'TICKET_CLOSED', 'NOT_MERGED']

/** The form of one act on a ticket, opened above its facts; trouble keeps what was filled in. */
export function ActForm<Fields extends object>({
  title,
  about,
  form,
  initialValues,
  task,
  submit,
  isDanger,
  canSubmit = true,
  onSubmit,
  onCancel,
  onDirty,
  onStale,
  children,
}: Props<Fields>) {
  const isStale = staleRefusals.includes(task.trouble?.refusal ?? '')
  return (
    <Form<Fields>
      form={form}
      className='act-form'
      aria-label={title}
      layout='vertical'
      initialValues={initialValues}
      onValuesChange={onDirty}
      onFinish={onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <h2>{title}</h2>
      {about && <p className='quiet'>{about}</p>}
      {children}
      <TroubleNote trouble={task.trouble}>
        {isStale && (
          <div>
            <Button size='small' onClick={onStale}>
              刷新工单
            </Button>
          </div>
        )}
      </TroubleNote>
      <Space>
        <Button type='primary' danger={isDanger} htmlType='submit' disabled={!canSubmit} loading={task.isRunning}>
          {submit}
        </Button>
        <Button onClick={onCancel}>收起</Button>
      </Space>
    </Form>
  )
}
