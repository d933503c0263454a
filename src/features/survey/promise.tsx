import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import './promise.scss'

const promised = [
  '交上以后，「谁答过」和「答了什么」分开保存，两边没有任何能对上的编号、时间和先后顺序。领导、问卷负责人、系统管理员都查不到哪份是您的。',
  '答卷先锁进加密的信封，攒到十份以上或者问卷截止，再一起打乱顺序拆开存好。',
  '答卷里不记您的姓名、工号、部门，也不记几点几分交的。操作日志里也没有。',
  '少于五个人的数字不显示，也不让人用加减法算出来：必要时整题、整张表都不显示，平均分只给个大概。文字意见要有十份以上才给负责人看，顺序打乱。',
  '问卷发布以后，匿名不能再改成实名。系统不允许，谁也改不了。',
]
const notPromised = [
  '系统知道您答没答，这样每人只答一次，也只提醒没答的人。负责人看到的是各部门答了几份，不是名单。',
  '您自己写的话，可能让人认出您。请别写姓名、工号和只有您知道的事。',
  '信封还没拆开时，如果有人同时偷到数据库和钥匙，有可能认出您。拆开打乱以后就对不上了。',
  '没交的内容只留在这台手机上，交上就删掉；别人拿着您的手机能看到。',
  '交上以后不能改、也不能收回，因为我们找不出哪一份是您的。',
  '实名问卷不在此列。填写页最上面会写明是匿名还是实名。',
]

function Points({ points }: { points: readonly string[] }) {
  return (
    <View>
      {points.map((point, at) => (
        <View key={point} className='promise-point'>
          <View className='promise-number'>{String(at + 1)}</View>
          <View className='promise-words'>{point}</View>
        </View>
      ))}
    </View>
  )
}

/** In plain words what an anonymous survey promises, and what it does not. */
export default function SurveyPromise() {
  return (
    <Page>
      <Card title='我们保证'>
        <Points points={promised} />
      </Card>
      <Card title='我们不能保证，请您知道'>
        <Points points={notPromised} />
      </Card>
      <View className='promise-end'>不想答的题可以空着：标着「选填」的都不是必须答的。</View>
    </Page>
  )
}
