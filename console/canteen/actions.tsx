import { PlusOutlined } from '@ant-design/icons'
import { Button, Drawer, Empty, Grid, Segmented, Select } from 'antd'
import { type ActionStatus, type CorrectiveAction, listActions } from '../../contract/canteen-feedback'
import { useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { useRefresh } from '../ui/use-refresh'
import './canteen.css'
import { ActionBoard } from './action-board'
import { ActionDrawer } from './action-drawer'
import { ActionForm } from './action-form'
import { ActionList } from './action-list'
import { noRefusals } from './sentences'
import { useCanteen } from './use-canteen'

const refreshMs = 60_000
const limit = 50

/** Corrective actions: what came of complaints, who does it by when, and whether it was seen to be done. */
export default function Actions() {
  const [params, merge] = useParams()
  const { canteens } = useCanteen()
  const screens = Grid.useBreakpoint()
  const canteenId = params.get('canteen') || undefined
  const opened = params.get('action') || undefined
  const look = params.get('look') ?? (screens.lg === false ? 'list' : 'board')
  const ask = (status: ActionStatus) => ({ canteenId, status, limit })
  const open = useAsk(listActions, ask('open'), noRefusals)
  const doing = useAsk(listActions, ask('doing'), noRefusals)
  const done = useAsk(listActions, ask('done'), noRefusals)
  const verified = useAsk(listActions, ask('verified'), noRefusals)
  const columns = { open, doing, done, verified }
  const all = Object.values(columns)
  const reload = () => {
    for (const column of all) column.reload()
  }
  useRefresh(reload, refreshMs, opened === undefined)
  const { leave, setIsDirty } = useLeave(() => merge({ action: '' }))
  const actions = all.flatMap(({ value }) => value?.items ?? [])
  const current = actions.find(({ actionId }) => actionId === opened)
  const isLoading = all.some((column) => column.isLoading)
  const isEmpty = all.every(({ value }) => value?.items.length === 0)
  const onOpen = ({ actionId }: CorrectiveAction) => merge({ action: actionId })

  function changed() {
    setIsDirty(false)
    reload()
  }

  return (
    <>
      <PageHead title='整改' about='意见变成一件件要做的事；做完由另一位同事验收，提意见的人会收到结果。'>
        {canteens.length > 1 && (
          <Select
            aria-label='食堂'
            style={{ minWidth: 140 }}
            options={[
              { value: '', label: '全部食堂' },
              ...canteens.map((each) => ({ value: each.canteenId, label: each.name })),
            ]}
            value={canteenId ?? ''}
            onChange={(canteen) => merge({ canteen })}
          />
        )}
        <Segmented
          aria-label='看法'
          options={[
            { value: 'board', label: '看板' },
            { value: 'list', label: '列表' },
          ]}
          value={look}
          onChange={(next) => merge({ look: next as string })}
        />
        <Button type='primary' icon={<PlusOutlined />} onClick={() => merge({ action: 'new' })}>
          立整改
        </Button>
      </PageHead>
      <TroubleNote trouble={all.find(({ trouble }) => trouble)?.trouble} onRetry={reload} />
      {isEmpty && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description='还没有整改。可以在「评价与回复」里为一条评价立整改，也可以直接添加'
          >
            <Button onClick={() => merge({ action: 'new' })}>立整改</Button>
          </Empty>
        </div>
      )}
      {!isEmpty &&
        (look === 'list' ? (
          <ActionList actions={actions} isLoading={isLoading} onOpen={onOpen} />
        ) : (
          <ActionBoard columns={columns} onOpen={onOpen} />
        ))}
      <Drawer title='立整改' width={560} open={opened === 'new'} onClose={leave} destroyOnHidden>
        <ActionForm
          onDirty={setIsDirty}
          onSaved={() => {
            changed()
            merge({ action: '' })
          }}
        />
      </Drawer>
      <ActionDrawer
        action={current}
        isWanted={opened !== undefined && opened !== 'new'}
        isLoading={isLoading}
        onDirty={setIsDirty}
        onClose={leave}
        onChanged={changed}
      />
    </>
  )
}
