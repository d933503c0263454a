import { View } from '@tarojs/components'
import { useState } from 'react'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { JobList } from './job-list'
import { useJobs } from './use-jobs'
import './jobs.scss'

/** 维修任务: what I have to do, by clock; and what nobody has taken yet. */
export default function Jobs() {
  const [view, setView] = useState<'mine' | 'pool'>('mine')
  const { asked, present, mine, pool, act } = useJobs()
  const { jobs = [], pool: open = [], doneToday = 0 } = asked.value ?? {}
  const free = open.length >= 50 ? '50+' : String(open.length)
  return (
    <Page>
      <Segmented
        choices={[
          { value: 'mine', label: `我的 ${jobs.length}` },
          { value: 'pool', label: `可接 ${free}` },
        ]}
        chosen={view}
        onChoose={setView}
      />
      <Stack>
        <AskedView asked={asked} lines={6}>
          {() => (
            <View>
              <View className='jobs-today'>
                {doneToday > 0 ? `今天已完成 ${doneToday} 件` : '今天还没有完成的任务'}
              </View>
              {/* Both lists stay on the page: changing between them sends two words, not twenty jobs. */}
              <View className={view === 'mine' ? '' : 'jobs-hidden'}>
                {mine.length > 0 ? (
                  <JobList groups={mine} {...present} onAct={act} />
                ) : (
                  <Empty
                    icon='check'
                    text={
                      open.length > 0
                        ? `手上没有任务。有 ${free} 件还没人接，去看看能修哪件。`
                        : '手上没有任务。有新的派给您会发消息，也可以下拉刷新。'
                    }
                    action={open.length > 0 ? '看可接的' : '刷新'}
                    onAction={open.length > 0 ? () => setView('pool') : asked.refresh}
                  />
                )}
              </View>
              <View className={view === 'pool' ? '' : 'jobs-hidden'}>
                {pool.length > 0 ? (
                  <JobList groups={pool} inHand={jobs} {...present} onAct={act} />
                ) : (
                  <Empty
                    icon='check'
                    text='现在没有您能接的任务。有新的会出现在这里，下拉可以刷新。'
                    action='刷新'
                    onAction={asked.refresh}
                  />
                )}
              </View>
            </View>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
