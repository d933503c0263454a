import { useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'

interface RunTypeSheetProps {
  isOpen: boolean
  onClose: () => void
  onCode: (code: string) => Promise<unknown>
}

/** The six digits below a boarding code, typed where there is no camera or it cannot read. */
export function RunTypeSheet({ isOpen, onClose, onCode }: RunTypeSheetProps) {
  const typed = useRef('')
  const [problem, setProblem] = useState('')
  const send = async () => {
    const code = typed.current.replace(/\D/g, '')
    if (code.length !== 6) {
      setProblem('乘车码是二维码下面的六位数字，请核对')
      return
    }
    setProblem('')
    typed.current = ''
    await onCode(code)
  }
  return (
    <Sheet title='输入乘车码' isOpen={isOpen} onClose={onClose} footer={<Button onTap={send}>确认上车</Button>}>
      <Field
        label='乘客手机上的六位数字'
        type='number'
        maxLength={7}
        placeholder='例如 123456'
        problem={problem}
        onText={(text) => {
          typed.current = text
        }}
        onDone={send}
      />
    </Sheet>
  )
}
