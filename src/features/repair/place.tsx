import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 这个地方. */
export default function Place() {
  return (
    <Page>
      <Empty text='这里还没有内容。' />
    </Page>
  )
}
