import { Page } from '../../ui/page'
import { Empty } from '../../ui/empty'

/** 首页 */
export default function Waiting() {
  return (
    <Page>
      <Empty text='面向本单位职工的后勤服务' />
    </Page>
  )
}
