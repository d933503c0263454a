import { Space } from 'antd'
import type { ReactNode } from 'react'

/** A page's name, one sentence on what it is for, and what can be done on it. */
export function PageHead({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  return (
    <header className='page-head'>
      <h1>{title}</h1>
      <p>{about}</p>
      <Space wrap>{children}</Space>
    </header>
  )
}
