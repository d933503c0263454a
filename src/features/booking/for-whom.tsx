import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Colleague, findColleagues } from '../../../contract/people'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Row } from '../../ui/row'
import { SearchField } from '../../ui/search-field'
import { Sheet } from '../../ui/sheet'
import { useAsked } from '../../use-asked'
import './for-whom.scss'

interface ForWhomProps {
  person: Colleague | undefined
  onPerson: (person: Colleague | undefined) => void
}

/** Whose meeting it is, for those who may book for others; oneself unless somebody is chosen. */
export function ForWhom({ person, onPerson }: ForWhomProps) {
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const found = useAsked(findColleagues, isOpen && query ? { query } : undefined)
  const choose = (chosen: Colleague | undefined) => {
    setOpen(false)
    onPerson(chosen)
  }
  return (
    <View className='for-whom'>
      <Row
        title='替谁预订'
        value={person ? `${person.name} · ${person.department}` : '自己'}
        onTap={() => setOpen(true)}
      />
      <Sheet title='替谁预订' isOpen={isOpen} onClose={() => setOpen(false)}>
        <SearchField label='搜索同事' placeholder='姓名、拼音、首字母或工号' onSearch={setQuery} />
        <View className='for-whom-found'>
          {query ? (
            <AskedView asked={found}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty icon='people' text='没有找到这位同事，请换个写法再搜。' />
                ) : (
                  items.map((colleague) => (
                    <Row
                      key={colleague.personId}
                      title={colleague.name}
                      note={`${colleague.department} · 工号 ${colleague.staffNumber}`}
                      onTap={() => choose(colleague)}
                    />
                  ))
                )
              }
            </AskedView>
          ) : (
            <View className='for-whom-hint'>输入姓名，从结果里点选使用人。会议会出现在他的“我的预订”里。</View>
          )}
        </View>
        <Button kind='link' onTap={() => choose(undefined)}>
          给自己预订
        </Button>
      </Sheet>
    </View>
  )
}
