import { PrinterOutlined } from '@ant-design/icons'
import { Button, Empty, Skeleton } from 'antd'
import { getManifest } from '../../contract/shuttle-fleet'
import { isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './shuttle.css'
import './print.css'
import { placed } from './manifest-stops'
import { manifestSentences } from './sentences'
import { clockOf, dayText, towards } from './words'

const heads = ['上车站', '时间', '乘客', '部门', '下车站', '座位', '上车']

/** A run's riders on paper, in the order in which they get on. */
export default function ManifestPrint() {
  const [params] = useParams()
  const [tripId, day] = [params.get('trip') ?? '', params.get('day') ?? '']
  const isAsked = tripId !== '' && isDay(day)
  const { value, trouble, isLoading, reload } = useAsk(
    getManifest,
    isAsked ? { tripId, day } : undefined,
    manifestSentences,
  )
  const order = new Map(value?.stops.map((stop, at) => [stop.stopId, { ...stop, at }]))
  const riders = placed(value?.seats ?? []).sort(
    (a, b) =>
      (order.get(a.fromStopId)?.at ?? 0) - (order.get(b.fromStopId)?.at ?? 0) ||
      a.rider.localeCompare(b.rider, 'zh-CN'),
  )
  return (
    <>
      <PageHead title='乘客名单' about={<a href={linkTo('/shuttle/runs', { day })}>返回班次</a>}>
        <span className='quiet'>名单含姓名，查看会记入操作记录。</span>
        <Button type='primary' icon={<PrinterOutlined />} disabled={riders.length === 0} onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!isAsked && <Empty description='没有指定班次，请从班次表里打开名单' />}
      {!value && isLoading && isAsked && <Skeleton active />}
      {value && (
        <div className='sheet shuttle-sheet'>
          <h2>
            {dayText(day)} {clockOf(value.run.departsAt)} {towards(value.run.route.shortName, value.run.headsign)}
          </h2>
          <p>
            {value.run.plate || '车牌 ________'}　司机 {value.run.driver || '________'}　预约 {riders.length} 人 /{' '}
            {value.run.seats} 座
          </p>
          {riders.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这一班还没有人预约，没有名单可打印' />
          ) : (
            <table className='shuttle-table' aria-label='乘客名单'>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope='col'>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {riders.map((seat) => {
                  const from = order.get(seat.fromStopId)
                  return (
                    <tr key={seat.reservationId}>
                      <td>{from?.name}</td>
                      <td>{from && clockOf(from.departsAt)}</td>
                      <td>
                        {seat.rider}
                        {seat.isGuest && '（访客）'}
                      </td>
                      <td>{seat.department}</td>
                      <td>{order.get(seat.toStopId)?.name}</td>
                      <td>{seat.kind === 'wheelchair' ? '轮椅位' : '座位'}</td>
                      <td className='sign-box'>{seat.status === 'boarded' ? '✓' : ''}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )}
        </div>
      )}
    </>
  )
}
