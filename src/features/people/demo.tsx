import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type personas, signInAsDemo } from '../../../contract/people-sign-in'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { isOffered } from '../../platform/offers'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { enter } from './after-sign-in'

type Persona = (typeof personas)[number]

const offered = [
  { persona: 'staff', title: '职工', note: '预订会议室、查看自己的预订' },
  { persona: 'colleague', title: '另一位职工', note: '看看别人的预订是什么样子' },
  { persona: 'kitchen', title: '食堂师傅', note: '看人数、标售罄、回评价' },
  { persona: 'admin', title: '管理员', note: '维护名册和会议室' },
  { persona: 'outsider', title: '另一个单位的职工', note: '两个单位互相看不见' },
] as const satisfies readonly { persona: Persona; title: string; note: string }[]

/** In a browser, when the server runs with its demo institution: come in as somebody of it. */
export function Demo({ back }: { back: string | undefined }) {
  const [isDemo, setDemo] = useState(false)
  useEffect(() => {
    isOffered(signInAsDemo.name).then(setDemo)
  }, [])
  const enterAs = async (persona: Persona) => {
    try {
      const answer = await call(signInAsDemo, { persona })
      if ('value' in answer) await enter(answer.value, back)
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
  }
  return (
    <View>
      {isDemo ? (
        <Card title='演示身份，无需密码' isFlush>
          {offered.map(({ persona, title, note }) => (
            <Row key={persona} title={title} note={note} onTap={() => enterAs(persona)} />
          ))}
        </Card>
      ) : null}
    </View>
  )
}
