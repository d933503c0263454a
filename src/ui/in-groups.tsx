import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface InGroupsProps<Item> {
  items: readonly Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
  className?: string
}

const groupSize = 20

/** A long list, twenty to a node: WeChat wants at most sixty children of one. */
export function InGroups<Item>({ items, keyOf, children, className = '' }: InGroupsProps<Item>) {
  const groups = Array.from({ length: Math.ceil(items.length / groupSize) }, (_, at) =>
    items.slice(at * groupSize, (at + 1) * groupSize),
  )
  return (
    <>
      {groups.map((group) => (
        <View key={group[0] && keyOf(group[0])} className={className}>
          {group.map(children)}
        </View>
      ))}
    </>
  )
}
