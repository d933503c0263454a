import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { bindByInvitation } from '../../../contract/people-sign-in'
import type { RefusalOf } from '../../../contract/procedure'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { accountName, askAccount, client } from '../../platform/account'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { enter } from './after-sign-in'
import './bind.scss'

const sentences: Record<RefusalOf<typeof bindByInvitation>, string> = {
  INVITATION_INVALID: '工号与邀请码不相符，或邀请码已用过、已过期。请核对，或向管理员重新索取',
  ACCOUNT_UNKNOWN: `没有取得您的${accountName}账号，请关闭后重新打开再试`,
  TOO_MANY_TRIES: '试的次数太多了，请一小时后再试，或请管理员审批',
}

/** Binding by staff number and the one-time code an administrator has given out. */
export function BindByInvitation({ back }: { back: string | undefined }) {
  const form = useRef({ staffNumber: '', invitationCode: '' })
  const [problem, setProblem] = useState('')
  const bind = async () => {
    const { staffNumber, invitationCode } = form.current
    if (!staffNumber.trim() || !invitationCode.trim()) {
      setProblem('请填写工号和邀请码')
      return
    }
    setProblem('')
    try {
      const account = await askAccount()
      const answer = await call(bindByInvitation, { account, client, staffNumber, invitationCode })
      if ('value' in answer) await enter(answer.value, back)
      else setProblem(sentences[answer.refusal])
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    }
  }
  return (
    <View className='bind'>
      <View className='bind-text'>邀请码由单位管理员发放，七天内有效，只能用一次。</View>
      <Field
        label='工号'
        maxLength={30}
        placeholder='例如 A10023'
        onText={(text) => (form.current.staffNumber = text)}
      />
      <Field label='邀请码' maxLength={20} onText={(text) => (form.current.invitationCode = text)} onDone={bind} />
      <View className='bind-problem' aria-live='assertive'>
        {problem}
      </View>
      <Button onTap={bind}>绑定并登录</Button>
    </View>
  )
}
