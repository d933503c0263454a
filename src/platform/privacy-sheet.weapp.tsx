import { Button, View } from '@tarojs/components'
import { answerPrivacy, usePrivacyQuestion } from './privacy-question'
import type * as promised from './privacy-sheet'
import './privacy-sheet.scss'

const agreeId = 'privacy-agree'

export const PrivacySheet: typeof promised.PrivacySheet = () => {
  const isAsked = usePrivacyQuestion(({ reply }) => reply !== undefined)
  return (
    <View className={isAsked ? 'privacy privacy-open' : 'privacy'}>
      {isAsked ? (
        <View className='privacy-sheet' role='dialog'>
          <View className='privacy-title'>个人信息保护提示</View>
          <View>这一步要用到您的个人信息。我们只用于办理后勤服务，不作他用。不同意也可以继续浏览和使用其他功能。</View>
          <View
            className='privacy-link'
            hoverClass='privacy-pressed'
            onClick={() => wx.openPrivacyContract({})}
            role='link'
          >
            查看《用户隐私保护指引》
          </View>
          <View className='privacy-buttons'>
            <Button
              className='privacy-button'
              hoverClass='privacy-pressed'
              onClick={() => answerPrivacy({ event: 'disagree' })}
            >
              不同意
            </Button>
            <Button
              id={agreeId}
              className='privacy-button privacy-agree'
              hoverClass='privacy-pressed'
              openType='agreePrivacyAuthorization'
              onAgreePrivacyAuthorization={() => answerPrivacy({ event: 'agree', buttonId: agreeId })}
            >
              同意
            </Button>
          </View>
        </View>
      ) : null}
    </View>
  )
}
