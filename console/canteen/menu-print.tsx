import { PrinterOutlined } from '@ant-design/icons'
import { Button, Empty, Skeleton } from 'antd'
import { getMenuWeek } from '../../contract/canteen'
import { dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './menu.css'
import './print.css'
import { CanteenSelect, NoCanteen } from './canteen-choice'
import { canteenSentences } from './sentences'
import { useCanteen } from './use-canteen'
import { WallMenu } from './wall-menu'
import { mondayOf, WeekChoice } from './week-choice'

/** The published week as a sheet for the wall. */
export default function MenuPrint() {
  const choice = useCanteen()
  const zone = useZone()
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), zone)
  const said = params.get('week') ?? ''
  const monday = mondayOf(isDay(said) ? said : today)
  const { canteen } = choice
  const { value, trouble, isLoading, reload } = useAsk(
    getMenuWeek,
    canteen && { canteenId: canteen.canteenId, day: monday },
    canteenSentences,
  )
  const isPublished = value?.days.some(({ status }) => status !== 'noData')
  const back = linkTo('/canteen/menu', { canteen: canteen?.canteenId, week: monday })

  return (
    <>
      <PageHead title='打印周菜单' about={<a href={back}>返回周菜单</a>}>
        <CanteenSelect {...choice} />
      </PageHead>
      <NoCanteen {...choice} />
      {canteen && (
        <>
          <div className='menu-bar no-print'>
            <WeekChoice monday={monday} today={today} onChange={(week) => merge({ week })} />
            <span className='quiet'>A4 横向；只印已经发布的内容。</span>
            <Button type='primary' icon={<PrinterOutlined />} disabled={!isPublished} onClick={() => window.print()}>
              打印
            </Button>
          </div>
          <TroubleNote trouble={trouble} onRetry={reload} />
          {!value && isLoading && <Skeleton active paragraph={{ rows: 12 }} />}
          {value && !isPublished && (
            <div className='sheet'>
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这一周还没有发布，发布以后再打印'>
                <Button href={back}>去发布</Button>
              </Empty>
            </div>
          )}
          {value && isPublished && <WallMenu week={value} canteen={canteen} printedAt={showInstant(value.now, zone)} />}
        </>
      )}
    </>
  )
}
