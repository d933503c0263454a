import { addDays, type Day, formatDayLong, weekdayOf } from '../../contract/zone'
import { weekdayNames } from '../ui/week-text'

export interface Marked {
  day: Day
  isOffDay: boolean
  name: string
}

interface Props {
  year: number
  /** 1 to 12. */
  month: number
  today: Day
  days: ReadonlyMap<Day, Marked>
  /** Absent when nothing may be changed. */
  onChoose?: (day: Day) => void
}

function daysOfMonth(year: number, month: number): Day[] {
  const prefix = `${year}-${String(month).padStart(2, '0')}`
  const days: Day[] = []
  for (let day = `${prefix}-01`; day.startsWith(prefix); day = addDays(day, 1)) days.push(day)
  return days
}

function classOf(day: Day, today: Day, marked?: Marked): string {
  const kind = marked ? (marked.isOffDay ? 'day-off' : 'day-work') : weekdayOf(day) > 5 ? 'day-weekend' : ''
  return `day ${kind} ${day === today ? 'day-today' : ''}`
}

function describe(day: Day, marked?: Marked): string {
  if (!marked) return formatDayLong(day)
  return `${formatDayLong(day)}，${marked.name}${marked.isOffDay ? '放假' : '调休上班'}`
}

/** One month; days off carry 休, make-up workdays 班, so that colour is not the only sign. */
export function MonthGrid({ year, month, today, days, onChoose }: Props) {
  const all = daysOfMonth(year, month)
  const lead = weekdayOf(all[0] ?? today) - 1
  return (
    <section className='month' aria-label={`${month} 月`}>
      <h2>{month} 月</h2>
      <div className='month-days'>
        {weekdayNames.map((name) => (
          <span key={name} className='quiet' aria-hidden>
            {name.slice(1)}
          </span>
        ))}
        {all.map((day, i) => {
          const marked = days.get(day)
          return (
            <button
              key={day}
              type='button'
              className={classOf(day, today, marked)}
              style={i === 0 ? { gridColumnStart: lead + 1 } : undefined}
              disabled={!onChoose}
              aria-label={describe(day, marked)}
              title={describe(day, marked)}
              onClick={() => onChoose?.(day)}
            >
              {Number(day.slice(8))}
              {marked && <small>{marked.isOffDay ? '休' : '班'}</small>}
            </button>
          )
        })}
      </div>
    </section>
  )
}
