import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Drawer, Empty, Table, type TableColumnsType, Tag } from 'antd'
import { type CanteenRecord, listCanteens } from '../../contract/canteen-dishes'
import { mealNames } from '../../contract/canteen-words'
import { linkTo, useParams } from '../address'
import { showMinute } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import './canteen.css'
import { CanteenForm } from './canteen-form'
import { noRefusals } from './sentences'

const clockText = (minute: number) => (minute > 1440 ? `次日 ${showMinute(minute - 1440)}` : showMinute(minute))

/** Canteens with their windows, meals and owners. */
export default function Canteens() {
  const [params, merge] = useParams()
  const withRetired = params.get('retired') === '1'
  const wanted = params.get('open') || undefined
  const asked = useAsk(listCanteens, { withRetired }, noRefusals)
  const { leave, setIsDirty } = useLeave(() => merge({ open: '' }))
  const canteens = asked.value?.canteens
  const canteen = canteens?.find(({ canteenId }) => canteenId === wanted)

  const columns: TableColumnsType<CanteenRecord> = [
    {
      title: '食堂',
      className: 'whole-line',
      render: (_, { canteenId, name, isRetired }) => (
        <>
          <a href={linkTo('/canteen/canteens', { open: canteenId })} onClick={(event) => event.preventDefault()}>
            {name}
          </a>{' '}
          {isRetired && <Tag>已停用</Tag>}
        </>
      ),
    },
    {
      title: '档口',
      className: 'broad-cell',
      render: (_, { windows }) =>
        windows
          .filter(({ isRetired }) => !isRetired)
          .map(({ name }) => name)
          .join('、'),
    },
    {
      title: '餐次',
      className: 'whole-line',
      render: (_, { meals }) =>
        meals.length === 0 ? (
          <span className='mark mark-new'>还没有填写</span>
        ) : (
          meals.map(({ meal, opensMinute, closesMinute, isReservable, places }) => (
            <div key={meal}>
              {mealNames[meal]} {clockText(opensMinute)}–{clockText(closesMinute)}
              <span className='quiet'>
                {isReservable && '　可报名'}
                {places !== undefined && `，${places} 个名额`}
              </span>
            </div>
          ))
        ),
    },
    {
      title: '负责人',
      className: 'whole-line',
      render: (_, { owner }) => owner || <span className='mark mark-new'>没有指定</span>,
    },
    {
      title: '开放数据',
      className: 'whole-line',
      render: (_, { isPublic, canteenId }) =>
        isPublic ? (
          <a
            href={`/openmensa/${canteenId}.xml`}
            target='_blank'
            rel='noreferrer'
            onClick={(event) => event.stopPropagation()}
          >
            已公开
          </a>
        ) : (
          <span className='quiet'>没有公开</span>
        ),
    },
  ]

  return (
    <>
      <PageHead title='食堂与餐次' about='食堂、档口、供餐时间和报名截止。已经发布的日子保持原来的时间。'>
        <Button type='primary' icon={<PlusOutlined />} onClick={() => merge({ open: 'new' })}>
          添加食堂
        </Button>
      </PageHead>
      <div className='sheet'>
        <div className='filters'>
          <Checkbox checked={withRetired} onChange={({ target }) => merge({ retired: target.checked ? '1' : '' })}>
            也看已停用的
          </Checkbox>
        </div>
        <TroubleNote trouble={asked.trouble} onRetry={asked.reload} />
        {(canteens || !asked.trouble) && (
          <Table<CanteenRecord>
            size='middle'
            rowKey='canteenId'
            aria-label='食堂'
            columns={columns}
            dataSource={canteens}
            pagination={false}
            scroll={{ x: true }}
            loading={{ spinning: asked.isLoading, delay: 200 }}
            onRow={({ canteenId }) => ({ className: 'row-opens', onClick: () => merge({ open: canteenId }) })}
            locale={{
              emptyText: asked.isLoading ? (
                ' '
              ) : (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有食堂，添加以后就可以排菜单'>
                  <Button type='primary' onClick={() => merge({ open: 'new' })}>
                    添加食堂
                  </Button>
                </Empty>
              ),
            }}
          />
        )}
      </div>
      <Drawer
        title={wanted === 'new' ? '添加食堂' : (canteen?.name ?? '食堂')}
        width={820}
        open={wanted !== undefined}
        onClose={leave}
        destroyOnHidden
      >
        {(wanted === 'new' || canteen) && (
          <CanteenForm
            key={wanted}
            canteen={canteen}
            onDirty={setIsDirty}
            onSaved={() => {
              setIsDirty(false)
              asked.reload()
              merge({ open: '' })
            }}
          />
        )}
        {canteens && wanted && wanted !== 'new' && !canteen && <Empty description='没有这个食堂，可能已经停用' />}
      </Drawer>
    </>
  )
}
