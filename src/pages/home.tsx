import { View } from '@tarojs/components'
import { setCare, useCare } from '../care'
import { goTo } from '../go-to'
import { canScan } from '../platform/scan'
import { scanCode } from '../scan-code'
import { homeTiles } from '../service-tiles'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Page } from '../ui/page'
import { Stack } from '../ui/stack'
import { Tiles } from '../ui/tiles'
import { useMyProfile } from '../use-my-profile'
import { LatestChange } from './home-board'
import { CanteenCard } from './home-canteen'
import { Greeting } from './home-greeting'
import { NextBookings } from './home-next'
import { NextRide } from './home-ride'
import { OpenSurvey } from './home-survey'
import { WaitingTickets } from './home-tickets'
import { Welcome } from './home-welcome'
import './home.scss'

/** 首页: my next things, the services, and 扫一扫 within the thumb's reach. */
export default function Home() {
  const me = useMyProfile()
  const isCaring = useCare((state) => state.isOn)
  return (
    <Page footer={<Button onTap={scanCode}>{canScan ? '扫一扫' : '输入房间码'}</Button>}>
      {me ? <Greeting me={me} /> : <Welcome onSignIn={() => goTo('signIn')} onLook={() => goTo('services')} />}
      <Stack>
        {me ? <NextRide /> : null}
        {me ? <WaitingTickets me={me} /> : null}
        {me ? <OpenSurvey me={me} /> : null}
        {me ? <CanteenCard me={me} /> : null}
        {me ? <NextBookings me={me} /> : null}
        {me ? <LatestChange /> : null}
      </Stack>
      <Tiles tiles={homeTiles(me?.duties)} />
      <View
        className='home-care'
        hoverClass='home-care-pressed'
        onClick={() => setCare(!isCaring)}
        role='switch'
        aria-checked={isCaring}
      >
        <Icon name='text' />
        <View>{isCaring ? '退出关怀模式' : '关怀模式：字更大、更清楚'}</View>
      </View>
    </Page>
  )
}
