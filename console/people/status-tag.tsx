import { Tag } from 'antd'
import type { PersonStatus } from '../../contract/people'
import { statusWords } from './words'

/** A person's status in a word; only what is out of the ordinary catches the eye. */
export function StatusTag({ status }: { status: PersonStatus }) {
  if (status === 'active') return <>{statusWords.active}</>
  return <Tag color={status === 'onLeave' ? 'gold' : 'default'}>{statusWords[status]}</Tag>
}
