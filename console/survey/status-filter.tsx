import { Segmented } from 'antd'

interface Props<Status extends string> {
  names: Readonly<Record<Status, { word: string }>>
  status: Status | undefined
  onChange: (status: string) => void
}

/** All of a list, or those in one status; '' is all. */
export function StatusFilter<Status extends string>({ names, status, onChange }: Props<Status>) {
  const statuses = Object.keys(names) as Status[]
  return (
    <Segmented<string>
      aria-label='状态'
      options={[{ value: '', label: '全部' }, ...statuses.map((value) => ({ value, label: names[value].word }))]}
      value={status ?? ''}
      onChange={onChange}
    />
  )
}
