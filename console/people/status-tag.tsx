import { Tag } from 'antd'
import type { PersonStatus } from '../../contract/people'
import { statusWords } from './words'

const colours = { active: 'green', onLeave: 'gold', left: 'default' } satisfies Record<PersonStatus, string>

/** A person's status in a word; the colour only repeats it. */
export function StatusTag({ status }: { status: PersonStatus }) {
  return <Tag color={colours[status]}>{statusWords[status]}</Tag>
}
