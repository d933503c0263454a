import { Alert, Button, Popconfirm, Typography } from 'antd'
import { useState } from 'react'
import { invitePerson } from '../../contract/people-sign-in'
import type { ValueOf } from '../../contract/procedure'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { invitePersonSentences } from './sentences'

/** Makes a one-time invitation code and shows it large, to be read out or copied; it is shown this once. */
export function Invitation({ personId, isBound }: { personId: string; isBound: boolean }) {
  const zone = useZone()
  const task = useTask(invitePerson, invitePersonSentences)
  const [made, setMade] = useState<ValueOf<typeof invitePerson>>()
  const invite = async () => setMade((await task.run({ personId })) ?? made)
  return (
    <>
      <TroubleNote trouble={task.trouble} onRetry={invite} />
      {made && (
        <Alert
          type='success'
          style={{ marginBottom: 12 }}
          message={`工号 ${made.staffNumber} 的邀请码`}
          description={
            <>
              <Typography.Text className='code-large' copyable={{ text: made.invitationCode }}>
                {made.invitationCode}
              </Typography.Text>
              <div>
                {showInstant(made.expiresAt, zone)}{' '}
                前有效，只能用一次。请本人在小程序“绑定工号”中填写工号和邀请码；关闭后不再显示。
              </div>
            </>
          }
        />
      )}
      <Popconfirm
        title='生成新的邀请码？'
        description={
          isBound ? '此人已绑定账号；用新邀请码绑定别的账号时，会通知原账号。' : '之前生成的邀请码会立即失效。'
        }
        okText='生成'
        onConfirm={invite}
      >
        <Button loading={task.isRunning}>{made ? '重新生成邀请码' : '生成邀请码'}</Button>
      </Popconfirm>
    </>
  )
}
