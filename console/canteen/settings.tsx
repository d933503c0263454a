import { Skeleton } from 'antd'
import { getCanteenSetting } from '../../contract/canteen-feedback'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './canteen.css'
import { noRefusals } from './sentences'
import { SettingsForm } from './settings-form'

/** Service hours, the time for an answer, who is told at once, and the words of hygiene. */
export default function Settings() {
  const { value, trouble, isLoading, reload } = useAsk(getCanteenSetting, {}, noRefusals)
  return (
    <>
      <PageHead title='食堂设置' about='评价多久内回复，哪些时间算服务时间，卫生问题立即通知谁。' />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active />}
      {value && <SettingsForm setting={{ dutyManager: '', ...value }} onSaved={reload} />}
    </>
  )
}
