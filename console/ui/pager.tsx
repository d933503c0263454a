import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import type { ReactNode } from 'react'
import type { Cursor } from './use-cursor'

interface Props {
  cursor: Cursor
  /** Where the next page begins; undefined on the last. */
  next?: string
  isLoading: boolean
  children?: ReactNode
}

/** Turns the pages of a list; nothing when there is only one page and nothing to say about it. */
export function Pager({ cursor, next, isLoading, children }: Props) {
  const isOnePage = cursor.page === 1 && !next
  if (isOnePage && !children) return null
  return (
    <nav className='pager' aria-label='翻页'>
      <span>{children}</span>
      {!isOnePage && (
        <Space>
          <Button icon={<LeftOutlined />} disabled={cursor.page === 1} onClick={cursor.back}>
            上一页
          </Button>
          <span>第 {cursor.page} 页</span>
          <Button
            icon={<RightOutlined />}
            iconPosition='end'
            disabled={!next || isLoading}
            onClick={() => cursor.forward(next)}
          >
            下一页
          </Button>
        </Space>
      )}
    </nav>
  )
}
