import { Alert, Button, Result, Space } from 'antd'
import { useState } from 'react'
import type { Channel } from '../../contract/repair'
import { formatMoment, parseInstant } from '../../contract/zone'
import { linkTo } from '../address'
import { useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { EnterForm } from './enter-form'
import type { Entered } from './use-enter'

/** The desk takes in what somebody reports by phone, message or paper. */
export default function EnterTicket() {
  const [entered, setEntered] = useState<Entered>()
  const [channel, setChannel] = useState<Channel>('hotline')

  function keep(ticket: Entered, last: Channel) {
    setChannel(last)
    setEntered(ticket)
  }

  return (
    <>
      <PageHead title='代报' about='替打电话、发消息或交纸单的同事录入，报修人会收到每一步的通知。' />
      {entered ? (
        <Done entered={entered} onNext={() => setEntered(undefined)} />
      ) : (
        <EnterForm channel={channel} onEntered={keep} />
      )}
    </>
  )
}

/** The number to be told on the phone, and on to the next call. */
function Done({ entered, onNext }: { entered: Entered; onNext: () => void }) {
  const zone = useZone()
  const { ticketId, number, createdAt, responseDueAt, mergedInto, shortfalls } = entered
  const now = parseInstant(createdAt) ?? 0
  const due = responseDueAt && formatMoment(parseInstant(responseDueAt) ?? 0, now, zone)
  return (
    <div className='sheet' role='status'>
      <Result
        status='success'
        title={<span className='code-large'>{number}</span>}
        subTitle={
          mergedInto
            ? `已录入并合并到 ${mergedInto}，进展以那一件为准。`
            : `已录入，请把编号告诉报修人。${due ? `应在${due} 前有人接单。` : ''}`
        }
        extra={
          <Space>
            <Button type='primary' autoFocus onClick={onNext}>
              再录一单
            </Button>
            <Button href={linkTo('/repair/board', { ticket: ticketId })}>打开这件工单</Button>
          </Space>
        }
      >
        {shortfalls.map((sentence) => (
          <Alert key={sentence} type='warning' showIcon message={sentence} style={{ marginBottom: 8 }} />
        ))}
        {shortfalls.length > 0 && <p className='quiet'>工单已经保存，可以打开它再补。</p>}
      </Result>
    </div>
  )
}
