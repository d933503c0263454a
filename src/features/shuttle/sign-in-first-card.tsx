import { askToSignIn } from '../../sign-in-first'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** Every page of the shuttle, to somebody not signed in. */
export function SignInFirst() {
  return (
    <Page>
      <Empty icon='bus' text='登录后可以看班车时刻、预约座位、出示乘车码。' action='登录' onAction={askToSignIn} />
    </Page>
  )
}
