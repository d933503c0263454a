import { Alert, Checkbox, Modal, Result } from 'antd'
import { useState } from 'react'
import { getMenuWeek } from '../../contract/canteen'
import { type DraftDay, publishMenu } from '../../contract/canteen-menus'
import type { ValueOf } from '../../contract/procedure'
import type { Day } from '../../contract/zone'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { dayState } from './day-head'
import { DishDrawer } from './dish-drawer'
import { dishesOnce, LabelProblems } from './label-problems'
import { type Differences, differencesOf } from './menu-differences'
import { canteenSentences, publishSentences } from './sentences'
import { dayText } from './words'

interface Props {
  canteenId: string
  days: readonly DraftDay[]
  onClose: () => void
  /** Drafts or labels are other ones now. */
  onChanged: () => void
}

const most = 8
const shorten = (texts: readonly string[]) =>
  texts.slice(0, most).join('、') + (texts.length > most ? ` 等 ${texts.length} 项` : '')

function DifferenceLines({ of: { added, updated, removed } }: { of: Differences }) {
  const groups = [
    { word: '新增', texts: added },
    { word: '更改', texts: updated },
    { word: '撤下', texts: removed },
  ].filter(({ texts }) => texts.length > 0)
  return (
    <>
      {groups.map(({ word, texts }) => (
        <div key={word} className='publish-line'>
          <span>
            {word} {texts.length}
          </span>
          <span className='quiet'>{shorten(texts)}</span>
        </div>
      ))}
    </>
  )
}

/** Dishes that a refused publishing names. */
function blockedBy(detail: Record<string, unknown> | undefined): DraftDay['problems'] {
  return Array.isArray(detail?.dishes) ? (detail.dishes as DraftDay['problems']) : []
}

function Done({ result }: { result: ValueOf<typeof publishMenu> }) {
  const { days, added, updated, removed, told } = result
  return (
    <Result
      status='success'
      title={`已发布 ${days.length} 天`}
      subTitle={`新增 ${added} 道，更改 ${updated} 道，撤下 ${removed} 道。${
        told > 0 ? `已通知 ${told} 位订了餐或收藏了菜的同事。` : '没有同事的订餐或收藏受到影响。'
      }`}
    />
  )
}

/** Publishing chosen days: what changes for the staff, what stands against it, and the labels at hand. */
export function Publish({ canteenId, days, onClose, onChanged }: Props) {
  const open = days.filter((day) => !day.isPast)
  const [chosen, setChosen] = useState<readonly Day[]>(() =>
    open
      .filter((day) => day.hasChanges && (day.publishedAt || day.isClosed || day.lines.length > 0))
      .map(({ day }) => day),
  )
  const [dishId, setDishId] = useState<string>()
  const [result, setResult] = useState<ValueOf<typeof publishMenu>>()
  const task = useTask(publishMenu, publishSentences)
  const week = useAsk(getMenuWeek, days[0] && { canteenId, day: days[0].day }, canteenSentences)
  const dishNames = new Map(week.value?.dishes.map((dish) => [dish.dishId, dish.name]))
  const taken = open.filter(({ day }) => chosen.includes(day))
  const known = dishesOnce(taken.filter(({ isClosed }) => !isClosed).flatMap(({ problems }) => problems))
  const isBlocked = task.trouble?.refusal === 'LABELS_BLOCK'
  const blocking = known.length > 0 || !isBlocked ? known : blockedBy(task.trouble?.detail)

  async function publish() {
    const published = await task.run({ canteenId, days: [...chosen] })
    if (published) setResult(published)
    onChanged()
  }

  return (
    <>
      <Modal
        open
        width={760}
        title='发布菜单'
        okText={result ? '完成' : `发布 ${chosen.length} 天`}
        cancelButtonProps={{ style: result && { display: 'none' } }}
        okButtonProps={{ disabled: chosen.length === 0, autoFocus: true }}
        confirmLoading={task.isRunning}
        onCancel={onClose}
        onOk={result ? onClose : publish}
      >
        {result ? (
          <Done result={result} />
        ) : (
          <>
            <TroubleNote trouble={task.trouble} />
            {blocking.length > 0 && (
              <Alert
                type='warning'
                style={{ marginBottom: 8 }}
                message={`有 ${blocking.length} 道菜的标签还没有齐，改好才能发布`}
                description={<LabelProblems dishes={blocking} onDish={setDishId} />}
              />
            )}
            {open.length === 0 && <p>这一周已经过去，不能再发布。</p>}
            {open.map((day) => {
              const { word } = dayState(day)
              const published = week.value?.days.find((each) => each.day === day.day)
              return (
                <div key={day.day} className='publish-day'>
                  <Checkbox
                    checked={chosen.includes(day.day)}
                    disabled={!day.hasChanges}
                    onChange={({ target }) =>
                      setChosen(
                        target.checked ? [...chosen, day.day].sort() : chosen.filter((each) => each !== day.day),
                      )
                    }
                  >
                    {dayText(day.day)}
                  </Checkbox>
                  <div>
                    <span className='quiet'>
                      {word}
                      {day.isClosed && '，停餐'}
                    </span>
                    {week.value && day.hasChanges && <DifferenceLines of={differencesOf(day, published, dishNames)} />}
                  </div>
                </div>
              )
            })}
            <p className='quiet'>发布后职工立即看到。订了餐、收藏了菜的同事，只在受到影响时收到通知。</p>
          </>
        )}
      </Modal>
      <DishDrawer
        dishId={dishId}
        startsAt='labels'
        onClose={() => setDishId(undefined)}
        onChanged={() => {
          task.clear()
          onChanged()
        }}
      />
    </>
  )
}
