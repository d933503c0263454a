import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { bindByPhone } from '../../../contract/people-sign-in'
import type { RefusalOf } from '../../../contract/procedure'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { accountName, askAccount, client } from '../../platform/account'
import { PhoneButton } from '../../platform/phone-button'
import { enter } from './after-sign-in'
import './bind.scss'

const sentences: Record<RefusalOf<typeof bindByPhone>, string> = {
  PHONE_NOT_ON_ROSTER: '名册里没有这个手机号。请改用邀请码绑定，或请管理员审批',
  PHONE_NOT_VERIFIED: '没有取得经过验证的手机号，请再试一次，或改用邀请码绑定',
  ACCOUNT_UNKNOWN: `没有取得您的${accountName}账号，请关闭后重新打开再试`,
}

/** Binding by the phone number the platform has verified. */
export function BindByPhone({ back }: { back: string | undefined }) {
  const [problem, setProblem] = useState('')
  const isRunning = useRef(false)
  const bind = async (phoneCode: string) => {
    if (isRunning.current) return
    isRunning.current = true
    setProblem('')
    try {
      const answer = await call(bindByPhone, { account: await askAccount(), client, phoneCode })
      if ('value' in answer) await enter(answer.value, back)
      else setProblem(sentences[answer.refusal])
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    }
    isRunning.current = false
  }
  return (
    <View className='bind'>
      <View className='bind-text'>手机号只用来在名册中找到您，须与名册登记的一致。</View>
      <PhoneButton onCode={bind} onRefused={() => setProblem('没有取得手机号，您可以改用邀请码或管理员审批')}>
        用手机号绑定
      </PhoneButton>
      <View className='bind-problem' aria-live='assertive'>
        {problem}
      </View>
    </View>
  )
}
