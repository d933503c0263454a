import { Form } from 'antd'
import { getRepairSetting } from '../../contract/repair-catalog'
import { clockWords, type Limit } from '../../contract/repair-clocks'
import type { Urgency } from '../../contract/repair-lifecycle'
import type { ServiceInterval } from '../../contract/working-time'
import type { Weekday } from '../../contract/zone'
import { useZone } from '../session'
import { useAsk } from '../ui/use-ask'
import { LimitField } from './limit-field'
import { clockAbout, exampleOf } from './limit-words'
import { noRefusals } from './sentences'
import { clockNames, urgencyNames } from './words'

/** The week of the settings, as the engine takes it; until it is there no example is shown. */
function useWeek(): Partial<Record<Weekday, readonly ServiceInterval[]>> | undefined {
  const { value } = useAsk(getRepairSetting, {}, noRefusals)
  if (!value) return undefined
  const week: Partial<Record<Weekday, readonly ServiceInterval[]>> = {}
  value.weekly.forEach((hours, i) => {
    week[(i + 1) as Weekday] = hours
  })
  return week
}

/** The limits of one urgency: three lines, each with what it comes to for a fault reported on a Friday at 17:00. */
function LimitLines({ urgency }: { urgency: Urgency }) {
  const form = Form.useFormInstance()
  const zone = useZone()
  const weekly = useWeek()
  const limits = Form.useWatch<Partial<Record<string, Limit>> | undefined>(['limits', urgency], form)
  return (
    <fieldset className='limit-lines'>
      <legend>{urgencyNames[urgency]}</legend>
      {clockWords.map((clock) => {
        const limit = limits?.[clock]
        return (
          <div key={clock} className='limit-line'>
            <span title={clockAbout[clock]}>{clockNames[clock]}</span>
            <Form.Item name={['limits', urgency, clock]} noStyle>
              <LimitField label={`${urgencyNames[urgency]}${clockNames[clock]}`} />
            </Form.Item>
            <span className='quiet'>{limit && weekly && exampleOf(limit, { weekly, zone })}</span>
          </div>
        )
      })}
    </fieldset>
  )
}

/** Limits for both urgencies. */
export function LimitsEditor() {
  return (
    <>
      <p className='quiet limit-about'>
        响应：{clockAbout.response}；方案：{clockAbout.plan}；解决：{clockAbout.resolve}。 右侧是周五 17:00
        提交时的最后期限。
      </p>
      <LimitLines urgency='normal' />
      <LimitLines urgency='urgent' />
    </>
  )
}
