import { Button, Checkbox, DatePicker, Form, Input, Radio, Tag } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { type DaysOff, runsOn } from '../../contract/service-days'
import type { Service } from '../../contract/shuttle-grid'
import { addDays, type Day } from '../../contract/zone'
import { weekdayNames } from '../ui/week-text'
import { ServiceCalendar } from './service-calendar'
import { dayText, ruleNames } from './words'

type Draft = Omit<Service, 'serviceId'> & { serviceId?: string }

interface Props {
  service?: Service
  isReadOnly: boolean
  today: Day
  daysOff: DaysOff
  isSaving: boolean
  trouble: ReactNode
  onSave: (service: Draft) => void
}

const ruleExtras = {
  calendar: '',
  workdays: '周一至周五，放假的日子不开，调休上班的周末开。',
  restDays: '周末和放假的日子开，调休上班的周末不开。',
}

/** When a service runs: its rule, from when to when, days added and taken out, and what comes of it. */
export function ServiceForm({ service, isReadOnly, today, daysOff, isSaving, trouble, onSave }: Props) {
  const [draft, setDraft] = useState<Draft>(
    service ?? {
      name: '',
      rule: 'workdays',
      weekdays: [1, 2, 3, 4, 5],
      startsOn: today,
      endsOn: addDays(today, 365),
      addedDays: [],
      removedDays: [],
    },
  )
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { rule, weekdays, startsOn, endsOn, addedDays, removedDays } = draft
  const canSave = rule !== 'calendar' || weekdays.length > 0 || addedDays.length > 0

  /** A day that is marked loses its mark; another one gets the one that turns it round. */
  function toggle(day: Day) {
    const isMarked = addedDays.includes(day) || removedDays.includes(day)
    const without = {
      addedDays: addedDays.filter((each) => each !== day),
      removedDays: removedDays.filter((each) => each !== day),
    }
    if (isMarked) return set(without)
    set(
      runsOn(draft, day, daysOff)
        ? { removedDays: [...removedDays, day].sort() }
        : { addedDays: [...addedDays, day].sort() },
    )
  }
  const marked = (days: readonly Day[], word: string) =>
    days.length > 0 && (
      <p>
        {word}：
        {days.map((day) => (
          <Tag key={day} closable={!isReadOnly} onClose={() => toggle(day)}>
            {day.slice(0, 4) === today.slice(0, 4) ? dayText(day) : day}
          </Tag>
        ))}
      </p>
    )

  return (
    <Form layout='vertical' disabled={isReadOnly} onFinish={() => onSave(draft)}>
      <Form.Item label='名称' htmlFor='service-name' extra='不写就按规则显示，例如“周一至周五”。'>
        <Input
          id='service-name'
          maxLength={40}
          style={{ width: 260 }}
          value={draft.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Form.Item>
      <Form.Item label='规则' extra={ruleExtras[rule]}>
        <Radio.Group
          value={rule}
          onChange={({ target }) => set({ rule: target.value })}
          options={Object.entries(ruleNames).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {rule === 'calendar' && (
        <Form.Item label='星期'>
          <Checkbox.Group
            value={weekdays}
            onChange={(next) => set({ weekdays: next })}
            options={weekdayNames.map((label, at) => ({ label, value: at + 1 }))}
          />
        </Form.Item>
      )}
      <Form.Item label='从哪天到哪天' extra='清空后只在下面加开的日子开。'>
        <DatePicker.RangePicker
          aria-label='从哪天到哪天'
          value={startsOn && endsOn ? [dayjs(startsOn), dayjs(endsOn)] : null}
          onChange={(days) =>
            set({ startsOn: days?.[0]?.format('YYYY-MM-DD'), endsOn: days?.[1]?.format('YYYY-MM-DD') })
          }
        />
      </Form.Item>
      <ServiceCalendar service={draft} today={today} daysOff={daysOff} onToggle={isReadOnly ? undefined : toggle} />
      {marked(addedDays, '加开')}
      {marked(removedDays, '停开')}
      {trouble}
      {!isReadOnly && (
        <div className='form-actions'>
          <Button type='primary' htmlType='submit' disabled={!canSave} loading={isSaving}>
            保存
          </Button>
          {!canSave && <span className='remark-error'>　请至少选一个星期几</span>}
        </div>
      )}
    </Form>
  )
}
