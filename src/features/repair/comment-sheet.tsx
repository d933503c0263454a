import { useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'

interface CommentSheetProps {
  isOpen: boolean
  onClose: () => void
  onComment: (words: string) => Promise<unknown>
}

/** A few more words to a ticket; whoever handles it reads them. */
export function CommentSheet({ isOpen, onClose, onComment }: CommentSheetProps) {
  const words = useRef('')
  const [isEmpty, setEmpty] = useState(true)
  const write = (text: string) => {
    words.current = text.trim()
    setEmpty(words.current === '')
  }
  return (
    <Sheet
      title='补充说明'
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Button isDisabled={isEmpty} onTap={() => onComment(words.current)}>
          发送
        </Button>
      }
    >
      <Field label='想补充的' isLong maxLength={500} placeholder='例如 下午两点后我在办公室' onText={write} />
    </Sheet>
  )
}
