import { App, Button } from 'antd'
import { type FunctionComponent, useState } from 'react'
import type { Ticket } from '../../contract/repair'
import { isOpen, type TicketAct } from '../../contract/repair-lifecycle'
import { confirmTicket } from '../../contract/repair-requester'
import { acceptTicket, grabTicket, resumeTicket, startTicket } from '../../contract/repair-work'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import type { ActProps } from './act-form'
import { moveSentences } from './sentences'
import { AssignForm, TransferForm } from './ticket-assign'
import { ClassifyForm } from './ticket-classify'
import { FinishForm } from './ticket-finish'
import { HangForm } from './ticket-hang'
import { MergeForm } from './ticket-merge'
import { PlanForm } from './ticket-plan'
import { BounceForm, CancelForm, RefuseForm, ReopenForm } from './ticket-reason'
import { actNames } from './words'

/** Acts that need nothing more, and what is said when they are done. */
const atOnce = {
  grab: [grabTicket, '已接下这件工单'],
  accept: [acceptTicket, '已接单，现在由您负责'],
  start: [startTicket, '已开始处理'],
  resume: [resumeTicket, '已恢复，时限接着计算'],
  confirm: [confirmTicket, '已确认'],
} as const
type AtOnce = keyof typeof atOnce

const forms = {
  assign: AssignForm,
  bounce: BounceForm,
  transfer: TransferForm,
  hang: HangForm,
  finish: FinishForm,
  plan: PlanForm,
  reopen: ReopenForm,
  refuse: RefuseForm,
  cancel: CancelForm,
  classify: ClassifyForm,
  merge: MergeForm,
} satisfies Record<string, FunctionComponent<ActProps>>
type FormAct = keyof typeof forms

const formNames: Record<FormAct, string> = {
  ...actNames,
  plan: '约定上门',
  classify: '改类别与紧急程度',
  merge: '合并到…',
}
/** The likeliest first. */
const order: readonly TicketAct[] = [
  'assign',
  'grab',
  'accept',
  'start',
  'resume',
  'finish',
  'confirm',
  'transfer',
  'hang',
  'bounce',
  'reopen',
  'refuse',
  'cancel',
]

/** What brings a ticket forward; nothing else stands out. */
const forward: readonly string[] = ['assign', 'grab', 'accept', 'start', 'resume', 'finish', 'confirm']

const isAtOnce = (act: TicketAct | FormAct): act is AtOnce => act in atOnce

/** What may be done to a ticket now: the acts its status and one's roles allow, besides correcting and merging it. */
function possible({ acts, status, mergedIntoId, roles }: Ticket): (TicketAct | FormAct)[] {
  if (mergedIntoId) return []
  const isDesk = roles.includes('dispatcher') || roles.includes('manager')
  const isInHand = status === 'accepted' || status === 'working' || status === 'hung'
  const more: FormAct[] = [
    ...(isInHand && (isDesk || roles.includes('assignee')) ? (['plan'] as const) : []),
    ...(isDesk && isOpen(status) ? (['classify', 'merge'] as const) : []),
  ]
  return [...order.filter((act) => acts.includes(act)), ...more]
}

interface Props {
  ticket: Ticket
  onDirty: (isDirty: boolean) => void
  onChanged: () => void
}

/** The acts as buttons, and the form of the one that was chosen. */
export function TicketActs({ ticket, onDirty, onChanged }: Props) {
  const { message } = App.useApp()
  const [opened, setOpened] = useState<FormAct>()
  const acts = possible(ticket)
  const Form = opened && forms[opened]

  function show(act?: FormAct) {
    onDirty(false)
    setOpened(act)
  }

  function done(said: string) {
    message.success(said)
    show()
    onChanged()
  }

  if (acts.length === 0) return null
  return (
    <section className='acts' aria-label='可以做的事'>
      <div className='acts-row'>
        {acts.map((act, i) =>
          isAtOnce(act) ? (
            <ActAtOnce key={act} act={act} ticketId={ticket.ticketId} isMain={i === 0} onDone={done} />
          ) : (
            <Button
              key={act}
              type={i === 0 && forward.includes(act) ? 'primary' : 'default'}
              aria-expanded={act === opened}
              onClick={() => show(act === opened ? undefined : (act as FormAct))}
            >
              {formNames[act as FormAct]}
            </Button>
          ),
        )}
      </div>
      {Form && (
        <Form
          key={opened}
          ticket={ticket}
          onDone={done}
          onCancel={() => show()}
          onDirty={() => onDirty(true)}
          onStale={onChanged}
        />
      )}
    </section>
  )
}

interface AtOnceProps {
  act: AtOnce
  ticketId: string
  isMain: boolean
  onDone: (said: string) => void
}

function ActAtOnce({ act, ticketId, isMain, onDone }: AtOnceProps) {
  const [procedure, said] = atOnce[act]
  const task = useTask<(typeof atOnce)[AtOnce][0]>(procedure, moveSentences)

  async function run() {
    if (await task.run({ ticketId })) onDone(said)
  }

  return (
    <>
      <Button type={isMain ? 'primary' : 'default'} loading={task.isRunning} onClick={run}>
        {actNames[act]}
      </Button>
      <TroubleNote trouble={task.trouble} />
    </>
  )
}
