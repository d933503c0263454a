import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 报修. */
export default function Report() {
  return (
    <Page>
      <Empty text='这里还没有内容。' />
    </Page>
  )
}
