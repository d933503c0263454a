import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import type { ListedJob } from './job-groups'
import { clockOf } from './job-time'
import { jobStatusWord } from './job-words'
import type { QuickAct } from './use-jobs'
import { metText, momentText } from './words'
import './job-card.scss'

interface JobCardProps {
  job: ListedJob
  now: number
  zone: string
  /** Of the pool: nobody has it yet. */
  isPool?: boolean
  /** Of the pool, and taken by oneself just now. */
  isTakenByMe?: boolean
  /** How many of mine lie on the same floor. */
  onFloor?: number
  onAct: (kind: QuickAct, ticketId: string) => Promise<void>
}

interface Next {
  label: string
  kind?: QuickAct
}

/** The one step that can be done from the list; what needs more than a tap opens the ticket. */
function nextOf(job: ListedJob, isPool: boolean): Next {
  if (job.isGone) return { label: '查看' }
  if (isPool) return { label: '抢单', kind: 'grab' }
  if (job.status === 'assigned') return { label: '接单', kind: 'accept' }
  if (job.status === 'accepted') return { label: '开始', kind: 'start' }
  return job.status === 'working' ? { label: '去完成' } : { label: '查看' }
}

function statusOf({ isGone, status, priority, createdAt }: ListedJob, goneWord: string, now: number, zone: string) {
  const word = isGone ? goneWord : jobStatusWord(status)
  return [word, metText(priority), `${momentText(createdAt, now, zone)} 报`].filter(Boolean).join(' · ')
}

/** A job: where, what, how it stands, what is left of its time, and the next step under the thumb. */
export function JobCard({ job, now, zone, isPool = false, isTakenByMe = false, onFloor = 0, onAct }: JobCardProps) {
  const goneWord = isTakenByMe ? '您已接单，在「我的」里' : isPool ? '已有人接单' : '已不在您手上'
  const { words, tone, used } = clockOf(job, now, zone)
  const next = nextOf(job, isPool)
  const { ticketId } = job
  const open = () => goTo('ticket', { ticketId, act: job.status === 'working' && !isPool ? 'finish' : undefined })
  return (
    <View className='job'>
      <View className='job-body' hoverClass='job-pressed' onClick={() => goTo('ticket', { ticketId })} role='button'>
        <View className='job-place'>
          {job.urgency === 'urgent' ? <Badge tone='danger'>紧急</Badge> : null}
          {job.place}
        </View>
        <View>{[job.category, job.asset].filter(Boolean).join(' · ')}</View>
        <View className='job-status'>
          {statusOf(job, goneWord, now, zone) + (onFloor > 0 ? `\n同一层您有 ${onFloor} 件` : '')}
        </View>
      </View>
      <View className='job-foot'>
        <View
          className={`job-clock job-clock-${tone}`}
          style={{ backgroundSize: `${Math.round(used * 100)}% 6px, 100% 6px` }}
        >
          {words}
        </View>
        <Button
          isSmall
          kind={next.kind ? 'main' : 'plain'}
          onTap={() => (next.kind ? onAct(next.kind, ticketId) : open())}
        >
          {next.label}
        </Button>
      </View>
    </View>
  )
}
