import { Table } from 'antd'
import { fenOf, type Ticket } from '../../contract/repair'
import { Section } from '../ui/section'
import { moneyText } from './cost-lines'
import { costNames, ratingNames } from './words'

/** What it cost, line by line, with the sum; nothing where nothing was entered. */
export function TicketCosts({ ticket: { costs, cycle } }: { ticket: Ticket }) {
  if (costs.length === 0) return null
  const sum = costs.reduce((total, line) => total + fenOf(line), 0)
  return (
    <section aria-label='费用'>
      <Section>费用</Section>
      <Table
        size='small'
        rowKey={(_, i) => String(i)}
        pagination={false}
        dataSource={costs}
        columns={[
          { title: '种类', dataIndex: 'kind', render: (kind: keyof typeof costNames) => costNames[kind] },
          { title: '名称', dataIndex: 'name' },
          ...(cycle > 1 ? [{ title: '轮次', dataIndex: 'cycle' }] : []),
          { title: '数量', dataIndex: 'quantity', align: 'right' },
          { title: '单价', dataIndex: 'unitPriceFen', align: 'right', render: moneyText },
          { title: '金额', align: 'right', className: 'whole-line', render: (_, line) => moneyText(fenOf(line)) },
        ]}
      />
      <p className='cost-sum'>
        合计 <strong>{moneyText(sum)}</strong>
      </p>
    </section>
  )
}

/** How the requester rated the work; silence is not praise, so nothing is said then. */
export function TicketRating({ ticket: { rating } }: { ticket: Ticket }) {
  if (!rating) return null
  const reasons = rating.reasons.map((reason) => ratingNames[reason as keyof typeof ratingNames] ?? reason)
  return (
    <section aria-label='评价'>
      <Section>评价</Section>
      <p>
        <span aria-hidden>{'★'.repeat(rating.stars) + '☆'.repeat(5 - rating.stars)}</span> {rating.stars} 星
        {reasons.length > 0 && `，${reasons.join('、')}`}
        {rating.words && <span>「{rating.words}」</span>}
      </p>
    </section>
  )
}
