import type { ClockView, Ticket } from '../../contract/repair'
import { formatMoment, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { Section } from '../ui/section'
import { leftText, lengthText, limitText, minutesBetween } from './lengths'
import { clockNames, clockVerbs } from './words'

type Part = Exclude<keyof ClockView['explanation'], 'wall'>

const parts: readonly Part[] = ['counted', 'lunch', 'closed', 'holiday', 'paused']
const partNames = {
  counted: '计入时限',
  lunch: '午休，不计',
  closed: '下班和休息日，不计',
  holiday: '节假日，不计',
  paused: '挂起，不计',
} satisfies Record<Part, string>

/** What a clock has come to: kept, missed, standing still, or how much is left. */
function clockState(clock: ClockView, { now, mergedIntoId }: Pick<Ticket, 'now' | 'mergedIntoId'>): string {
  const { stoppedAt, dueAt, isPaused } = clock
  const verb = clockVerbs[clock.clock]
  if (stoppedAt) {
    const early = minutesBetween(stoppedAt, dueAt)
    return early < 0 ? `超时 ${lengthText(-early)}才${verb}` : `按时${verb}`
  }
  if (mergedIntoId) return '已合并，停表'
  return isPaused ? '挂起中，停表' : leftText(dueAt, now)
}

/** The clocks of the present cycle: until when, what is left, and why it is that time. */
export function TicketClocks({ ticket }: { ticket: Ticket }) {
  if (ticket.clocks.length === 0) return null
  return (
    <section aria-label='时限'>
      <Section>时限</Section>
      {ticket.clocks.map((clock) => (
        <Clock key={clock.clock} clock={clock} ticket={ticket} />
      ))}
    </section>
  )
}

function Clock({ clock, ticket }: { clock: ClockView; ticket: Ticket }) {
  const { now } = ticket
  const zone = useZone()
  const moment = (instant: string) => formatMoment(parseInstant(instant) ?? 0, parseInstant(now) ?? 0, zone)
  const isMissed = clock.stoppedAt ? minutesBetween(clock.stoppedAt, clock.dueAt) < 0 : clock.isOverdue
  return (
    <div className='clock'>
      <strong>{clockNames[clock.clock]}</strong>
      <span>{moment(clock.dueAt)} 之前</span>
      <span className={isMissed ? 'due due-over' : 'due'}>{clockState(clock, ticket)}</span>
      <details>
        <summary>为什么是这个时间</summary>
        <p>
          {moment(clock.startsAt)} 开始计时，
          {clock.limit ? `限时 ${limitText(clock.limit)}` : '期限来自导入的记录'}。
          {clock.isPaused && '现在停表，恢复后期限会顺延。'}
        </p>
        <Minutes explanation={clock.explanation} />
        {clock.isProvisional && (
          <p className='remark-guess'>期限所在的年份还没有公布节假日，公布后这个时间可能会变。</p>
        )}
        {!clock.stoppedAt && <p className='quiet'>用到四分之三（{moment(clock.warnAt)}）时提醒，到期未完成时上报。</p>}
      </details>
    </div>
  )
}

/** Where the minutes between start and deadline go: a bar, and the same in words. */
function Minutes({ explanation }: { explanation: ClockView['explanation'] }) {
  const shown = parts.filter((part) => explanation[part] > 0)
  return (
    <>
      <div className='minutes-bar' aria-hidden>
        {shown.map((part) => (
          <i key={part} className={`minutes-${part}`} style={{ flexGrow: explanation[part] }} />
        ))}
      </div>
      <ul className='minutes'>
        {shown.map((part) => (
          <li key={part}>
            <i className={`minutes-${part}`} aria-hidden />
            {partNames[part]} {lengthText(explanation[part])}
          </li>
        ))}
        <li>共 {lengthText(explanation.wall)}</li>
      </ul>
    </>
  )
}
