import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { requestBinding } from '../../../contract/people-sign-in'
import type { RefusalOf } from '../../../contract/procedure'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { goTo } from '../../go-to'
import { accountName, askAccount } from '../../platform/account'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import './bind.scss'

const sentences: Record<RefusalOf<typeof requestBinding>, string> = {
  ACCOUNT_UNKNOWN: `没有取得您的${accountName}账号，请关闭后重新打开再试`,
  NO_SUCH_INSTITUTION: '没有找到这个单位，请填写单位全称',
  TOO_MANY_TRIES: '申请的次数太多了，请明天再试，或直接联系管理员',
}

/** Asking an administrator to bind the account; the answer comes when they have looked. */
export function AskAdministrator() {
  const form = useRef({ institution: '', staffNumber: '', name: '' })
  const [problem, setProblem] = useState('')
  const [isSent, setSent] = useState(false)
  const ask = async () => {
    if (Object.values(form.current).some((text) => !text.trim())) {
      setProblem('请填写单位、工号和姓名')
      return
    }
    setProblem('')
    try {
      const answer = await call(requestBinding, { account: await askAccount(), ...form.current })
      if ('value' in answer) setSent(true)
      else setProblem(sentences[answer.refusal])
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    }
  }
  if (isSent) {
    return (
      <Empty
        icon='check'
        text='申请已提交。管理员同意后，再点“登录”即可进入。'
        action='回首页'
        onAction={() => goTo('home')}
      />
    )
  }
  return (
    <View className='bind'>
      <View className='bind-text'>提交后由单位管理员核对名册，一般一个工作日内答复。</View>
      <Field label='单位' maxLength={40} placeholder='单位全称' onText={(text) => (form.current.institution = text)} />
      <Field label='工号' maxLength={30} onText={(text) => (form.current.staffNumber = text)} />
      <Field label='姓名' maxLength={30} onText={(text) => (form.current.name = text)} onDone={ask} />
      <View className='bind-problem' aria-live='assertive'>
        {problem}
      </View>
      <Button onTap={ask}>提交申请</Button>
    </View>
  )
}
