import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 我的报修. */
export default function MyTickets() {
  return (
    <Page>
      <Empty text='这里还没有内容。' />
    </Page>
  )
}
