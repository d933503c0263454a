import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import './reply-field.scss'

interface ReplyFieldProps {
  label: string
  placeholder: string
  /** True when it was sent; then the field is empty again. */
  onSend: (words: string) => Promise<boolean>
}

/** A few words into the thread of a rating. */
export function ReplyField({ label, placeholder, onSend }: ReplyFieldProps) {
  const words = useRef('')
  const [isEmpty, setEmpty] = useState(true)
  // An uncontrolled field is emptied by making it anew.
  const [round, setRound] = useState(1)
  const write = (text: string) => {
    words.current = text.trim()
    setEmpty(words.current === '')
  }
  const send = async () => {
    if (!(await onSend(words.current))) return
    write('')
    setRound(round + 1)
  }
  return (
    <View className='reply'>
      <View>
        <Field key={round} label={label} isLong maxLength={500} placeholder={placeholder} onText={write} />
      </View>
      <Button isDisabled={isEmpty} onTap={send}>
        发送
      </Button>
    </View>
  )
}
