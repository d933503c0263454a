import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { suggest } from '../../../contract/survey-actions'
import { call, noteWrite } from '../../call'
import { keepDraft, recallDraft } from '../../drafts'
import { sentenceOf } from '../../fault'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { Page } from '../../ui/page'
import { suggestSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import './suggest.scss'

const draftName = 'suggestion'
const longest = 300

/** 提建议: a few words; what becomes of them stands on the board. */
export default function Suggest() {
  const me = useMe()
  const words = useRef(recallDraft<string>(draftName) ?? '')
  const [problem, setProblem] = useState<string>()
  const [isSent, setSent] = useState(false)
  if (!me) return <SignInFirst />
  const write = (text: string) => {
    words.current = text
    keepDraft(draftName, text || undefined)
    if (problem) setProblem(undefined)
  }
  const send = async () => {
    const need = words.current.trim()
    if (!need) return setProblem('请先写一写想改的地方')
    try {
      const answer = await call(suggest, { need })
      if ('refusal' in answer) return setProblem(suggestSentences[answer.refusal])
      keepDraft(draftName, undefined)
      noteWrite()
      setSent(true)
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    }
  }
  if (isSent) {
    return (
      <Page>
        <Empty
          icon='check'
          text='收到了，谢谢您。负责人会看；定下来怎么办以后，会写在「你说，我们改」里。'
          action='看看改了什么'
          onAction={() => goTo('board', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page footer={<Button onTap={send}>提交建议</Button>}>
      <Card>
        <View className='suggest'>
          <Field
            label='哪里不方便？希望怎么改？'
            defaultValue={words.current}
            maxLength={longest}
            placeholder='例如：东门自行车棚晚上没有灯，希望装一盏'
            isLong
            problem={problem}
            onText={write}
          />
        </View>
      </Card>
      <View className='suggest-soft'>
        不告诉别人是谁提的。请别写自己或别人的姓名。东西坏了要马上修的，请用「报修」，更快。
      </View>
    </Page>
  )
}
