import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { JobCard } from './job-card'
import { type JobGroup, onFloorOf } from './job-groups'
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

/** Both lists together must fit into a first screen. */
const shownFirst = 8
const shownMore = 4

/** Jobs one below the other; those of one floor in a frame with its name. */
export function JobList({ groups, now, zone, inHand, onAct }: JobListProps) {
  const [most, setMost] = useState(shownFirst)
  const rest = groups.length - most
  return (
    <View className='job-list'>
      <View className='job-list-groups'>
        {groups.slice(0, most).map(({ key, floor, jobs }) => (
          <View key={key} className={floor ? 'job-group job-group-floor' : 'job-group'}>
            {floor ? <View className='job-floor'>{`${floor} · ${jobs.length} 件同一层，一起修`}</View> : null}
            {jobs.map((job) => (
              <JobCard
                key={job.ticketId}
                job={job}
                now={now}
                zone={zone}
                isPool={inHand !== undefined}
                onFloor={inHand ? onFloorOf(job, inHand) : 0}
                onAct={onAct}
              />
            ))}
          </View>
        ))}
      </View>
      <View>
        {rest > 0 ? (
          <Button kind='link' onTap={() => setMost(most + shownMore)}>
            {`还有 ${rest} 处，点此显示`}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
