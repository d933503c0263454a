import { Flex, Space, Typography } from 'antd'
import type { ReactNode } from 'react'
import { QrPicture } from './qr-picture'

interface Props {
  /** What the code hangs on, for those who cannot see it. */
  name: string
  token: string
  humanCode: string
  /** What can be done with it. */
  children: ReactNode
}

/** A printed code as it is now: the picture, the six characters below it, and the address it stands for. */
export function PrintedCode({ name, token, humanCode, children }: Props) {
  return (
    <Flex gap={20} align='center' wrap>
      <QrPicture text={`${window.location.origin}/r/${token}`} size={180} label={`${name}的二维码`} />
      <div>
        <div className='quiet'>标签上的短码</div>
        <Typography.Text className='code-large' copyable={{ text: humanCode }}>
          {humanCode}
        </Typography.Text>
        <div>
          <Typography.Text className='quiet' copyable>
            {`${window.location.origin}/r/${token}`}
          </Typography.Text>
        </div>
        <Space style={{ marginTop: 12 }}>{children}</Space>
      </div>
    </Flex>
  )
}
