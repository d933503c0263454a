import { Empty, Input, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import type { Ticket } from '../../contract/repair'
import { type Suggestion, suggestTechnicians } from '../../contract/repair-work'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { ticketSentences } from './sentences'

const manyPeople = 8

/** Why somebody is proposed, in words: 会空调 · 负责这栋楼 · 在班 · 手上 3 件. What speaks against is marked. */
function reasonsOf(who: Suggestion, skill: string, hasBuilding: boolean): { text: string; isAgainst: boolean }[] {
  return [
    ...(skill ? [{ text: who.hasSkill ? `会${skill}` : `不会${skill}`, isAgainst: !who.hasSkill }] : []),
    ...(hasBuilding
      ? [{ text: who.isForBuilding ? '负责这栋楼' : '不负责这栋楼', isAgainst: !who.isForBuilding }]
      : []),
    { text: who.isOnShift ? '在班' : '不在班', isAgainst: !who.isOnShift },
    { text: who.load ? `手上 ${who.load} 件` : '手上没有工单', isAgainst: false },
    ...(who.hasBounced ? [{ text: '退回过这件', isAgainst: true }] : []),
  ]
}

interface Props {
  id?: string
  ticket: Ticket
  value?: Suggestion
  onChange?: (who: Suggestion) => void
}

/** Who could do it, the best first, each with the reasons for and against. */
export function TechnicianChoice({ id, ticket, value, onChange }: Props) {
  const asked = useAsk(suggestTechnicians, { ticketId: ticket.ticketId }, ticketSentences)
  const [query, setQuery] = useState('')
  const others = asked.value?.technicians.filter(({ personId }) => personId !== ticket.assigneeId)
  const shown = others?.filter(({ name }) => name.includes(query.trim()))
  if (!others)
    return asked.trouble ? <TroubleNote trouble={asked.trouble} onRetry={asked.reload} /> : <Skeleton active />
  return (
    <div id={id}>
      {others.length > manyPeople && (
        <Input
          aria-label='查找维修人员'
          placeholder='查找姓名'
          allowClear
          maxLength={20}
          style={{ width: 200, marginBottom: 8 }}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <Radio.Group
        className='people-choice'
        aria-label='派给谁'
        value={value?.personId}
        onChange={(event) => {
          const who = others.find(({ personId }) => personId === event.target.value)
          if (who) onChange?.(who)
        }}
      >
        {shown?.map((who) => (
          <Radio key={who.personId} value={who.personId}>
            <strong>{who.name}</strong>
            <span className='reasons'>
              {reasonsOf(who, asked.value?.skill ?? '', ticket.placeId !== undefined).map(({ text, isAgainst }) => (
                <span key={text} className={isAgainst ? 'reason-against' : 'reason-for'}>
                  {text}
                </span>
              ))}
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {shown?.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            others.length ? '没有叫这个名字的维修人员' : '还没有可以派的维修人员，请先在「维修人员」里登记技能和班次'
          }
        />
      )}
    </div>
  )
}
