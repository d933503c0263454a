import { View } from '@tarojs/components'
import type { Ticket } from '../../../contract/repair'
import { Card } from '../../ui/card'
import { costText, sumFen, yuanText } from './job-money'
import './job-costs.scss'

/** What a ticket has cost so far, line by line, with the sum; nothing where nothing was entered or it is not for the asker. */
export function JobSpent({ ticket: { costs, cycle } }: { ticket: Ticket }) {
  const roundOf = (own: number) => (cycle > 1 ? `第 ${own} 次 · ` : '')
  return (
    <View className='job-spent'>
      {costs.length > 0 ? (
        <Card title={`费用和配件 合计 ${yuanText(sumFen(costs))}`}>
          {costs.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none ever moves
            <View key={at} className='job-cost-text'>
              {roundOf(line.cycle) + costText(line)}
            </View>
          ))}
        </Card>
      ) : null}
    </View>
  )
}
