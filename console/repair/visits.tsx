import { ReloadOutlined } from '@ant-design/icons'
import { Button, Empty, Skeleton } from 'antd'
import { listVisits } from '../../contract/repair-desk'
import { useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { Pager } from '../ui/pager'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { noRefusals } from './sentences'
import { TicketDrawer } from './ticket-drawer'
import { VisitLine } from './visit-line'
import { countText } from './words'

/** Return visits that are due, the most pressing first, each settled by a tap while still on the phone. */
export default function Visits() {
  const [params, merge] = useParams()
  const cursor = useCursor('')
  const { value, isLoading, trouble, reload } = useAsk(listVisits, { cursor: cursor.at, limit: 20 }, noRefusals)
  return (
    <>
      <PageHead title='回访' about='完成后 48 小时内打电话问一问，最多试三次；由没有参与处理的人来问。'>
        <Button icon={<ReloadOutlined />} onClick={reload} loading={isLoading} aria-label='刷新' />
      </PageHead>
      <section className='sheet' aria-label='待回访' aria-busy={isLoading}>
        <TroubleNote trouble={trouble} onRetry={reload} />
        {!value && !trouble && <Skeleton active paragraph={{ rows: 8 }} />}
        {value?.items.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='都回访过了。工单完成后会自动排到这里。' />
        )}
        <ul className='visits'>
          {value?.items.map((visit) => (
            <VisitLine
              key={`${visit.ticketId} ${visit.attempts.length}`}
              visit={visit}
              now={value.now}
              onOpen={(ticket) => merge({ ticket })}
              onChanged={reload}
            />
          ))}
        </ul>
        {value && value.total > 0 && (
          <Pager cursor={cursor} next={value.nextCursor} isLoading={isLoading}>
            共 {countText(value.total)} 件待回访
          </Pager>
        )}
      </section>
      <TicketDrawer
        ticketId={params.get('ticket') || undefined}
        onClose={() => merge({ ticket: '' })}
        onOpen={(ticket) => merge({ ticket })}
        onChanged={reload}
      />
    </>
  )
}
