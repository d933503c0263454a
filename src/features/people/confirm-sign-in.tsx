import { View } from '@tarojs/components'
import { useState } from 'react'
import { confirmScanSignIn } from '../../../contract/people-sign-in'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { goBack } from '../../go-to'
import { useMe } from '../../session'
import { askToSignIn } from '../../sign-in-first'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { useParams } from '../../use-params'
import './confirm-sign-in.scss'

/** 登录确认: somebody (hopefully the person themself) wants to sign in on another screen. */
export default function ConfirmSignIn() {
  const { code = '' } = useParams<'code'>()
  const me = useMe()
  const [isDone, setDone] = useState(false)
  const [problem, setProblem] = useState('')
  const confirm = async () => {
    setProblem('')
    try {
      const answer = await call(confirmScanSignIn, { code })
      if ('value' in answer) setDone(true)
      else setProblem('这个登录码已经用过或已过期，请在电脑上刷新后重新扫描')
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    }
  }
  if (isDone) {
    return (
      <Page>
        <Empty icon='check' text='已确认，电脑上即将登录。' action='完成' onAction={goBack} />
      </Page>
    )
  }
  return (
    <Page>
      <View className='confirm'>
        <View className='confirm-icon'>
          <Icon name='computer' isLarge />
        </View>
        <View className='confirm-title'>在电脑上登录</View>
        <View className='confirm-text'>
          {me
            ? `将以 ${me.name}（${me.institution.name}，工号 ${me.staffNumber}）的身份登录。`
            : '请先在手机上登录，再确认。'}
        </View>
        <View className='confirm-text'>只有您本人正在电脑前登录时才点确认；别人发来的登录码请不要确认。</View>
      </View>
      <View className='confirm-problem' aria-live='assertive'>
        {problem}
      </View>
      {me ? <Button onTap={confirm}>确认登录</Button> : <Button onTap={askToSignIn}>先登录</Button>}
      <Button kind='plain' onTap={goBack}>
        取消
      </Button>
    </Page>
  )
}
