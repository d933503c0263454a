import { askToSignIn } from '../../sign-in-first'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'

/** Every page of surveys, to somebody not signed in. */
export function SignInFirst() {
  return (
    <Page>
      <Empty icon='praise' text='登录后可以回答问卷、提建议、看改了什么。' action='登录' onAction={askToSignIn} />
    </Page>
  )
}
