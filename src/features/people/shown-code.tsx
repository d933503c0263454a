import { Image, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { finishScanSignIn } from '../../../contract/people-sign-in'
import { call } from '../../call'
import { client } from '../../platform/account'
import { newSignInCode, type SignInCode } from '../../platform/sign-in-code'
import { Card } from '../../ui/card'
import { enter } from './after-sign-in'
import './shown-code.scss'

/** How often the page asks whether somebody has confirmed, and how long one code stands, in milliseconds. */
const askEvery = 2_500
const standsFor = 120_000

/** In a browser: a code to scan with the phone that is signed in already. Nothing on phones. */
export function ShownCode({ back }: { back: string | undefined }) {
  const [code, setCode] = useState<SignInCode>()
  const [isSeen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))

  useEffect(() => {
    if (!isSeen) return
    const renew = () => newSignInCode().then(setCode)
    renew()
    const timer = setInterval(renew, standsFor)
    return () => clearInterval(timer)
  }, [isSeen])

  useEffect(() => {
    if (!isSeen || !code) return
    const timer = setInterval(() => {
      call(finishScanSignIn, { secret: code.secret, client })
        .then((answer) => {
          if ('value' in answer) return enter(answer.value, back)
          if (answer.refusal === 'CODE_EXPIRED') return newSignInCode().then(setCode)
        })
        .catch(() => {
          // No answer this time; the next question comes in a moment.
        })
    }, askEvery)
    return () => clearInterval(timer)
  }, [isSeen, code, back])

  return (
    <View>
      {code ? (
        <Card title='用手机扫码登录'>
          <View className='shown-code'>
            <Image className='shown-code-picture' src={code.picture} aria-label='登录二维码' />
            <View className='shown-code-text'>在手机上打开管家小程序，点“扫一扫”，扫描这个二维码并确认。</View>
          </View>
        </Card>
      ) : null}
    </View>
  )
}
