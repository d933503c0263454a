import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Run } from '../../../contract/shuttle-fleet'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import './run-delay-sheet.scss'

const off = -1
const choices = [
  { value: 0, label: '准点' },
  ...[5, 10, 15, 20].map((value) => ({ value, label: `晚 ${value} 分钟` })),
  { value: off, label: '停开' },
]

interface RunDelaySheetProps {
  run: Run
  isOpen: boolean
  onClose: () => void
  onReport: (delayMinutes: number, isCancelled: boolean, note: string) => Promise<unknown>
}

/** Late by so much, on time again, or cancelled; riders are told. */
export function RunDelaySheet({ run, isOpen, onClose, onReport }: RunDelaySheetProps) {
  const known = run.isCancelled ? off : run.delayMinutes
  const [wished, setWished] = useState<number>()
  const note = useRef(run.changeNote)
  const chosen = wished ?? known
  const send = () => onReport(Math.max(0, chosen), chosen === off, note.current)
  return (
    <Sheet
      title='报晚点、停开'
      isOpen={isOpen}
      onClose={onClose}
      footer={<Button onTap={send}>{chosen === off ? '停开并通知乘客' : '保存并通知乘客'}</Button>}
    >
      <View className='delay-choices'>
        <Chips label='晚多久' choices={choices} chosen={[chosen]} onTap={setWished} />
      </View>
      <Field
        label='原因（可不填，乘客看得到）'
        maxLength={100}
        defaultValue={run.changeNote}
        placeholder='例如 高架拥堵'
        onText={(text) => {
          note.current = text
        }}
      />
    </Sheet>
  )
}
