import { View } from '@tarojs/components'
import { useState } from 'react'
import { listRuns } from '../../../contract/shuttle-fleet'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { SwitchRow } from '../../ui/switch-row'
import { useAsked } from '../../use-asked'
import { usePresent } from '../../use-present'
import { RunRow } from './run-row'
import { SignInFirst } from './sign-in-first-card'
import { useTicking } from './use-ticking'
import './driver.scss'

const askEveryMs = 60_000

/** 发车当班: my trips of today in the order of departure; those of all on a switch. */
export default function Driver() {
  const me = useMe()
  const [isAll, setAll] = useState(false)
  const asked = useAsked(listRuns, me ? { mine: !isAll } : undefined)
  const { now } = usePresent(asked.value, asked.problem !== undefined)
  useTicking(askEveryMs, asked.refresh)
  if (!me) return <SignInFirst />
  return (
    <Page>
      <Card isFlush>
        <SwitchRow title='看全部班次' note='关上只看派给我的' isOn={isAll} onSwitch={setAll} />
      </Card>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {({ runs }) => {
            const open = runs.filter(({ isClosed }) => !isClosed)
            const sorted = [...open, ...runs.filter(({ isClosed }) => isClosed)]
            return sorted.length === 0 ? (
              <Empty
                icon='bus'
                text={isAll ? '今天没有班次。' : '今天没有派给您的班次。可以看全部班次，或请车队派班。'}
                action={isAll ? '刷新' : '看全部班次'}
                onAction={isAll ? asked.refresh : () => setAll(true)}
              />
            ) : (
              <View className='runs'>
                <InGroups items={sorted} keyOf={({ tripId, day }) => `${tripId} ${day}`}>
                  {(run) => <RunRow key={`${run.tripId} ${run.startsAtSeconds ?? ''}`} run={run} now={now} />}
                </InGroups>
              </View>
            )
          }}
        </AskedView>
      </Stack>
    </Page>
  )
}
