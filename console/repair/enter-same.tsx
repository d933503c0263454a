import { Button, Empty, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { getTicket } from '../../contract/repair'
import type { lookAtPlace, OpenTicket } from '../../contract/repair-places'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { TroubleNote } from '../ui/trouble-note'
import { type Asked, useAsk } from '../ui/use-ask'
import { ticketSentences } from './sentences'
import { PeopleMark, StatusMark } from './ticket-marks'

/** The open ticket that reports the same. */
export interface Same {
  ticketId: string
  number: string
  categoryId: string
}

interface Props {
  look: Asked<ValueOf<typeof lookAtPlace>>
  placeId?: string
  chosen?: Same
  onChoose: (same?: Same) => void
}

/** What is open at the place already: the same fault is entered once more and then follows it. */
export function EnterSame({ look, placeId, chosen, onChoose }: Props) {
  const here = placeId && look.value?.place.placeId === placeId ? look.value : undefined
  return (
    <aside className='sheet enter-same' aria-label='这个地点没办完的工单'>
      <h2>这个地点没办完的工单</h2>
      {!placeId && <p className='quiet'>选好地点后显示。同一件事不用处理两次：勾选后保存，会自动合并过去。</p>}
      {placeId && !here && !look.trouble && <Skeleton active title={false} />}
      {placeId && <TroubleNote trouble={look.trouble} onRetry={look.reload} />}
      {here?.openTickets.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这里没有没办完的工单，照常录入即可' />
      )}
      {here?.openTickets.map((open) => (
        <OpenHere key={open.ticketId} open={open} isChosen={chosen?.ticketId === open.ticketId} onChoose={onChoose} />
      ))}
    </aside>
  )
}

interface OpenProps {
  open: OpenTicket
  isChosen: boolean
  onChoose: (same?: Same) => void
}

function OpenHere({ open, isChosen, onChoose }: OpenProps) {
  const zone = useZone()
  const [isWanted, setIsWanted] = useState(false)
  const { value, trouble } = useAsk(getTicket, { ticketId: open.ticketId }, ticketSentences)
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once its number is known
  useEffect(() => {
    if (!isWanted || !value) return
    setIsWanted(false)
    onChoose({ ticketId: value.ticketId, number: value.number, categoryId: value.categoryId })
  }, [isWanted, value])
  return (
    <article className={isChosen ? 'same same-chosen' : 'same'} aria-label={open.category}>
      <strong>{open.category}</strong> <StatusMark status={open.status} />
      <PeopleMark priority={open.priority} />
      <div className='quiet'>
        {value?.number} {showInstant(open.createdAt, zone)} {value?.requester}
      </div>
      {value?.words && <div>「{value.words}」</div>}
      {trouble && <div className='remark-error'>{trouble.sentence}</div>}
      <Button size='small' aria-pressed={isChosen} onClick={() => (isChosen ? onChoose() : setIsWanted(true))}>
        {isChosen ? '已选，保存后合并到它' : '是同一件事，合并到它'}
      </Button>
    </article>
  )
}
