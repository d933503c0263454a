import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { type TicketKind, ticketKinds } from '../../contract/repair-lifecycle'
import { useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useLeave } from '../ui/use-leave'
import './catalog.css'
import { useCategories } from './category-choice'
import { CategoryForm, type CategoryWish } from './category-form'
import { CategoryTable } from './category-table'
import { kindNames, kindOptions } from './words'

const titleOf = ({ kind, known, parentId }: CategoryWish) => {
  const what = known?.parentId || parentId ? '类别' : '分组'
  return known ? `${what}：${known.name}` : `添加${kindNames[kind]}${what}`
}

/** What can be reported, in groups, and by when each kind of it must be answered and done. */
export default function Categories() {
  const [params, merge] = useParams()
  const wanted = params.get('kind')
  const kind: TicketKind = ticketKinds.find((each) => each === wanted) ?? 'repair'
  const withRetired = params.get('retired') === '1'
  const asked = useCategories(true)
  const [wish, setWish] = useState<CategoryWish>()
  const { leave, setIsDirty } = useLeave(() => setWish(undefined))
  const all = asked.value?.categories ?? []
  const own = all.filter((category) => category.kind === kind)
  const shown = withRetired ? own : own.filter(({ isRetired }) => !isRetired)
  const retired = own.length - own.filter(({ isRetired }) => !isRetired).length

  return (
    <>
      <PageHead title='类别与时限' about='可以报修什么，各类工单要在多久内接单、给出方案和完成。'>
        <Button type='primary' icon={<PlusOutlined />} onClick={() => setWish({ kind })}>
          添加分组
        </Button>
      </PageHead>
      <div className='sheet'>
        <div className='filters'>
          <Segmented
            aria-label='种类'
            options={kindOptions}
            value={kind}
            onChange={(chosen) => merge({ kind: chosen === 'repair' ? '' : chosen })}
          />
          {retired > 0 && (
            <Checkbox
              className='filter-check'
              checked={withRetired}
              onChange={(event) => merge({ retired: event.target.checked ? '1' : '' })}
            >
              显示已停用的 {retired} 项
            </Checkbox>
          )}
        </div>
        <TroubleNote trouble={asked.trouble} onRetry={asked.reload} />
        {(asked.value || !asked.trouble) && (
          <CategoryTable kind={kind} categories={shown} isLoading={asked.isLoading} onOpen={setWish} />
        )}
      </div>
      <Drawer title={wish && titleOf(wish)} width={720} open={wish !== undefined} onClose={leave} destroyOnHidden>
        {wish && (
          <CategoryForm
            wish={wish}
            categories={all}
            onDirty={setIsDirty}
            onSaved={() => {
              setIsDirty(false)
              setWish(undefined)
              asked.reload()
            }}
          />
        )}
      </Drawer>
    </>
  )
}
