import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Action, type ActionStatus, voteAction } from '../../../contract/survey-actions'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { Answers } from '../../ui/answers'
import { Badge } from '../../ui/badge'
import { say } from '../../ui/say'
import { voteSentences } from './sentences'
import { dayText, dotted, figure, statusNames } from './words'
import './board-action.scss'

const voteChoices = [
  { value: 'better', label: '变好了' },
  { value: 'same', label: '差不多' },
  { value: 'worse', label: '变差了' },
] as const

const tones: Record<ActionStatus, 'brand' | 'quiet' | 'accent'> = {
  proposed: 'quiet',
  adopted: 'accent',
  postponed: 'quiet',
  declined: 'quiet',
  done: 'brand',
  closed: 'brand',
}

/** 变好了吗: one tap, which may be changed; beside it what others said. */
function Vote({ action }: { action: Action }) {
  const [voted, setVoted] = useState<Pick<Action, 'better' | 'same' | 'worse' | 'mine'>>()
  const { better, same, worse, mine } = voted ?? action
  const vote = async (choice: NonNullable<Action['mine']>) => {
    try {
      const answer = await call(voteAction, { actionId: action.actionId, vote: choice })
      if ('value' in answer) setVoted({ ...answer.value, mine: choice })
      else say(voteSentences[answer.refusal])
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
  }
  return (
    <View className='action-vote'>
      <View className='action-soft'>您觉得呢？</View>
      <Answers label='您觉得呢' choices={voteChoices} chosen={mine} onChoose={vote} />
      <View className='action-soft'>
        {better + same + worse > 0 ? `${better} 人说变好了，${same} 人说差不多，${worse} 人说变差了` : ''}
      </View>
    </View>
  )
}

interface BoardActionProps {
  action: Action
  now: number
  zone: string
}

/** One thing people said, what is done about it by whom until when, or why not. */
export function BoardAction({ action, now, zone }: BoardActionProps) {
  const { need, measure, status, reason, owner, dueOn, isOverdue, meanBefore, meanAfter } = action
  const isOver = status === 'done' || status === 'closed'
  const measured =
    meanAfter === undefined
      ? ''
      : meanBefore === undefined
        ? `再次调查：平均 ${figure(meanAfter)} 分`
        : `再次调查：平均分从 ${figure(meanBefore)} 到 ${figure(meanAfter)}`
  return (
    <View className='action'>
      <View className='action-state'>
        <Badge tone={tones[status]}>{statusNames[status]}</Badge>
        {isOverdue ? <Badge tone='danger'>晚了</Badge> : null}
      </View>
      <View className='action-need'>{`你说：${need}`}</View>
      <View className='action-measure'>{measure ? `我们改：${measure}` : ''}</View>
      <View className='action-soft'>
        {dotted(owner && `负责人 ${owner}`, !isOver && dueOn !== undefined && `${dayText(dueOn, now, zone)} 前完成`)}
      </View>
      <View className='action-reason'>{reason ? `${isOver ? '结果' : '说明'}：${reason}` : ''}</View>
      <View className='action-reason'>{measured}</View>
      <View className='action-vote-place'>{isOver ? <Vote action={action} /> : null}</View>
    </View>
  )
}
