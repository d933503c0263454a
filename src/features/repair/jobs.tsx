import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 维修任务. */
export default function Jobs() {
  return (
    <Page>
      <Empty text='这里还没有内容。' />
    </Page>
  )
}
