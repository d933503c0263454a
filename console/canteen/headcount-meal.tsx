import { App, Button, Form, InputNumber, Switch, Table, type TableColumnsType } from 'antd'
import { type getHeadcount, markSoldOut, recordServed } from '../../contract/canteen-headcount'
import { mealNames } from '../../contract/canteen-words'
import type { ValueOf } from '../../contract/procedure'
import { formatClock, formatMoment, parseInstant } from '../../contract/zone'
import { useZone } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { recordServedSentences, soldOutSentences } from './sentences'

type Meal = ValueOf<typeof getHeadcount>['meals'][number]
type Dish = Meal['dishes'][number]

interface Props {
  meal: Meal
  now: string
  onChanged: () => void
}

/** What a meal came to, entered when it is over. */
function Served({ meal, onChanged }: Omit<Props, 'now'>) {
  const { message } = App.useApp()
  const task = useTask(recordServed, recordServedSentences)

  async function save({ served, leftoverKg }: { served?: number; leftoverKg?: number | null }) {
    if (served === undefined || served === null) return
    if (!(await task.run({ sittingId: meal.sittingId, served, leftoverKg: leftoverKg ?? undefined }))) return
    message.success(`已登记${mealNames[meal.meal]}的实际人数`)
    onChanged()
  }

  return (
    <Form
      layout='inline'
      className='served-form no-print'
      initialValues={{ served: meal.served, leftoverKg: meal.leftoverKg }}
      onFinish={save}
    >
      <Form.Item name='served' label='实际就餐' rules={[{ required: true, message: '请填写人数' }]}>
        <InputNumber min={0} max={100_000} precision={0} suffix='人' style={{ width: 110 }} />
      </Form.Item>
      <Form.Item name='leftoverKg' label='剩余'>
        <InputNumber min={0} max={10_000} step={0.5} suffix='公斤' style={{ width: 120 }} />
      </Form.Item>
      <Button htmlType='submit' loading={task.isRunning}>
        {meal.served === undefined ? '登记' : '更改'}
      </Button>
      <TroubleNote trouble={task.trouble} />
    </Form>
  )
}

/** One meal: how many eat, how many of each dish, what is sold out, and what it came to. */
export function HeadcountMeal({ meal, now, onChanged }: Props) {
  const zone = useZone()
  const soldOut = useTask(markSoldOut, soldOutSentences)
  const clock = (instant: string) => formatClock(parseInstant(instant) ?? 0, zone)
  const nowMs = parseInstant(now) ?? 0
  const cutoff = meal.cutoffAt === undefined ? undefined : (parseInstant(meal.cutoffAt) ?? 0)
  const full = meal.eats - meal.half
  const hasBegun = (parseInstant(meal.opensAt) ?? 0) <= nowMs

  async function toggle(servingId: string, isSoldOut: boolean) {
    if (await soldOut.run({ servingId, isSoldOut })) onChanged()
  }

  const columns: TableColumnsType<Dish> = [
    { title: '档口', dataIndex: 'window', width: '20%' },
    {
      title: '菜品',
      dataIndex: 'dish',
      render: (dish: string, { isSoldOut }) => (
        <>
          {dish} {isSoldOut && <strong className='remark-error'>售罄</strong>}
        </>
      ),
    },
    {
      title: '预订',
      align: 'right',
      width: 130,
      render: (_, { reserved, places }) => (places === undefined ? `${reserved} 份` : `${reserved} / ${places} 份`),
    },
    {
      title: '售罄',
      width: 90,
      align: 'center',
      className: 'no-print',
      render: (_, { servingId, dish, isSoldOut }) => (
        <Switch
          size='small'
          aria-label={`${dish}售罄`}
          checked={isSoldOut}
          loading={soldOut.isRunning}
          onChange={(next) => void toggle(servingId, next)}
        />
      ),
    },
  ]

  return (
    <section className='sheet headcount-meal' aria-label={mealNames[meal.meal]}>
      <header>
        <h2>{mealNames[meal.meal]}</h2>
        <span className='quiet'>
          {clock(meal.opensAt)}–{clock(meal.closesAt)}
          {cutoff !== undefined &&
            (cutoff > nowMs ? `，${formatMoment(cutoff, nowMs, zone)} 截止，人数还会变` : '，报名已截止')}
          {cutoff === undefined && '，不用报名'}
        </span>
      </header>
      <dl
        className='head-figures'
        hidden={cutoff === undefined && meal.eats + meal.skips === 0 && meal.served === undefined}
      >
        <div>
          <dt>就餐</dt>
          <dd>
            {meal.eats}
            <small>{meal.places === undefined ? ' 人' : ` / ${meal.places} 人`}</small>
          </dd>
        </div>
        <div>
          <dt>整份</dt>
          <dd>{full}</dd>
        </div>
        <div>
          <dt>半份</dt>
          <dd>{meal.half}</dd>
        </div>
        <div>
          <dt>不吃</dt>
          <dd>{meal.skips}</dd>
        </div>
        {meal.served !== undefined && (
          <div>
            <dt>实际</dt>
            <dd>{meal.served}</dd>
          </div>
        )}
        {meal.leftoverKg !== undefined && (
          <div>
            <dt>剩余</dt>
            <dd>
              {meal.leftoverKg}
              <small> 公斤</small>
            </dd>
          </div>
        )}
      </dl>
      <TroubleNote trouble={soldOut.trouble} />
      <Table<Dish>
        size='small'
        rowKey='servingId'
        pagination={false}
        columns={columns}
        dataSource={meal.dishes}
        locale={{ emptyText: '这一餐没有列出菜品' }}
      />
      {hasBegun && <Served meal={meal} onChanged={onChanged} />}
    </section>
  )
}
