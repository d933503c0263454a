import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AllergenCode, allergens, type Diet, dietNames, diets } from '../../../contract/canteen-allergens'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { say, sure } from '../../ui/say'
import { SwitchRow } from '../../ui/switch-row'
import { avoidsSomething, clearAvoidance, toggleAllergen, toggleDiet, useAvoidance } from './avoidance'
import { Notice } from './notice'
import './avoid.scss'

const law = allergens.filter(({ isGb8 }) => isGb8)
const european = allergens.filter(({ isGb8, isOwn }) => !isGb8 && !isOwn)
const own = allergens.filter(({ isOwn }) => isOwn)
const withParts = allergens.filter(({ parts }) => parts.length > 0)

const choicesOf = (items: readonly { code: AllergenCode; name: string }[]) =>
  items.map(({ code, name }) => ({ value: code, label: name }))

const dietChoices = diets.map((value): { value: Diet; label: string } => ({ value, label: dietNames[value] }))

/** 我的忌口: kept on this phone alone. */
export default function Avoid() {
  const avoided = useAvoidance()
  const [isDetailed, setDetailed] = useState(() =>
    withParts.some(({ parts }) => parts.some(({ code }) => avoided.allergens.includes(code))),
  )
  const isAny = avoidsSomething(avoided)
  const clear = async () => {
    if (!(await sure('清空后，菜单不再为您标出忌口。', '清空'))) return
    clearAvoidance()
    say('已清空')
  }
  const chips = (label: string, items: readonly { code: AllergenCode; name: string }[]) => (
    <Chips label={label} choices={choicesOf(items)} chosen={avoided.allergens} onTap={toggleAllergen} />
  )
  return (
    <Page footer={<Button onTap={() => goTo('menu')}>去看菜单</Button>}>
      <View className='avoid-private'>
        <Icon name='shield' />
        <View>忌口只留在这台手机上，不会上传，单位和食堂都看不到。菜单在手机上自己对照。退出登录时会一起清除。</View>
      </View>
      <Card title='我不能吃'>
        {chips('我不能吃', law)}
        <View className='avoid-label'>其他过敏原</View>
        {chips('其他过敏原', european)}
        <View className='avoid-label'>还有这些</View>
        {chips('还有这些', own)}
      </Card>
      <Card isFlush>
        <SwitchRow
          title='细分到哪种谷物、坚果'
          note='只对其中几种过敏时再选'
          isOn={isDetailed}
          onSwitch={setDetailed}
        />
        <View className='avoid-parts'>
          {isDetailed
            ? withParts.map(({ code, name, parts }) => (
                <View key={code}>
                  <View className='avoid-label'>{name}</View>
                  {chips(name, parts)}
                </View>
              ))
            : null}
        </View>
      </Card>
      <Card title='我只吃'>
        <Chips label='我只吃' choices={dietChoices} chosen={avoided.diets} onTap={toggleDiet} />
      </Card>
      <View>
        {isAny ? (
          <Button kind='danger' onTap={clear}>
            清空我的忌口
          </Button>
        ) : null}
      </View>
      <View className='avoid-legend'>
        {'菜单上会这样标：\n✕ 含有，请不要吃\n？ 还没有确认，请先问窗口\n○ 未发现忌口，但不等于绝对没有'}
      </View>
      <Notice />
    </Page>
  )
}
