import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { Icon } from '../../ui/icon'
import './anonymous-line.scss'

/** Whether it is anonymous, in one line; how that is kept is a tap away. */
export function AnonymousLine({ isAnonymous }: { isAnonymous: boolean }) {
  if (!isAnonymous) {
    return (
      <View className='anonymous anonymous-not'>
        <Icon name='people' />
        <View className='anonymous-words'>实名问卷：调查的负责人能看到这是您答的。</View>
      </View>
    )
  }
  return (
    <View className='anonymous' hoverClass='anonymous-pressed' onClick={() => goTo('surveyPromise')} role='button'>
      <Icon name='shield' />
      <View className='anonymous-words'>匿名问卷：不记下哪份答卷是谁的。怎么保证的？</View>
      <Icon name='next' />
    </View>
  )
}
