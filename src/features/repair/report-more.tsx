import { View } from '@tarojs/components'
import { dial } from '../../platform/phone-call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { say } from '../../ui/say'
import { SwitchRow } from '../../ui/switch-row'
import type { ReportForm } from './use-report-form'
import { wantedTimes } from './wanted-times'
import './report-more.scss'

interface ReportUrgencyProps {
  form: ReportForm
  dutyPhone: string
  onChange: (patch: Partial<ReportForm>) => void
}

interface ReportMoreProps {
  form: ReportForm
  /** Epoch ms. */
  now: number
  zone: string
  onChange: (patch: Partial<ReportForm>) => void
  onWrite: (patch: Partial<Pick<ReportForm, 'phone' | 'placeNote'>>) => void
}

const anyTime = ''

/** 紧急, with the duty phone one tap away. */
export function ReportUrgency({ form, dutyPhone, onChange }: ReportUrgencyProps) {
  const isUrgent = form.urgency === 'urgent'
  const ring = async () => {
    if (!(await dial(dutyPhone))) say(`请直接拨打值班电话 ${dutyPhone}`)
  }
  return (
    <Card isFlush>
      <SwitchRow
        title='紧急'
        note='有危险，或者不马上处理就要停工'
        isOn={isUrgent}
        onSwitch={(isOn) => onChange({ urgency: isOn ? 'urgent' : 'normal' })}
      />
      <View className='report-ring'>
        {isUrgent && dutyPhone ? (
          <Button kind='danger' onTap={ring}>
            {`拨打值班电话 ${dutyPhone}`}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

/** When somebody may come, where exactly, and whom to call; all of it may stay empty. */
export function ReportMore({ form, now, zone, onChange, onWrite }: ReportMoreProps) {
  const times = wantedTimes(now, zone)
  return (
    <Card>
      <View className='report-more-label'>希望什么时候上门</View>
      <Chips
        label='希望什么时候上门'
        choices={[
          { value: anyTime, label: '随时' },
          ...times.map(({ wantedFrom, label }) => ({ value: wantedFrom, label })),
        ]}
        chosen={[form.wantedFrom ?? anyTime]}
        onTap={(from) => {
          const time = times.find(({ wantedFrom }) => wantedFrom === from)
          onChange({ wantedFrom: time?.wantedFrom, wantedUntil: time?.wantedUntil })
        }}
      />
      <View className='report-more-fields'>
        {form.placeId ? (
          <Field
            label='具体位置'
            maxLength={60}
            defaultValue={form.placeNote}
            placeholder='例如 靠窗第二个工位（可不填）'
            onText={(placeNote) => onWrite({ placeNote })}
          />
        ) : null}
        <Field
          label='联系电话'
          maxLength={30}
          defaultValue={form.phone}
          placeholder='方便师傅联系您（可不填）'
          onText={(phone) => onWrite({ phone })}
        />
      </View>
    </Card>
  )
}
