import { Checkbox, Empty, Segmented, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { type Feedback as Comment, listFeedback } from '../../contract/canteen-feedback'
import { useParams } from '../address'
import { useDuty } from '../session'
import { PageHead } from '../ui/page-head'
import { Pager } from '../ui/pager'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useRefresh } from '../ui/use-refresh'
import './canteen.css'
import { FeedbackDrawer } from './feedback-drawer'
import { FeedbackRow } from './feedback-row'
import { noRefusals } from './sentences'
import { useCanteen } from './use-canteen'

const refreshMs = 30_000
const states = ['open', 'overdue', 'unmoderated', 'answered', 'all'] as const
type State = (typeof states)[number]

const empties = {
  open: '没有等着回复的评价，都回复过了',
  overdue: '没有超时的评价',
  unmoderated: '没有等着审核的评价',
  answered: '还没有回复过评价',
  all: '还没有人评价。菜单发布以后，职工用餐时就能在手机上评价',
} satisfies Record<State, string>

/** Ratings as the kitchen answers them: the most pressing first, each with its clock. */
export default function Feedback() {
  const [params, merge] = useParams()
  const { canteens } = useCanteen()
  const isManager = useDuty('manager')
  const state = states.find((each) => each === params.get('state')) ?? 'open'
  const filter = {
    canteenId: params.get('canteen') || undefined,
    state,
    isMine: params.get('mine') === '1',
  }
  const cursor = useCursor(JSON.stringify(filter))
  const { value, trouble, isLoading, reload } = useAsk(
    listFeedback,
    { ...filter, cursor: cursor.at, limit: 30 },
    noRefusals,
  )
  const [opened, setOpened] = useState<Comment>()
  useRefresh(reload, refreshMs, opened === undefined)
  // what has been answered leaves the list, and stays open all the same
  const shown = value?.items.find(({ ratingId }) => ratingId === opened?.ratingId) ?? opened
  const counts = value?.counts
  const numbered = (label: string, count: number | undefined) => (count ? `${label} ${count}` : label)

  return (
    <>
      <PageHead title='评价与回复' about='回复会出现在职工的评价下面，双方都不显示姓名。' />
      <search className='filters'>
        <Segmented<State>
          aria-label='显示哪些评价'
          value={state}
          onChange={(next) => merge({ state: next === 'open' ? '' : next })}
          options={[
            { value: 'open', label: numbered('待回复', counts?.open) },
            { value: 'overdue', label: numbered('超时', counts?.overdue) },
            ...(isManager ? [{ value: 'unmoderated' as const, label: numbered('待审核', counts?.unmoderated) }] : []),
            { value: 'answered', label: '已回复' },
            { value: 'all', label: '全部' },
          ]}
        />
        {canteens.length > 1 && (
          <Select
            aria-label='食堂'
            style={{ minWidth: 140 }}
            options={[
              { value: '', label: '全部食堂' },
              ...canteens.map(({ canteenId, name }) => ({ value: canteenId, label: name })),
            ]}
            value={filter.canteenId ?? ''}
            onChange={(canteen) => merge({ canteen })}
          />
        )}
        <Checkbox
          className='filter-check'
          checked={filter.isMine}
          onChange={({ target }) => merge({ mine: target.checked ? '1' : '' })}
        >
          只看分给我的
        </Checkbox>
      </search>
      <div className='sheet'>
        <TroubleNote trouble={trouble} onRetry={reload} />
        {!value && isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
        {value?.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empties[state]} />}
        {value && (
          <ul className='feedback-list' aria-label='评价' aria-busy={isLoading}>
            {value.items.map((item) => (
              <FeedbackRow
                key={item.ratingId}
                comment={item}
                now={value.now}
                isOpen={item.ratingId === opened?.ratingId}
                onOpen={() => setOpened(item)}
              />
            ))}
          </ul>
        )}
        {value && (
          <Pager cursor={cursor} next={value.nextCursor} isLoading={isLoading}>
            {null}
          </Pager>
        )}
      </div>
      <FeedbackDrawer
        comment={shown}
        now={value?.now ?? ''}
        onClose={() => {
          setOpened(undefined)
          reload()
        }}
        onChanged={(part) => {
          setOpened((before) => before && { ...before, ...part })
          reload()
        }}
      />
    </>
  )
}
