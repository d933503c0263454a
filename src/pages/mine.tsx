import { Page } from '../ui/page'
import { Empty } from '../ui/empty'

/** 我的 */
export default function Mine() {
  return (
    <Page>
      <Empty text='面向本单位职工的后勤服务' />
    </Page>
  )
}
