import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { signOut } from '../../contract/people-sign-in'
import { call } from '../call'
import { useSession } from '../session'

function leave() {
  // Out is out, whatever the server says: when it cannot be reached the session ends there after 30 idle minutes.
  call(signOut, {}).catch(() => undefined)
  useSession.getState().end('bySelf')
}

/** Who is signed in, and the way out. */
export function Account() {
  const me = useSession((session) => session.me)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', disabled: true, label: `${me?.department ?? ''} ${me?.staffNumber ?? ''}` },
          { type: 'divider' },
          { key: 'leave', icon: <LogoutOutlined />, label: '退出登录', onClick: leave },
        ],
      }}
    >
      <Button type='text' icon={<UserOutlined />} aria-label={`账号 ${me?.name ?? ''}`}>
        {me?.name}
      </Button>
    </Dropdown>
  )
}
