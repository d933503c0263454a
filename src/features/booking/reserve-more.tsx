import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Room } from '../../../contract/booking'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { SwitchRow } from '../../ui/switch-row'
import { ForWhom } from './for-whom'
import type { ReserveForm } from './use-reserve-form'
import { equipmentNames, layoutNames, wishesOf } from './words'
import './reserve-more.scss'

interface ReserveMoreProps {
  form: ReserveForm
  room: Room | undefined
  mayBookForOthers: boolean
  onChange: (patch: Partial<ReserveForm>) => void
  onNote: (note: string) => void
}

/** What most meetings do not need, behind one line: layout, tea, equipment, note, for whom. */
export function ReserveMore({ form, room, mayBookForOthers, onChange, onNote }: ReserveMoreProps) {
  const [isOpen, setOpen] = useState(form.note !== '' || wishesOf(form) !== '' || form.forPerson !== undefined)
  const equipment = room?.equipment ?? []
  const toggled = equipment.filter((word) => form.equipment.includes(word))
  return (
    <Card isFlush>
      <View
        className='reserve-more'
        hoverClass='reserve-more-pressed'
        onClick={() => setOpen(!isOpen)}
        role='button'
        aria-label={isOpen ? '收起更多要求' : '展开更多要求'}
      >
        <View className='reserve-more-title'>更多要求</View>
        <View className='reserve-more-note'>{wishesOf(form) || '桌型、茶水、设备、备注'}</View>
        <View className={isOpen ? 'reserve-more-arrow reserve-more-arrow-open' : 'reserve-more-arrow'}>
          <Icon name='next' />
        </View>
      </View>
      <View>
        {isOpen ? (
          <View className='reserve-more-inside'>
            <View className='reserve-more-part'>
              {room && room.layouts.length > 0 ? (
                <View>
                  <View className='reserve-more-label'>桌型</View>
                  <Chips
                    label='桌型'
                    choices={room.layouts.map((value) => ({ value, label: layoutNames[value] }))}
                    chosen={form.layout ? [form.layout] : []}
                    onTap={(layout) => onChange({ layout: layout === form.layout ? undefined : layout })}
                  />
                </View>
              ) : null}
            </View>
            <View className='reserve-more-part'>
              {equipment.length > 0 ? (
                <View>
                  <View className='reserve-more-label'>要用的设备</View>
                  <Chips
                    label='要用的设备'
                    choices={equipment.map((value) => ({ value, label: equipmentNames[value] }))}
                    chosen={toggled}
                    onTap={(word) =>
                      onChange({
                        equipment: toggled.includes(word)
                          ? toggled.filter((other) => other !== word)
                          : [...toggled, word],
                      })
                    }
                  />
                </View>
              ) : null}
            </View>
            <View className='reserve-more-rows'>
              <SwitchRow title='茶水' note='会前由会务备好' isOn={form.tea} onSwitch={(tea) => onChange({ tea })} />
            </View>
            <View className='reserve-more-part'>
              {mayBookForOthers ? (
                <ForWhom person={form.forPerson} onPerson={(forPerson) => onChange({ forPerson })} />
              ) : null}
            </View>
            <Field
              label='备注'
              isLong
              maxLength={300}
              defaultValue={form.note}
              placeholder='给会务的话，可不填'
              onText={onNote}
            />
          </View>
        ) : null}
      </View>
    </Card>
  )
}
