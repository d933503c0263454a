import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Suggestion } from '../../../contract/repair-work'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { reasonsFor } from './job-words'
import './job-persons.scss'

interface JobPersonsProps {
  persons: readonly Suggestion[]
  /** Of the ticket, for what somebody can do. */
  category: string
  chosenId: string | undefined
  onChoose: (person: Suggestion) => void
  /** How many are shown at first. */
  most: number
}

const shownMore = 6

/** Technicians as they are proposed, the best first, each with the reasons. */
export function JobPersons({ persons, category, chosenId, onChoose, most: first }: JobPersonsProps) {
  const [most, setMost] = useState(first)
  const rest = persons.length - most
  if (persons.length === 0) return <Empty icon='people' text='没有别的维修人员。请在后台「维修人员」里添加。' />
  return (
    <View className='job-persons'>
      <View role='radiogroup' aria-label='师傅'>
        {persons.slice(0, most).map((person) => {
          const isOn = person.personId === chosenId
          return (
            <View
              key={person.personId}
              className={isOn ? 'job-person job-person-on' : 'job-person'}
              hoverClass='job-person-pressed'
              onClick={() => onChoose(person)}
              role='radio'
              aria-checked={isOn}
            >
              <View className='job-person-name'>{isOn ? `✓ ${person.name}` : person.name}</View>
              <View className='job-person-why'>{reasonsFor(person, category)}</View>
            </View>
          )
        })}
      </View>
      <View>
        {rest > 0 ? (
          <Button kind='link' onTap={() => setMost(most + shownMore)}>
            {`还有 ${rest} 人，点此显示`}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
