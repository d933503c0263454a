import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 工单. */
export default function Ticket() {
  return (
    <Page>
      <Empty text='这里还没有内容。' />
    </Page>
  )
}
