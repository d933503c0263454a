import { View } from '@tarojs/components'
import type { Ticket } from '../../../contract/repair'
import { Row } from '../../ui/row'
import { Sheet } from '../../ui/sheet'
import { type JobStep, otherStepsOf } from './job-steps'
import { stepWordsOf } from './job-words'

interface MoreSheetProps {
  ticket: Ticket
  onClose: () => void
  onStep: (step: JobStep) => void
}

/** Everything that can be done besides the next step, each with what it does. */
export function MoreSheet({ ticket, onClose, onStep }: MoreSheetProps) {
  return (
    <Sheet title='更多操作' isOpen onClose={onClose}>
      <View className='job-more'>
        {otherStepsOf(ticket).map((step) => {
          const { title, note } = stepWordsOf(step, ticket)
          return <Row key={title} title={title} note={note} onTap={() => onStep(step)} />
        })}
      </View>
    </Sheet>
  )
}
