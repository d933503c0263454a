import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { signInByLink } from '../../../contract/people-sign-in'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { enter } from './after-sign-in'

/** Signs in at once when the page was opened by a one-time link; says so when the link has been used or has expired. */
export function OneTimeLink({ link, back }: { link: string | undefined; back: string | undefined }) {
  const [problem, setProblem] = useState('')
  useEffect(() => {
    if (!link) return
    call(signInByLink, { link })
      .then((answer) => {
        if ('value' in answer) return enter(answer.value, back)
        setProblem('这个登录链接已经用过或已过期，请重新获取')
      })
      .catch((thrown) => setProblem(sentenceOf(thrown)))
  }, [link, back])
  return <View className='sign-in-problem'>{problem}</View>
}
