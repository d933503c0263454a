import { Empty, Skeleton, Timeline } from 'antd'
import { dietNames } from '../../contract/canteen-allergens'
import { listLabelHistory } from '../../contract/canteen-dishes'
import type { ValueOf } from '../../contract/procedure'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { Pager } from '../ui/pager'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { labelHistorySentences } from './sentences'
import { shortAllergen } from './words'

type LabelEvent = ValueOf<typeof listLabelHistory>['items'][number]

const kindWords = {
  created: '添加',
  edited: '修改',
  confirmed: '确认标签',
  imported: '导入',
} satisfies Record<LabelEvent['kind'], string>

/** Every edit of a dish's name, ingredients and labels, the newest first as the cloud gives them. */
export function LabelHistory({ dishId }: { dishId: string }) {
  const zone = useZone()
  const cursor = useCursor(dishId)
  const { value, trouble, isLoading, reload } = useAsk(
    listLabelHistory,
    { dishId, cursor: cursor.at, limit: 30 },
    labelHistorySentences,
  )
  if (!value && isLoading) return <Skeleton active />
  return (
    <section aria-label='修改记录'>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {value?.items.length === 0 && <Empty description='还没有记录' />}
      <Timeline
        items={value?.items.map((event) => ({
          key: event.eventNumber,
          color: event.kind === 'confirmed' ? 'green' : 'gray',
          children: (
            <div className='label-event'>
              <strong>{kindWords[event.kind]}</strong> {event.by}{' '}
              <span className='quiet'>{showInstant(event.at, zone)}</span>
              <div>
                {event.name}
                {event.ingredients.length > 0 && <span className='quiet'>：{event.ingredients.join('、')}</span>}
              </div>
              {event.contains.length > 0 && <div>含有：{event.contains.map(shortAllergen).join('、')}</div>}
              {event.free.length > 0 && <div>确认不含：{event.free.map(shortAllergen).join('、')}</div>}
              {event.diets.length > 0 && <div>{event.diets.map((diet) => dietNames[diet]).join('、')}</div>}
            </div>
          ),
        }))}
      />
      {value && (
        <Pager cursor={cursor} next={value.nextCursor} isLoading={isLoading}>
          {null}
        </Pager>
      )}
    </section>
  )
}
