import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Ticket } from '../../../contract/repair'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { sure } from '../../ui/say'
import { CommentSheet } from './comment-sheet'
import { EditSheet } from './edit-sheet'
import { isFollowed, isMine } from './ticket-words'
import type { useTicket } from './use-ticket'
import './ticket-acts.scss'

interface TicketActsProps {
  ticket: Ticket
  /** Epoch ms. */
  now: number
  zone: string
  acts: Pick<ReturnType<typeof useTicket>, 'edit' | 'comment' | 'cancel'>
}

/** What whoever reported it can do besides confirming: correct, add words, withdraw, report another thing there. */
export function TicketActs({ ticket, now, zone, acts }: TicketActsProps) {
  const [sheet, setSheet] = useState<'edit' | 'comment'>()
  const close = () => setSheet(undefined)
  const mayComment = !isFollowed(ticket) && (isMine(ticket) || ticket.roles.some((role) => role !== 'technician'))
  const mayCancel = isMine(ticket) && ticket.acts.indexOf('cancel') >= 0
  const mayEdit = isMine(ticket) && ticket.mayEdit
  const cancel = async () => {
    if (await sure('撤销后不会有人来处理。确定撤销吗？', '撤销工单')) await acts.cancel()
  }
  return (
    <View className='ticket-acts'>
      {mayEdit || mayComment || ticket.placeId ? (
        <Card isFlush>
          {mayEdit ? <Row icon='text' title='修改填写的内容' onTap={() => setSheet('edit')} /> : null}
          {mayComment ? <Row icon='plus' title='补充说明' onTap={() => setSheet('comment')} /> : null}
          {ticket.placeId ? (
            <Row icon='place' title='看这个地方' onTap={() => goTo('place', { placeId: ticket.placeId })} />
          ) : null}
        </Card>
      ) : null}
      {mayCancel ? (
        <Button kind='danger' onTap={cancel}>
          撤销工单
        </Button>
      ) : null}
      <View>
        {sheet === 'edit' ? (
          <EditSheet
            ticket={ticket}
            isOpen
            now={now}
            zone={zone}
            onClose={close}
            onEdit={async (changes) => {
              close()
              await acts.edit(changes)
            }}
          />
        ) : null}
        <CommentSheet
          isOpen={sheet === 'comment'}
          onClose={close}
          onComment={async (words) => {
            close()
            await acts.comment(words)
          }}
        />
      </View>
    </View>
  )
}
