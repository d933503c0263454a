import { View } from '@tarojs/components'
import { useState } from 'react'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { sure } from '../../ui/say'
import { Stack } from '../../ui/stack'
import { RunDelaySheet } from './run-delay-sheet'
import { RunHead } from './run-head'
import { RunOutcome } from './run-outcome'
import { manifestSentences } from './run-sentences'
import { RunStops } from './run-stops'
import { RunTypeSheet } from './run-type-sheet'
import { SignInFirst } from './sign-in-first-card'
import { useRun } from './use-run'
import './run.scss'

type OpenSheet = 'type' | 'delay' | undefined

/** 本班: who rides from which stop, letting people on by code or by name, delays, and the end of the trip. */
export default function RunPage() {
  const run = useRun()
  const [sheet, setSheet] = useState<OpenSheet>()
  const { me, asked, outcome } = run
  if (!me) return <SignInFirst />
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='bus'
          text={manifestSentences[asked.refusal.refusal]}
          action='看班次'
          onAction={() => goTo('driver', {}, 'replace')}
        />
      </Page>
    )
  }
  const end = async () => {
    if (await sure('结束本班吗？还没上车的预约会记为没来。', '结束本班')) await run.end()
  }
  const next = run.canScan ? run.scanOne : () => setSheet('type')
  const value = asked.value
  const mayBoard = value !== undefined && !value.run.isClosed && !value.run.isCancelled
  return (
    <Page
      footer={
        mayBoard ? (
          <View className='run-footer'>
            <Button onTap={next}>{run.canScan ? '扫码上车' : '输入乘车码'}</Button>
            {run.canScan ? (
              <Button kind='plain' onTap={() => setSheet('type')}>
                输数字
              </Button>
            ) : null}
            <Button kind='plain' onTap={() => run.board({})}>
              没预约的 +1
            </Button>
          </View>
        ) : null
      }
    >
      <Stack>
        <AskedView asked={asked} lines={8}>
          {(manifest) => (
            <Stack>
              <RunHead manifest={manifest} now={run.now} />
              <RunStops run={run} manifest={manifest} />
              {manifest.run.isClosed ? null : (
                <View className='run-acts'>
                  <Button kind='plain' onTap={() => setSheet('delay')}>
                    报晚点、停开
                  </Button>
                  <Button kind='plain' onTap={end}>
                    结束本班
                  </Button>
                </View>
              )}
            </Stack>
          )}
        </AskedView>
      </Stack>
      <RunTypeSheet
        isOpen={sheet === 'type'}
        onClose={() => setSheet(undefined)}
        onCode={async (code) => {
          setSheet(undefined)
          await run.board({ code })
        }}
      />
      {value ? (
        <RunDelaySheet
          run={value.run}
          isOpen={sheet === 'delay'}
          onClose={() => setSheet(undefined)}
          onReport={async (...how) => {
            setSheet(undefined)
            await run.report(...how)
          }}
        />
      ) : null}
      <RunOutcome
        outcome={outcome}
        nextLabel={run.canScan ? '扫下一位' : '输下一个'}
        onClose={run.close}
        onNext={next}
      />
    </Page>
  )
}
