import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Ticket } from '../../../contract/repair'
import { ratingReasons } from '../../../contract/repair-requester'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Stars } from '../../ui/stars'
import { ReopenSheet } from './reopen-sheet'
import { isMine } from './ticket-words'
import type { Opinion } from './use-ticket'
import { ratingReasonNames, starWords } from './words'
import './rate-card.scss'

interface RateCardProps {
  ticket: Ticket
  onSettle: (opinion: Opinion, mustConfirm: boolean) => Promise<unknown>
  onReopen: (reason: string) => Promise<unknown>
}

const reasonNames: Record<string, string | undefined> = ratingReasonNames
const reasonChoices = ratingReasons.map((value) => ({ value, label: ratingReasonNames[value] }))

function titleOf(ticket: Ticket, mustConfirm: boolean): string {
  if (mustConfirm) return '解决了吗？'
  if (ticket.rating) return isMine(ticket) ? '您的评价' : '报修人的评价'
  if (ticket.status === 'refused') return '还需要处理？'
  return ticket.mayRate ? '评价一下这次服务' : '没有解决？'
}

/** Is it settled? Stars, what was good or bad, and one tap says both; another one opens it again. Nothing when neither is asked. */
export function RateCard({ ticket, onSettle, onReopen }: RateCardProps) {
  const [chosen, setChosen] = useState(0)
  const [reasons, setReasons] = useState<Opinion['reasons']>([])
  const [isReopening, setReopening] = useState(false)
  const words = useRef('')
  const may = (act: 'confirm' | 'reopen') => isMine(ticket) && ticket.acts.indexOf(act) >= 0
  const [mustConfirm, mayReopen] = [may('confirm'), may('reopen')]
  const { mayRate, rating } = ticket
  const toggle = (reason: Opinion['reasons'][number]) =>
    setReasons(reasons.includes(reason) ? reasons.filter((other) => other !== reason) : [...reasons, reason])
  const settle = () => onSettle({ stars: chosen > 0 ? chosen : undefined, reasons, words: words.current }, mustConfirm)
  const button = mustConfirm ? (chosen > 0 ? '已解决，提交评价' : '已解决') : '提交评价'
  const said = [rating?.reasons.map((reason) => reasonNames[reason] ?? reason).join('、'), rating?.words]
  if (!mustConfirm && !mayRate && !mayReopen && !rating) return null
  return (
    <Card title={titleOf(ticket, mustConfirm)}>
      <View>
        {rating ? (
          <View>
            <View className='rate-given'>{`${rating.stars} 星 · ${starWords[rating.stars - 1] ?? ''}`}</View>
            <View>{said.filter(Boolean).join('。')}</View>
          </View>
        ) : null}
      </View>
      <View>
        {mayRate ? (
          <Stars label='评分' words={starWords} chosen={chosen} onChoose={setChosen} hint='点星星打分（可不打）' />
        ) : null}
      </View>
      <View className='rate-more'>
        {mayRate && chosen > 0 ? (
          <View>
            <View className='rate-label'>{chosen >= 4 ? '哪些做得好' : '哪些要改进'}</View>
            <Chips label='原因' choices={reasonChoices} chosen={reasons} onTap={toggle} />
            <Field
              label='还想说的'
              maxLength={300}
              placeholder='可不填'
              onText={(text) => {
                words.current = text
              }}
            />
          </View>
        ) : null}
      </View>
      <View className='rate-acts'>
        {mustConfirm || mayRate ? (
          <Button isDisabled={!mustConfirm && chosen === 0} onTap={settle}>
            {button}
          </Button>
        ) : null}
        {mayReopen ? (
          <Button kind='plain' onTap={() => setReopening(true)}>
            {ticket.status === 'refused' ? '重新打开' : '没有解决，重新打开'}
          </Button>
        ) : null}
      </View>
      <ReopenSheet
        isOpen={isReopening}
        onClose={() => setReopening(false)}
        onReopen={async (reason) => {
          setReopening(false)
          await onReopen(reason)
        }}
      />
    </Card>
  )
}
