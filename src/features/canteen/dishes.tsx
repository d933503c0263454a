import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { listDishes } from '../../../contract/canteen'
import { formatDayNear } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { SearchField } from '../../ui/search-field'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { usePresent } from '../../use-present'
import { useAvoidance } from './avoidance'
import { DishLine } from './dish-line'
import { Notice } from './notice'
import './dishes.scss'

const sorts = [
  { value: 'popular', label: '受欢迎' },
  { value: 'new', label: '新菜' },
  { value: 'favourite', label: '我的收藏' },
] as const

const empty = {
  popular: '还没有菜。食堂公布菜单后会出现在这里。',
  new: '最近两周没有上新。',
  favourite: '还没有收藏。点菜旁边的 ♡，上菜单时会告诉您。',
} as const

/** 找菜: by name, pinyin or initials; what people like, what is new, what I keep. */
export default function Dishes() {
  const [query, setQuery] = useState('')
  const [sort, setSort] = useState<'popular' | 'new' | 'favourite'>('popular')
  const avoided = useAvoidance()
  const { first, items, ...pages } = useAskedPages(listDishes, { query, sort, limit: 10 })
  // What was shown stays while another list is on its way: then words change, not lines.
  const held = useRef(items)
  if (first.value) held.current = items
  const isWaiting = !first.value && !first.problem && held.current.length > 0
  const shown = isWaiting ? held.current : items
  const { now, zone } = usePresent()
  return (
    <Page>
      <SearchField label='找菜' placeholder='菜名、拼音或首字母' onSearch={setQuery} />
      <Segmented choices={sorts} chosen={sort} onChoose={setSort} />
      <Stack>
        <AskedView asked={isWaiting ? { ...first, value: { items: shown } } : first} lines={6}>
          {() =>
            shown.length === 0 ? (
              <Empty
                icon='meal'
                text={query ? `没有找到「${query}」。换个说法试试，例如 hsr、红烧。` : empty[sort]}
                action='看菜单'
                onAction={() => goTo('menu')}
              />
            ) : (
              <View className={isWaiting ? 'dishes dishes-waiting' : 'dishes'}>
                <InGroups items={shown.map((dish, at) => ({ dish, at }))} keyOf={({ at }) => String(at)}>
                  {({ dish, at }) => (
                    <DishLine
                      key={at}
                      dish={dish}
                      avoided={avoided}
                      next={dish.nextOn ? `${formatDayNear(dish.nextOn, now, zone)}有` : ''}
                    />
                  )}
                </InGroups>
              </View>
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多' {...pages} />
      <Notice />
    </Page>
  )
}
