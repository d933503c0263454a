import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 首页 */
export default function Waiting() {
  return (
    <Page>
      <Empty text='面向本单位职工的后勤服务' />
    </Page>
  )
}
