import { View } from '@tarojs/components'
import { Button } from '../ui/button'
import './home-welcome.scss'

/** Who the app is for, to somebody not signed in: 登录, or looking around first. */
export function Welcome({ onSignIn, onLook }: { onSignIn: () => unknown; onLook: () => unknown }) {
  return (
    <View className='welcome'>
      <View className='welcome-title'>管家</View>
      <View className='welcome-text'>
        面向本单位职工的后勤服务。登录后可以预订会议室、报修，扫门上的二维码直接用房、签到、报修。
      </View>
      <Button onTap={onSignIn}>登录</Button>
      <Button kind='link' onTap={onLook}>
        暂不登录，先看看
      </Button>
    </View>
  )
}
