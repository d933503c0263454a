import { CustomWrapper, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { JobCard } from './job-card'
import { countOf, firstOf, type JobGroup, onFloorOf } from './job-groups'
import type { Job } from './job-time'
import type { QuickAct } from './use-jobs'
import './job-list.scss'

interface JobListProps {
  groups: readonly JobGroup[]
  now: number
  zone: string
  /** With it these are jobs of the pool, and those the ones already in hand. */
  inHand?: readonly Job[]
  onAct: (kind: QuickAct, ticketId: string) => Promise<void>
}

/** Both lists together must fit into a first screen, and what a tap adds into four kilobytes. */
const shownFirst = { mine: 7, pool: 4 }
const shownMore = 3

/** Jobs one below the other; those of one floor in a frame with its name. */
export function JobList({ groups, now, zone, inHand, onAct }: JobListProps) {
  const [most, setMost] = useState(inHand ? shownFirst.pool : shownFirst.mine)
  const rest = countOf(groups) - most
  return (
    <View className='job-list'>
      {/* A wrapper keeps the way to each job short: what is left of the time changes on all of them. */}
      <CustomWrapper>
        <View className='job-list-groups'>
          {firstOf(groups, most).map(({ key, floor, jobs }) => (
            <View key={key} className={floor ? 'job-group job-group-floor' : 'job-group'}>
              {floor ? <View className='job-floor'>{`${floor} · 同一层，一起修`}</View> : null}
              {jobs.map((job) => (
                <JobCard
                  key={job.ticketId}
                  job={job}
                  now={now}
                  zone={zone}
                  isPool={inHand !== undefined}
                  isTakenByMe={inHand?.some(({ ticketId }) => ticketId === job.ticketId) ?? false}
                  onFloor={inHand ? onFloorOf(job, inHand) : 0}
                  onAct={onAct}
                />
              ))}
            </View>
          ))}
        </View>
      </CustomWrapper>
      <View>
        {rest > 0 ? (
          <Button kind='link' onTap={() => setMost(most + shownMore)}>
            {`还有 ${rest} 件，点此显示`}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
