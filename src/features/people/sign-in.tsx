import { View } from '@tarojs/components'
import { useState } from 'react'
import { signIn } from '../../../contract/people-sign-in'
import type { RefusalOf } from '../../../contract/procedure'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { goTo } from '../../go-to'
import { accountName, askAccount, client } from '../../platform/account'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { say } from '../../ui/say'
import { useParams } from '../../use-params'
import { enter } from './after-sign-in'
import { Demo } from './demo'
import { OneTimeLink } from './one-time-link'
import { ShownCode } from './shown-code'
import './sign-in.scss'

/** NOT_BOUND is no dead end: it leads to the page where the account is bound. */
const sentences: Record<Exclude<RefusalOf<typeof signIn>, 'NOT_BOUND'>, string> = {
  ACCOUNT_UNKNOWN: `没有取得您的${accountName}账号，请稍后再试，或改用邀请码绑定`,
  LEFT: '您已不在本单位的在职名单中。如有疑问，请联系单位管理员',
}

/** 登录: with the account of the platform; who is not bound yet goes on to binding, who does not want to may look around. */
export default function SignIn() {
  const { back, link } = useParams<'back' | 'link'>()
  const [problem, setProblem] = useState('')

  const attempt = async () => {
    setProblem('')
    try {
      const answer = await call(signIn, { account: await askAccount(), client })
      if ('value' in answer) await enter(answer.value, back)
      else if (answer.refusal === 'NOT_BOUND') {
        await goTo('bind', { back }, 'replace')
        // an account that was replaced hears of it here, whatever its platform delivered
        if (typeof answer.detail?.told === 'string') say(answer.detail.told)
      } else setProblem(sentences[answer.refusal])
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    }
  }
  return (
    <Page>
      <View className='sign-in-head'>
        <View className='sign-in-title'>管家</View>
        <View className='sign-in-text'>
          面向本单位职工的后勤服务。请用已绑定工号的账号登录；第一次使用，登录后按提示绑定工号。
        </View>
      </View>
      <Button onTap={attempt}>{`用${accountName}登录`}</Button>
      <View className='sign-in-problem' aria-live='assertive'>
        {problem}
      </View>
      <View className='sign-in-more'>
        <OneTimeLink link={link} back={back} />
        <ShownCode back={back} />
        <Demo back={back} />
      </View>
      <Button kind='link' onTap={() => goTo('home')}>
        暂不登录
      </Button>
    </Page>
  )
}
