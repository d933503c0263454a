import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Row } from '../../ui/row'
import { Sheet } from '../../ui/sheet'
import './reopen-sheet.scss'

interface ReopenSheetProps {
  isOpen: boolean
  onClose: () => void
  onReopen: (reason: string) => Promise<unknown>
}

const reasons = ['还是老样子', '好了又坏', '只修了一部分', '修坏了别的地方'] as const

/** Why it is not settled: one tap on a reason opens the ticket again; another reason can be written. */
export function ReopenSheet({ isOpen, onClose, onReopen }: ReopenSheetProps) {
  const words = useRef('')
  const [isEmpty, setEmpty] = useState(true)
  const write = (text: string) => {
    words.current = text.trim()
    setEmpty(words.current === '')
  }
  return (
    <Sheet title='哪里没有解决？点一下就重新打开' isOpen={isOpen} onClose={onClose}>
      <View className='reopen-reasons'>
        {reasons.map((reason) => (
          <Row key={reason} icon='again' title={reason} onTap={() => onReopen(reason)} />
        ))}
      </View>
      <Field label='其他原因' maxLength={200} placeholder='写在这里' onText={write} />
      <Button kind='plain' isDisabled={isEmpty} onTap={() => onReopen(words.current)}>
        按这个原因重新打开
      </Button>
    </Sheet>
  )
}
