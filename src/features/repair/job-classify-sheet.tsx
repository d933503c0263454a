import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ValueOf } from '../../../contract/procedure'
import { listCategories } from '../../../contract/repair-catalog'
import type { Urgency } from '../../../contract/repair-lifecycle'
import { classifyTicket } from '../../../contract/repair-work'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Sheet } from '../../ui/sheet'
import { useAsked } from '../../use-asked'
import { classifySentences } from './job-sentences'
import type { JobSheetProps } from './job-sheet-props'

type Category = ValueOf<typeof listCategories>['categories'][number]

const urgencies: { value: Urgency; label: string }[] = [
  { value: 'normal', label: '一般' },
  { value: 'urgent', label: '紧急' },
]

/** The group it is in, then those of its kind, then the others. */
function groupsOf(categories: readonly Category[], kind: Category['kind'], presentId: string | undefined): Category[] {
  const rank = (group: Category) => (group.categoryId === presentId ? 0 : group.kind === kind ? 1 : 2)
  const groups = categories.filter(({ parentId }) => parentId === undefined)
  return [0, 1, 2].reduce<Category[]>((all, at) => all.concat(groups.filter((group) => rank(group) === at)), [])
}

const shownFirst = 8

/** Category and urgency as they should have been reported; the deadlines follow. */
export function ClassifySheet({ ticket, problem, onClose, onSend }: JobSheetProps) {
  const asked = useAsked(listCategories, {})
  const categories = asked.value?.categories ?? []
  const present = categories.find(({ categoryId }) => categoryId === ticket.categoryId)
  const [tapped, setTapped] = useState<string>()
  const [categoryId, setCategoryId] = useState(ticket.categoryId)
  const [urgency, setUrgency] = useState(ticket.urgency)
  const [most, setMost] = useState(shownFirst)
  const groupId = tapped ?? present?.parentId
  const groups = groupsOf(categories, ticket.kind, present?.parentId)
  const isSame = categoryId === ticket.categoryId && urgency === ticket.urgency
  const choiceOf = (category: Category) => ({ value: category.categoryId, label: category.name })
  return (
    <Sheet
      title='改类别或紧急程度'
      isOpen
      onClose={onClose}
      footer={
        <View>
          <View className='job-problem' aria-live='assertive'>
            {problem}
          </View>
          <Button
            isDisabled={isSame || !asked.value}
            onTap={() =>
              onSend({
                procedure: classifyTicket,
                input: { categoryId, urgency },
                sentences: classifySentences,
                done: '已改好，时限重新计算',
              })
            }
          >
            {isSame ? '还没有改动' : '保存'}
          </Button>
        </View>
      }
    >
      <View className='job-hint'>时限从报修时起按新的类别重新计算，挂起过的时间仍然不算。</View>
      <Chips label='紧急程度' choices={urgencies} chosen={[urgency]} onTap={setUrgency} />
      <View>
        <AskedView asked={asked} lines={4}>
          {() => (
            <View>
              <View className='job-label'>大类</View>
              <Chips
                label='大类'
                choices={groups.slice(0, most).map(choiceOf)}
                chosen={groupId ? [groupId] : []}
                onTap={setTapped}
              />
              <View>
                {groups.length > most ? (
                  <Button kind='link' onTap={() => setMost(most + shownFirst)}>
                    {`还有 ${groups.length - most} 个大类，点此显示`}
                  </Button>
                ) : null}
              </View>
              <View className='job-label'>类别</View>
              <Chips
                label='类别'
                choices={categories
                  .filter(({ parentId }) => parentId !== undefined && parentId === groupId)
                  .map(choiceOf)}
                chosen={[categoryId]}
                onTap={setCategoryId}
              />
            </View>
          )}
        </AskedView>
      </View>
    </Sheet>
  )
}
