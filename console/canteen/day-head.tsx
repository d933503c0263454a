import { MoreOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Popover, Switch } from 'antd'
import { useState } from 'react'
import type { MealHours } from '../../contract/canteen-dishes'
import type { DraftDay } from '../../contract/canteen-menus'
import { mealNames } from '../../contract/canteen-words'
import { weekdayOf } from '../../contract/zone'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { weekdayNames } from '../ui/week-text'
import type { DayContent } from './week-draft'
import { dayText } from './words'

interface Props {
  day: DraftDay
  meals: readonly MealHours[]
  isToday: boolean
  onChange: (part: Partial<DayContent>) => void
}

/** Where a day stands between draft and published. */
export function dayState({ isPast, publishedAt, hasChanges, lines, isClosed }: DraftDay): {
  word: string
  look?: string
} {
  if (isPast) return { word: publishedAt ? '已过去' : '没有发布' }
  if (!publishedAt && lines.length === 0 && !isClosed) return { word: '还没排' }
  if (!publishedAt) return { word: '草稿', look: 'mark-new' }
  return hasChanges ? { word: '有未发布的更改', look: 'mark-new' } : { word: '已发布', look: 'mark-working' }
}

/** Closing a day, a note for it, and how many places its meals have. */
function DaySettings({ day, meals, onChange }: Omit<Props, 'isToday'>) {
  const [note, setNote] = useState(day.note)
  const placesOf = (meal: string) => day.mealPlaces.find((each) => each.meal === meal)?.places
  return (
    <div className='day-settings'>
      <div>
        停餐
        <Switch aria-label='停餐' checked={day.isClosed} onChange={(isClosed) => onChange({ isClosed })} />
      </div>
      <div>
        说明
        <Input
          aria-label='这一天的说明'
          maxLength={100}
          placeholder={day.isClosed ? '例如：国庆节停餐' : '例如：调休上班，正常供餐'}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => note !== day.note && onChange({ note })}
          onPressEnter={() => note !== day.note && onChange({ note })}
        />
      </div>
      {meals
        .filter(({ isReservable }) => isReservable)
        .map(({ meal, places }) => (
          <div key={meal}>
            {mealNames[meal]}名额
            <InputNumber
              aria-label={`这一天${mealNames[meal]}的名额`}
              min={1}
              max={100_000}
              precision={0}
              placeholder={places ? `${places}（平时）` : '不限'}
              value={placesOf(meal)}
              onChange={(next) =>
                onChange({
                  mealPlaces: [
                    ...day.mealPlaces.filter((each) => each.meal !== meal),
                    ...(next ? [{ meal, places: next }] : []),
                  ],
                })
              }
            />
          </div>
        ))}
    </div>
  )
}

/** The head of a day's column: which day, where it stands, when it last changed, and its settings. */
export function DayHead({ day, meals, isToday, onChange }: Props) {
  const zone = useZone()
  const [isOpen, setIsOpen] = useState(false)
  const { word, look = '' } = dayState(day)
  const changed = day.changedAt ?? day.publishedAt
  return (
    <th scope='col' className={day.isPast ? 'menu-day menu-past' : isToday ? 'menu-day menu-today' : 'menu-day'}>
      <div className='day-name'>
        <span>
          {weekdayNames[weekdayOf(day.day) - 1]}{' '}
          <b>
            {Number(day.day.slice(5, 7))}/{Number(day.day.slice(8))}
          </b>
        </span>
        {!day.isPast && (
          <Popover
            trigger='click'
            placement='bottomRight'
            destroyOnHidden
            title={`${dayText(day.day)}的设置`}
            open={isOpen}
            onOpenChange={setIsOpen}
            content={<DaySettings day={day} meals={meals} onChange={onChange} />}
          >
            <Button
              type='text'
              size='small'
              icon={<MoreOutlined />}
              aria-label={`${dayText(day.day)}的设置：停餐、说明、名额`}
            />
          </Popover>
        )}
      </div>
      <div>
        <span className={`mark ${look}`}>{word}</span>
        {day.isClosed && <span className='mark mark-urgent'>停餐</span>}
      </div>
      {day.note && <div className='day-note'>{day.note}</div>}
      {changed && <div className='day-changed'>最近更改 {showInstant(changed, zone).slice(5)}</div>}
    </th>
  )
}
