import { LeftOutlined, PrinterOutlined, RightOutlined, TeamOutlined } from '@ant-design/icons'
import { Button, DatePicker, Empty, Skeleton, Space } from 'antd'
import dayjs from 'dayjs'
import { getHeadcount } from '../../contract/canteen-headcount'
import { addDays, dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useRefresh } from '../ui/use-refresh'
import './menu.css'
import './print.css'
import './canteen.css'
import { CanteenSelect, NoCanteen } from './canteen-choice'
import { HeadcountMeal } from './headcount-meal'
import { canteenSentences } from './sentences'
import { useCanteen } from './use-canteen'
import { dayText } from './words'

const refreshMs = 60_000

/** How many eat on a day, by meal and dish: what the kitchen cooks by, also on paper. */
export default function Headcount() {
  const choice = useCanteen()
  const zone = useZone()
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), zone)
  const said = params.get('day') ?? ''
  const day = isDay(said) ? said : today
  const { canteen } = choice
  const asked = useAsk(getHeadcount, canteen && { canteenId: canteen.canteenId, day }, canteenSentences)
  const { value, trouble, isLoading, reload } = asked
  useRefresh(reload, refreshMs, true)
  const hasOvertime = value?.meals.some(({ meal }) => meal === 'overtime')
  const toDay = (next: string) => merge({ day: next })

  return (
    <>
      <PageHead title='就餐人数' about='按餐次和菜品汇总，不含姓名。没报名也可以来吃，备餐时请留余量。'>
        <CanteenSelect {...choice} />
      </PageHead>
      <NoCanteen {...choice} />
      {canteen && (
        <>
          <div className='menu-bar no-print'>
            <Space size={4}>
              <Button icon={<LeftOutlined />} aria-label='前一天' onClick={() => toDay(addDays(day, -1))} />
              <DatePicker
                aria-label='哪一天'
                allowClear={false}
                value={dayjs(day)}
                onChange={(next) => next && toDay(next.format('YYYY-MM-DD'))}
              />
              <Button icon={<RightOutlined />} aria-label='后一天' onClick={() => toDay(addDays(day, 1))} />
              <Button type='link' disabled={day === today} onClick={() => toDay(today)}>
                今天
              </Button>
              <Button type='link' disabled={day === addDays(today, 1)} onClick={() => toDay(addDays(today, 1))}>
                明天
              </Button>
            </Space>
            <Space wrap>
              <Button
                icon={<TeamOutlined />}
                href={linkTo('/canteen/overtime', { canteen: canteen.canteenId, day })}
                type={hasOvertime ? 'default' : 'text'}
              >
                加班餐名单
              </Button>
              <Button
                type='primary'
                icon={<PrinterOutlined />}
                disabled={!value?.meals.length}
                onClick={() => window.print()}
              >
                打印备餐单
              </Button>
            </Space>
          </div>
          <TroubleNote trouble={trouble} onRetry={reload} />
          {!value && isLoading && <Skeleton active paragraph={{ rows: 10 }} />}
          {value && (
            <section className='kitchen-sheet' aria-label={`${dayText(value.day)}的就餐人数`} aria-busy={isLoading}>
              <h2 className='print-only'>
                {value.canteen} 备餐单 · {dayText(value.day)}
              </h2>
              <p className='print-only'>打印于 {showInstant(value.now, zone)}；截止之前人数还会变。</p>
              {value.meals.length === 0 && (
                <div className='sheet'>
                  <Empty
                    image={Empty.PRESENTED_IMAGE_SIMPLE}
                    description='这一天没有发布的菜单，或者停餐，还没有人数可看'
                  >
                    <Button href={linkTo('/canteen/menu', { canteen: canteen.canteenId, week: day })}>
                      打开这一周的菜单
                    </Button>
                  </Empty>
                </div>
              )}
              {value.meals.map((meal) => (
                <HeadcountMeal key={meal.sittingId} meal={meal} now={value.now} onChanged={reload} />
              ))}
            </section>
          )}
        </>
      )}
    </>
  )
}
