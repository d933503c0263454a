import { Picker, View } from '@tarojs/components'
import { formatDayLong } from '../../../contract/zone'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { ItemProps } from './item-props'
import './item-day.scss'

/** A day from the platform's calendar. */
export function ItemDay({ item, answer, onAnswer }: ItemProps<'date'>) {
  const day = answer && 'day' in answer ? answer.day : ''
  return (
    <View>
      <Picker
        mode='date'
        value={day}
        start={item.min ?? '1920-01-01'}
        end={item.max ?? '2099-12-31'}
        onChange={(event) => onAnswer({ day: String(event.detail.value).slice(0, 10) })}
      >
        <View
          className={day ? 'item-day item-day-on' : 'item-day'}
          role='button'
          aria-label={`选日期，${day || '还没选'}`}
        >
          <Icon name='calendar' />
          <View>{day ? formatDayLong(day) : '选一个日期'}</View>
        </View>
      </Picker>
      <View className='item-day-clear'>
        {day && !item.isRequired ? (
          <Button kind='link' isSmall onTap={() => onAnswer(undefined)}>
            不填了
          </Button>
        ) : null}
      </View>
    </View>
  )
}
