import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import './thanks.scss'

/** It was handed in; what comes of it, and what else is to be answered. */
export function Thanks({ text }: { text: string }) {
  return (
    <Page
      footer={
        <View className='thanks-acts'>
          <Button onTap={() => goTo('board', {}, 'replace')}>看看改了什么</Button>
          <Button kind='plain' onTap={() => goTo('surveys', {}, 'replace')}>
            回到问卷
          </Button>
        </View>
      }
    >
      <View className='thanks'>
        <Icon name='check' isLarge />
        <View className='thanks-title'>交好了，谢谢您</View>
        <View>{text}</View>
        <View className='thanks-soft'>结果公布后在「问卷」里可以看到；改了什么，会写在「你说，我们改」里。</View>
      </View>
    </Page>
  )
}
