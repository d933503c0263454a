import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** 选择地点. */
export default function FindPlace() {
  return (
    <Page>
      <Empty text='这里还没有内容。' />
    </Page>
  )
}
