import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { InGroups } from '../../ui/in-groups'
import { Page } from '../../ui/page'
import { usePresent } from '../../use-present'
import { AnonymousLine } from './anonymous-line'
import { ItemView } from './item'
import { type Answering, type Questionnaire, useAnswering } from './use-answering'
import { dotted, momentText } from './words'
import './answer-form.scss'

function Progress({ answering }: { answering: Answering }) {
  const { answered, questions, place, places } = answering
  const share = questions === 0 ? 100 : Math.round((answered / questions) * 100)
  return (
    <View className='answer-progress'>
      <View className='answer-progress-track'>
        <View className='answer-progress-bar' style={`width: ${share}%`} />
      </View>
      <View className='answer-progress-words'>
        {dotted(`已答 ${answered} 题，共 ${questions} 题`, places > 1 && `第 ${place} 页，共 ${places} 页`)}
      </View>
    </View>
  )
}

/** Back, and on: in the reach of a thumb. */
function Steps({ answering, onSubmit }: { answering: Answering; onSubmit: () => Promise<void> }) {
  return (
    <View className='answer-steps'>
      {answering.hasBefore ? (
        <Button kind='plain' onTap={answering.back}>
          上一页
        </Button>
      ) : null}
      {answering.isLast ? (
        <Button key='submit' onTap={onSubmit}>
          提交
        </Button>
      ) : (
        <Button key='next' onTap={answering.forward}>
          下一页
        </Button>
      )}
    </View>
  )
}

interface AnswerFormProps {
  questionnaire: Questionnaire
  onDone: (thanks: string) => void
}

/** The questions of one screen after the other; what is filled in is kept on this phone. */
export function AnswerForm({ questionnaire, onDone }: AnswerFormProps) {
  const answering = useAnswering(questionnaire, onDone)
  const [trouble, setTrouble] = useState('')
  const { now, zone } = usePresent()
  const { definition, isAnonymous, closesAt } = questionnaire
  const isFirst = !answering.hasBefore
  return (
    <Page
      footer={
        <View>
          <View className='answer-trouble' aria-live='polite'>
            {trouble}
          </View>
          <Steps answering={answering} onSubmit={async () => setTrouble((await answering.submit()) ?? '')} />
        </View>
      }
    >
      <View className='answer-top'>
        {isFirst ? (
          <View className='answer-head'>
            <View className='answer-title'>{definition.title}</View>
            <View className='answer-soft'>{definition.intro}</View>
            <View className='answer-soft'>{`${momentText(closesAt, now, zone)} 截止`}</View>
            <AnonymousLine isAnonymous={isAnonymous} />
          </View>
        ) : null}
      </View>
      <Progress answering={answering} />
      <View key={answering.place} className='answer-items'>
        <InGroups items={answering.items} keyOf={({ code }) => code} className='answer-group'>
          {(item) => (
            <View key={item.code} id={`item-${item.code}`} className='answer-item'>
              {answering.visible.has(item.code) ? <ItemView item={item} answering={answering} /> : null}
            </View>
          )}
        </InGroups>
      </View>
      <View className='answer-kept'>没答完也没关系：填的内容留在这台手机上，七天内回来接着答。</View>
    </Page>
  )
}
