import { View } from '@tarojs/components'
import { listLines } from '../../../contract/shuttle'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { LineRow } from './line-row'
import { ShuttleNotices } from './notices'
import { SignInFirst } from './sign-in-first-card'
import './lines.scss'

/** 全部线路: what runs today, from when to when; those that do not run come last. */
export default function Lines() {
  const me = useMe()
  const asked = useAsked(listLines, me ? {} : undefined)
  if (!me) return <SignInFirst />
  return (
    <Page
      footer={
        <Button kind='plain' onTap={() => goTo('findTrips')}>
          从哪到哪
        </Button>
      }
    >
      <Stack>
        <AskedView asked={asked} lines={6}>
          {({ lines, notices }) => {
            const running = [...lines.filter(({ runs }) => runs), ...lines.filter(({ runs }) => !runs)]
            return (
              <Stack>
                <ShuttleNotices notices={notices} />
                {running.length === 0 ? (
                  <Empty
                    icon='bus'
                    text='还没有线路。时刻表发布以后，线路会出现在这里。'
                    action='刷新'
                    onAction={asked.refresh}
                  />
                ) : (
                  <View className='lines'>
                    <InGroups items={running} keyOf={({ routeId }) => routeId}>
                      {(line) => <LineRow key={line.routeId} line={line} />}
                    </InGroups>
                  </View>
                )}
              </Stack>
            )
          }}
        </AskedView>
      </Stack>
    </Page>
  )
}
