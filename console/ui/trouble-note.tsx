import { Alert, Button, Typography } from 'antd'
import type { ReactNode } from 'react'
import type { Trouble } from './trouble'

interface Props {
  trouble?: Trouble
  onRetry?: () => void
  /** How a path such as `rows.3.phone` reads to a person. */
  describePath?: (path: string) => string
  children?: ReactNode
}

const MAX_ISSUES = 8

/** What went wrong, why, what to do, and the number to tell the administrator; nothing when all is well. */
export function TroubleNote({ trouble, onRetry, describePath, children }: Props) {
  if (!trouble) return null
  const hidden = trouble.issues.length - MAX_ISSUES
  return (
    <Alert
      type='error'
      showIcon
      role='alert'
      style={{ marginBottom: 16 }}
      action={onRetry && <Button onClick={onRetry}>重试</Button>}
      message={
        <>
          {trouble.sentence}
          {trouble.issues.slice(0, MAX_ISSUES).map((issue) => (
            <div key={issue.path + issue.message}>
              {[describePath?.(issue.path), issue.message].filter(Boolean).join('：')}
            </div>
          ))}
          {hidden > 0 && <div>另有 {hidden} 处</div>}
          {children}
          {trouble.id && (
            <div>
              编号 <Typography.Text copyable>{trouble.id}</Typography.Text>
            </div>
          )}
        </>
      }
    />
  )
}
