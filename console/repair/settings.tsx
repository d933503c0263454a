import { Skeleton } from 'antd'
import { getRepairSetting } from '../../contract/repair-catalog'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './catalog.css'
import { noRefusals } from './sentences'
import { SettingsForm } from './settings-form'

/** Service hours, duty phone, dispatch and escalation of the institution. */
export default function Settings() {
  const { value, trouble, isLoading, reload } = useAsk(getRepairSetting, {}, noRefusals)
  return (
    <>
      <PageHead title='维修设置' about='服务时间、值班电话、怎么派单，超时后通知谁。' />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active />}
      {value && <SettingsForm setting={value} onSaved={reload} />}
    </>
  )
}
