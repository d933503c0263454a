import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Asked } from '../use-asked'
import { Failure } from './failure'
import { Icon } from './icon'
import { Skeleton } from './skeleton'
import './asked-view.scss'

interface AskedViewProps<Value> {
  asked: Asked<Value>
  children: (value: Value) => ReactNode
  /** Lines of the skeleton. */
  lines?: number
}

/** The states of something asked: skeleton, content, failure with 重试, and content of earlier when offline. */
export function AskedView<Value>({ asked, children, lines = 3 }: AskedViewProps<Value>) {
  const { value, problem, asOf } = asked
  if (value === undefined) {
    return problem ? <Failure sentence={problem} onRetry={asked.refresh} /> : <Skeleton lines={lines} />
  }
  return (
    <>
      <View className='ui-asked-note' aria-live='polite'>
        {problem && asOf ? (
          <View className='ui-asked-offline'>
            <Icon name='offline' />
            <View>{`${problem}。以下内容更新于 ${asOf}`}</View>
          </View>
        ) : null}
      </View>
      {children(value)}
    </>
  )
}
