import { Progress, Tag } from 'antd'
import type { Run } from '../../contract/shuttle-fleet'
import { clockLater } from './words'

/** What was reported of a run: late, cancelled, over; nothing when it goes by the timetable. */
export function RunState({ run }: { run: Run }) {
  const { isCancelled, delayMinutes, departsAt, isClosed, changeNote } = run
  return (
    <>
      {isCancelled && <Tag color='red'>停开</Tag>}
      {!isCancelled && delayMinutes > 0 && (
        <Tag color='orange'>
          晚 {delayMinutes} 分钟，{clockLater(departsAt, delayMinutes)} 开
        </Tag>
      )}
      {isClosed && <Tag>已结束</Tag>}
      {!isCancelled && delayMinutes === 0 && !isClosed && <span className='quiet'>按时刻表</span>}
      {changeNote && <div className='quiet run-note'>{changeNote}</div>}
    </>
  )
}

/** How full a run is on its fullest segment, with the number of those who reserved. */
export function RunSeats({ run }: { run: Run }) {
  const { isReservable, reserved, seats, mostTaken, waiting, boarded } = run
  if (!isReservable) return <span className='quiet'>不用预约</span>
  const share = seats > 0 ? Math.min(100, Math.round((mostTaken / seats) * 100)) : 0
  return (
    <div className='seat-bar' title={`最满的一段坐 ${mostTaken} 人，共 ${seats} 座`}>
      <span>
        {reserved} 人 / {seats} 座
      </span>
      <Progress
        percent={share}
        size='small'
        showInfo={false}
        strokeColor={share >= 100 ? '#C2700A' : undefined}
        aria-label={`最满的一段坐了 ${share}%`}
      />
      {(waiting > 0 || boarded > 0) && (
        <div className='run-note'>
          {waiting > 0 && <b className='remark-guess'>候补 {waiting} </b>}
          {boarded > 0 && <span className='quiet'>上车 {boarded}</span>}
        </div>
      )}
    </div>
  )
}
