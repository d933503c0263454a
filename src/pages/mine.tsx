import { View } from '@tarojs/components'
import { signOut } from '../../contract/people-sign-in'
import { call } from '../call'
import { type CareSize, setCare, setCareSize, useCare } from '../care'
import { goTo } from '../go-to'
import { leavePhone } from '../session'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Page } from '../ui/page'
import { Row } from '../ui/row'
import { say, sure } from '../ui/say'
import { Segmented } from '../ui/segmented'
import { SwitchRow } from '../ui/switch-row'
import { useMyProfile } from '../use-my-profile'
import { CalendarRow } from './mine-calendar'
import { Profile } from './mine-profile'
import './mine.scss'

const sizes = [
  { value: 'large', label: '大' },
  { value: 'larger', label: '更大' },
  { value: 'largest', label: '最大' },
] as const satisfies readonly { value: CareSize; label: string }[]

async function leave(): Promise<void> {
  if (!(await sure('退出后需要重新登录才能预订。确定退出吗？', '退出登录'))) return
  try {
    await call(signOut, {})
  } catch {
    // Without a network the cloud's session runs out by itself; on this phone it ends now.
  }
  leavePhone()
  say('已退出登录')
}

/** 我的: who I am here, my things, 关怀模式, 退出登录. */
export default function Mine() {
  const me = useMyProfile()
  const care = useCare()
  return (
    <Page>
      {me ? (
        <Profile me={me} />
      ) : (
        <Card title='还没有登录'>
          <Button onTap={() => goTo('signIn')}>登录</Button>
        </Card>
      )}
      <Card isFlush>
        <Row icon='calendar' title='我的预订' onTap={() => goTo('myBookings')} />
        <Row icon='ticket' title='我的报修' onTap={() => goTo('myTickets')} />
        <Row icon='meal' title='我的用餐' onTap={() => goTo('myMeals')} />
        <Row icon='star' title='我的评价' onTap={() => goTo('myRatings')} />
        <Row icon='shield' title='我的忌口' onTap={() => goTo('avoid')} />
        {me ? <CalendarRow /> : null}
        <Row icon='bell' title='消息' count={me?.unreadNotices ?? 0} onTap={() => goTo('notices')} />
      </Card>
      <Card isFlush>
        <SwitchRow title='关怀模式' note='字更大，按钮更大，更清楚' isOn={care.isOn} onSwitch={setCare} />
        <View className='mine-sizes'>
          {care.isOn ? <Segmented choices={sizes} chosen={care.size} onChoose={setCareSize} /> : null}
        </View>
      </Card>
      <View>
        {me ? (
          <Button kind='plain' onTap={leave}>
            退出登录
          </Button>
        ) : null}
      </View>
    </Page>
  )
}
