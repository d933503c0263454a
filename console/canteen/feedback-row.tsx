import { CameraOutlined, MessageOutlined } from '@ant-design/icons'
import type { Feedback } from '../../contract/canteen-feedback'
import { mealNames } from '../../contract/canteen-words'
import { formatMoment, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { chipNames, dayText, starsText } from './words'

const minute = 60_000

function spanText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / minute))
  if (minutes < 60) return `${minutes} 分钟`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours >= 24) return `${Math.floor(hours / 24)} 天`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** How long there still is for an answer, or by how much it is late; what was answered says so. */
export function ClockMark({ comment, now }: { comment: Feedback; now: string }) {
  const zone = useZone()
  const { state, dueAt, isEscalated } = comment
  if (state === 'answered') return <span className='due'>已回复</span>
  if (state === 'silent' || dueAt === undefined) return <span className='due'>不用回复</span>
  const [due, at] = [parseInstant(dueAt) ?? 0, parseInstant(now) ?? 0]
  const left = due - at
  if (left <= 0 || state === 'overdue')
    return (
      <span className='due-over'>
        超时 {spanText(-left)}
        {isEscalated && '，已升级'}
      </span>
    )
  // beyond a working day the clock has a night in it, and minutes would mislead
  if (left > 6 * 60 * minute) return <span className='due'>{formatMoment(due, at, zone)} 前</span>
  return <span className={left < 30 * minute ? 'due-soon' : 'due'}>剩 {spanText(left)}</span>
}

/** Stars with their number for those who cannot see them. */
export function Stars({ stars }: { stars: number }) {
  return (
    <span role='img' className={stars <= 2 ? 'stars stars-low' : 'stars'} aria-label={`${stars} 星`}>
      {starsText(stars)}
    </span>
  )
}

interface Props {
  comment: Feedback
  now: string
  isOpen: boolean
  onOpen: () => void
}

/** A rating in the list: how many stars, of what, the words, and how long still. */
export function FeedbackRow({ comment, now, isOpen, onOpen }: Props) {
  const { dish, stars, words, chips, canteen, window, day, meal, photoIds, thread, isUrgent, owner, state } = comment
  return (
    <li>
      <button type='button' className='feedback-row' aria-expanded={isOpen} onClick={onOpen}>
        <span className='feedback-top'>
          <Stars stars={stars} />
          <strong>{dish}</strong>
          {isUrgent && <span className='mark mark-urgent'>{chips.includes('hygiene') ? '卫生' : '紧急'}</span>}
          {comment.moderation === 'pending' && <span className='mark'>待审核</span>}
          {comment.moderation === 'risky' && <span className='mark'>不展示</span>}
          {comment.actionId && <span className='mark mark-working'>已立整改</span>}
          <ClockMark comment={comment} now={now} />
        </span>
        <span className='feedback-words'>
          {words || <span className='quiet'>（没有写字）</span>}
          {chips.length > 0 && <span className='quiet'>　{chips.map((chip) => chipNames[chip]).join('、')}</span>}
        </span>
        <span className='feedback-foot'>
          {canteen} {window} · {dayText(day)} {mealNames[meal]}
          {photoIds.length > 0 && (
            <span>
              <CameraOutlined aria-hidden /> {photoIds.length} 张照片
            </span>
          )}
          {thread.length > 0 && (
            <span>
              <MessageOutlined aria-hidden /> {thread.length} 条回复
            </span>
          )}
          {state !== 'silent' && <span>{owner ? `由${owner}回复` : '还没有分给谁'}</span>}
        </span>
      </button>
    </li>
  )
}
