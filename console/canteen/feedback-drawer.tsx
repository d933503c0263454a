import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { Feedback } from '../../contract/canteen-feedback'
import { mealNames } from '../../contract/canteen-words'
import { linkTo } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { Section } from '../ui/section'
import { useLeave } from '../ui/use-leave'
import { ActionForm } from './action-form'
import { Assign, Moderate } from './feedback-acts'
import { FeedbackPhotos } from './feedback-photos'
import { ClockMark, Stars } from './feedback-row'
import { ReplyForm } from './reply-form'
import { chipNames, dayText } from './words'

interface Props {
  comment?: Feedback
  now: string
  onClose: () => void
  onChanged: (part: Partial<Feedback>) => void
}

function Thread({ comment: { thread } }: { comment: Feedback }) {
  const zone = useZone()
  if (thread.length === 0) return null
  return (
    <ol className='thread' aria-label='往来'>
      {thread.map(({ messageNumber, at, side, isMine, words }) => (
        <li key={messageNumber} className={side === 'kitchen' ? 'thread-kitchen' : undefined}>
          <div className='quiet'>
            {side === 'kitchen' ? (isMine ? '食堂（您）' : '食堂') : '评价的同事'} {showInstant(at, zone)}
          </div>
          {words}
        </li>
      ))}
    </ol>
  )
}

/** One rating: what was said, what was answered, who answers, and what comes of it. */
export function FeedbackDrawer({ comment, now, onClose, onChanged }: Props) {
  const zone = useZone()
  const [isMaking, setIsMaking] = useState(false)
  const { leave, setIsDirty } = useLeave(() => {
    setIsMaking(false)
    onClose()
  })
  return (
    <Drawer
      title={comment ? `${comment.dish} · ${comment.stars} 星` : '评价'}
      width={640}
      open={comment !== undefined}
      onClose={leave}
      destroyOnHidden
    >
      {comment && (
        <article key={comment.ratingId} aria-label={`${comment.dish}的评价`}>
          <p className='feedback-top'>
            <Stars stars={comment.stars} />
            {comment.isUrgent && <span className='mark mark-urgent'>紧急，已通知值班主任</span>}
            <ClockMark comment={comment} now={now} />
          </p>
          <p className='comment-words'>{comment.words || <span className='quiet'>没有写字，只打了分。</span>}</p>
          <p className='quiet'>
            {comment.chips.length > 0 && <>{comment.chips.map((chip) => chipNames[chip]).join('、')} · </>}
            {comment.canteen} {comment.window} · {dayText(comment.day)} {mealNames[comment.meal]} ·{' '}
            {showInstant(comment.ratedAt, zone)} 评价
          </p>
          <FeedbackPhotos photoIds={comment.photoIds} />
          <Moderate comment={comment} onChanged={onChanged} />
          <Section>回复</Section>
          <Thread comment={comment} />
          <ReplyForm
            comment={comment}
            onDirty={setIsDirty}
            onReplied={(message) => {
              setIsDirty(false)
              onChanged({ thread: [...comment.thread, message], state: 'answered', answeredAt: message.at })
            }}
          />
          <Section>由谁回复</Section>
          <Assign comment={comment} onChanged={onChanged} />
          <Section>整改</Section>
          {comment.actionId ? (
            <Button href={linkTo('/canteen/actions', { action: comment.actionId })}>查看这条评价的整改</Button>
          ) : isMaking ? (
            <ActionForm
              from={comment}
              onDirty={setIsDirty}
              onSaved={(action) => {
                setIsMaking(false)
                setIsDirty(false)
                onChanged({ actionId: action.actionId })
              }}
              onCancel={() => setIsMaking(false)}
            />
          ) : (
            <Button onClick={() => setIsMaking(true)}>为这条评价立整改</Button>
          )}
        </article>
      )}
    </Drawer>
  )
}
