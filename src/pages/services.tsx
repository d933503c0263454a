import { Page } from '../ui/page'
import { Empty } from '../ui/empty'

/** 服务 */
export default function Services() {
  return (
    <Page>
      <Empty text='面向本单位职工的后勤服务' />
    </Page>
  )
}
