import { Button, Divider, Flex } from 'antd'
import { useEffect, useState } from 'react'
import { signInAsDemo } from '../../contract/people-sign-in'
import { useSession } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { noRefusals } from './sentences'

const personas = [
  { persona: 'admin', label: '管理员' },
  { persona: 'manager', label: '办公室主任' },
  { persona: 'dispatcher', label: '调度员' },
  { persona: 'staff', label: '职工' },
  { persona: 'outsider', label: '外单位人员' },
] as const

/** Whether this server is a demonstration: then, and only then, it lists the demo sign-in. */
function useIsDemo(): boolean {
  const [isDemo, setIsDemo] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    fetch('/api', { signal: stop.signal })
      .then((response) => response.json())
      .then(({ procedures }: { procedures: { name: string }[] }) =>
        setIsDemo(procedures.some(({ name }) => name === signInAsDemo.name)),
      )
      // Without the list there is no demo to offer; scanning says itself when the server is out of reach.
      .catch(() => undefined)
    return () => stop.abort()
  }, [])
  return isDemo
}

/** Signing in as somebody of the demo institution. */
export function Demo() {
  const isDemo = useIsDemo()
  const task = useTask(signInAsDemo, noRefusals)
  if (!isDemo) return null
  async function enter(persona: (typeof personas)[number]['persona']) {
    const session = await task.run({ persona, client: 'console' })
    if (session) useSession.getState().begin(session)
  }
  return (
    <>
      <Divider plain>演示环境，选一个身份直接进入</Divider>
      <TroubleNote trouble={task.trouble} />
      <Flex wrap gap={8} justify='center'>
        {personas.map(({ persona, label }) => (
          <Button key={persona} disabled={task.isRunning} onClick={() => enter(persona)}>
            {label}
          </Button>
        ))}
      </Flex>
    </>
  )
}
