import { Drawer, Empty, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { listDishRecords } from '../../contract/canteen-dishes'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { DishForm } from './dish-form'
import { LabelEditor } from './label-editor'
import { LabelHistory } from './label-history'
import { noRefusals } from './sentences'

interface Props {
  /** `new` for one that is added; undefined while none is open. */
  dishId?: string
  startsAt?: 'dish' | 'labels'
  onClose: () => void
  /** A new dish has been saved. */
  onMade?: (dishId: string) => void
  onChanged: () => void
}

/** A dish: what is in it, what it is labelled with, and who changed that when. */
export function DishDrawer({ dishId, startsAt = 'dish', onClose, onMade, onChanged }: Props) {
  const isNew = dishId === 'new'
  const asked = useAsk(
    listDishRecords,
    dishId && !isNew ? { dishId, limit: 1, withRetired: true } : undefined,
    noRefusals,
  )
  const { leave, setIsDirty } = useLeave(onClose)
  const [tab, setTab] = useState<string>()
  const dish = asked.value?.items.find((each) => each.dishId === dishId)

  function changed() {
    setIsDirty(false)
    asked.reload()
    onChanged()
  }

  return (
    <Drawer
      title={isNew ? '添加菜品' : (dish?.name ?? '菜品')}
      width={820}
      open={dishId !== undefined}
      onClose={leave}
      afterOpenChange={(isOpen) => !isOpen && setTab(undefined)}
      destroyOnHidden
    >
      {isNew && (
        <DishForm
          onDirty={setIsDirty}
          onSaved={(saved) => {
            setIsDirty(false)
            onChanged()
            setTab('labels')
            onMade?.(saved.dishId)
          }}
        />
      )}
      {!isNew && <TroubleNote trouble={asked.trouble} onRetry={asked.reload} />}
      {!isNew && !dish && asked.isLoading && <Skeleton active />}
      {!isNew && !dish && asked.value && !asked.isLoading && <Empty description='没有这道菜，可能已被删除' />}
      {dish && (
        <Tabs
          activeKey={tab ?? startsAt}
          onChange={setTab}
          destroyOnHidden
          items={[
            {
              key: 'labels',
              label: '过敏原标签',
              children: (
                <LabelEditor
                  key={dish.dishId + dish.labelRevision}
                  dish={dish}
                  onDirty={setIsDirty}
                  onConfirmed={changed}
                  onReload={asked.reload}
                  onIngredients={() => setTab('dish')}
                />
              ),
            },
            {
              key: 'dish',
              label: '菜品与配料',
              children: (
                <DishForm
                  key={dish.dishId + dish.labelRevision}
                  dish={dish}
                  onDirty={setIsDirty}
                  onSaved={(saved) => {
                    changed()
                    // other ingredients want other labels
                    if (saved.labelRevision !== dish.labelRevision) setTab('labels')
                  }}
                />
              ),
            },
            { key: 'history', label: '修改记录', children: <LabelHistory dishId={dish.dishId} /> },
          ]}
        />
      )}
    </Drawer>
  )
}
