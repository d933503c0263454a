import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { findColleagues } from '../../../contract/people'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { Row } from '../../ui/row'
import { SearchField } from '../../ui/search-field'
import { Segmented } from '../../ui/segmented'
import { Sheet } from '../../ui/sheet'
import { useAsked } from '../../use-asked'
import type { ForWhom } from './use-trip'
import './trip-whom.scss'

const kinds = [
  { value: 'colleague', label: '同事' },
  { value: 'guest', label: '访客' },
] as const

interface TripWhomProps {
  forWhom: ForWhom
  onChoose: (forWhom: ForWhom) => void
}

/** A colleague from the roster. */
function ChooseColleague({ onChoose }: { onChoose: (forWhom: ForWhom) => void }) {
  const [query, setQuery] = useState('')
  const found = useAsked(findColleagues, query ? { query } : undefined)
  return (
    <View className='trip-whom-found'>
      <SearchField label='搜索同事' placeholder='姓名、拼音、首字母或工号' onSearch={setQuery} />
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
                  onTap={() => onChoose({ colleague })}
                />
              ))
            )
          }
        </AskedView>
      ) : (
        <View className='trip-whom-hint'>输入姓名，从结果里点选乘车人，约好后会通知他。</View>
      )}
    </View>
  )
}

/** Whose seat it is, for those who may reserve for others; oneself unless somebody is chosen. */
export function TripWhom({ forWhom, onChoose }: TripWhomProps) {
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<(typeof kinds)[number]['value']>('colleague')
  const [problem, setProblem] = useState('')
  const guest = useRef('')
  const { colleague, guestName } = forWhom
  const choose = (next: ForWhom) => {
    setOpen(false)
    onChoose(next)
  }
  const takeGuest = () => {
    const name = guest.current.trim()
    setProblem(name ? '' : '请填写访客姓名')
    if (name) choose({ guestName: name })
  }
  const who = colleague ? `${colleague.name} · ${colleague.department}` : guestName ? `${guestName}（访客）` : '自己'
  return (
    <View>
      <Row icon='people' title='乘车人' value={who} onTap={() => setOpen(true)} />
      <Sheet title='替谁预约' isOpen={isOpen} onClose={() => setOpen(false)}>
        <Segmented choices={kinds} chosen={kind} onChoose={setKind} />
        {kind === 'colleague' ? (
          <ChooseColleague onChoose={choose} />
        ) : (
          <View>
            <Field
              label='访客姓名'
              maxLength={20}
              defaultValue={guestName}
              problem={problem}
              onText={(text) => {
                guest.current = text
              }}
              onDone={takeGuest}
            />
            <Button onTap={takeGuest}>给这位访客预约</Button>
          </View>
        )}
        <Button kind='link' onTap={() => choose({})}>
          给自己预约
        </Button>
      </Sheet>
    </View>
  )
}
