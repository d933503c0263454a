import { Alert, Card } from 'antd'
import { useEffect, useRef } from 'react'
import { signInByLink } from '../../contract/people-sign-in'
import { type Ending, useSession } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { Demo } from './demo'
import { Scan } from './scan'
import { signInByLinkSentences } from './sentences'

const endings = {
  bySelf: { type: 'success', message: '您已退出登录。' },
  timedOut: { type: 'info', message: '离开超过 30 分钟，已为您退出登录。重新登录后会回到刚才的页面。' },
} as const satisfies Record<Ending, object>

/** Uses the one-time link of the address, once, and takes it out of the address so that it is not kept in history. */
function useLink() {
  const task = useTask(signInByLink, signInByLinkSentences)
  const isUsed = useRef(false)
  useEffect(() => {
    const address = new URL(window.location.href)
    const link = address.searchParams.get('link')
    if (!link || isUsed.current) return
    isUsed.current = true
    address.searchParams.delete('link')
    window.history.replaceState(null, '', address)
    task.run({ link, client: 'console' }).then((session) => session && useSession.getState().begin(session))
  }, [task.run])
  return task
}

/** Signing in to the console: by phone, by a one-time link, or as a demo person. There are no passwords. */
export default function SignIn() {
  const link = useLink()
  const ending = useSession((session) => session.ending)
  return (
    <main className='sign-in'>
      <Card style={{ width: 400, textAlign: 'center' }}>
        <h1>管家 · 管理后台</h1>
        {ending && !link.trouble && <Alert showIcon style={{ textAlign: 'start' }} {...endings[ending]} />}
        <TroubleNote trouble={link.trouble} />
        <Scan />
        <Demo />
      </Card>
    </main>
  )
}
