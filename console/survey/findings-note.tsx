import { CheckCircleOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import type { SurveyFinding } from '../../contract/survey'
import type { SurveyItem } from '../../contract/survey-definition'
import { nameOfItem } from './condition-words'

interface Props {
  findings: readonly SurveyFinding[]
  items: readonly SurveyItem[]
  onOpen: (code: string) => void
}

/** What is to be put right before publishing and what is worth a look, each leading to its item. */
export function FindingsNote({ findings, items, onOpen }: Props) {
  const errors = findings.filter(({ level }) => level === 'error').length
  if (findings.length === 0) {
    return items.length === 0 ? null : (
      <p role='status' className='findings-fine'>
        <CheckCircleOutlined /> 检查过了，没有问题，可以发布。
      </p>
    )
  }
  return (
    <Alert
      className='findings'
      type={errors > 0 ? 'error' : 'warning'}
      role='status'
      showIcon
      message={
        errors > 0
          ? `${errors} 处要改好才能发布${findings.length > errors ? `，另有 ${findings.length - errors} 处建议看看` : ''}`
          : `可以发布；${findings.length} 处建议看看`
      }
      description={
        <ul className='plain-list'>
          {findings.map(({ path, item, level, kind, message }) => (
            <li key={path + kind + message} className={level === 'error' ? 'remark-error' : undefined}>
              {item && items.some(({ code }) => code === item) && (
                <button type='button' className='plain-link' onClick={() => onOpen(item)}>
                  {nameOfItem(items, item, 14)}
                </button>
              )}
              <span>{message}</span>
            </li>
          ))}
        </ul>
      }
    />
  )
}
