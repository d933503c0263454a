import { Skeleton } from 'antd'
import { getShuttleSetting } from '../../contract/shuttle-fleet'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './shuttle.css'
import { LineRules } from './line-rules'
import { noRefusals } from './sentences'
import { SettingsForm } from './settings-form'
import { Vehicles } from './vehicles'

/** Vehicles, which lines are reserved, and how seats are given. */
export default function Settings() {
  const { value, trouble, reload } = useAsk(getShuttleSetting, {}, noRefusals)
  return (
    <>
      <PageHead title='车辆与规则' about='有哪些车，哪些线路要预约，什么时候能约、能退。' />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && !trouble && <Skeleton active paragraph={{ rows: 10 }} />}
      {value && (
        <div className='shuttle-stack'>
          <Vehicles vehicles={value.vehicles} onChanged={reload} />
          <LineRules lines={value.lines} onChanged={reload} />
          <SettingsForm setting={value.setting} feedPath={value.feedPath} onSaved={reload} />
        </div>
      )}
    </>
  )
}
