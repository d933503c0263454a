import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CostLine } from '../../../contract/repair'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { CostForm } from './job-cost-form'
import { costText, sumFen, yuanText } from './job-money'
import './job-costs.scss'

interface JobCostsProps {
  lines: readonly CostLine[]
  onLines: (lines: CostLine[]) => void
}

const mostLines = 30

/** Working time, parts and vendors as lines, with what they come to; most jobs have none. */
export function JobCosts({ lines, onLines }: JobCostsProps) {
  const [isAdding, setAdding] = useState(false)
  return (
    <View className='job-costs'>
      <View className='job-label'>
        {lines.length > 0 ? `费用和配件 合计 ${yuanText(sumFen(lines))}` : '费用和配件（没有可不填）'}
      </View>
      <View>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike
          <View key={at} className='job-cost'>
            <View className='job-cost-text'>{costText(line)}</View>
            <View
              className='job-cost-remove'
              hoverClass='job-cost-pressed'
              onClick={() => onLines(lines.filter((_, other) => other !== at))}
              role='button'
              aria-label={`删除 ${line.name}`}
            >
              <Icon name='close' />
            </View>
          </View>
        ))}
      </View>
      <View>
        {isAdding ? (
          <CostForm
            onClose={() => setAdding(false)}
            onLine={(line) => {
              setAdding(false)
              onLines([...lines, line])
            }}
          />
        ) : lines.length < mostLines ? (
          <Button kind='plain' onTap={() => setAdding(true)}>
            {lines.length > 0 ? '再加一项费用' : '添加费用或配件'}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
