import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { CostLine } from '../../../contract/repair'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { hundredthsOf } from './job-money'
import { costWords } from './job-words'

interface CostFormProps {
  onLine: (line: CostLine) => void
  onClose: () => void
}

const kinds = (['part', 'labour', 'vendor'] as const).map((value) => ({ value, label: costWords[value] }))
const names = { part: '名称和型号', labour: '工种或工序', vendor: '单位和项目' } as const
const quantities = { part: '数量', labour: '小时', vendor: '次数' } as const
const mostQuantity = 100_000
const mostFen = 1_000_000_000

/** What keeps a line from being added, by field. */
type Problems = Partial<Record<'name' | 'quantity' | 'price', string>>

/** One line of cost. The price is typed in yuan and kept in fen, without a rounding on the way. */
export function CostForm({ onLine, onClose }: CostFormProps) {
  const [kind, setKind] = useState<CostLine['kind']>('part')
  const [problems, setProblems] = useState<Problems>({})
  const typed = useRef({ name: '', quantity: '1', price: '' })
  const add = () => {
    const { name, quantity, price } = typed.current
    const [hundredths, fen] = [hundredthsOf(quantity), hundredthsOf(price)]
    const wrong: Problems = {
      ...(name.trim() === '' && { name: '请填写名称。' }),
      ...((!hundredths || hundredths > mostQuantity * 100) && { quantity: '请填大于 0 的数，最多两位小数。' }),
      ...((fen === undefined || fen > mostFen) && { price: '请填金额，最多两位小数，免费填 0。' }),
    }
    setProblems(wrong)
    if (Object.keys(wrong).length > 0 || !hundredths || fen === undefined) return
    onLine({ kind, name: name.trim(), quantity: hundredths / 100, unitPriceFen: fen })
  }
  const write = (what: keyof typeof typed.current) => (text: string) => {
    typed.current[what] = text
  }
  return (
    <View className='job-cost-form'>
      <Chips label='费用种类' choices={kinds} chosen={[kind]} onTap={setKind} />
      <Field label={names[kind]} maxLength={60} problem={problems.name} onText={write('name')} />
      <View className='job-cost-numbers'>
        <Field
          label={quantities[kind]}
          type='digit'
          maxLength={9}
          defaultValue='1'
          problem={problems.quantity}
          onText={write('quantity')}
        />
        <Field
          label='单价（元）'
          type='digit'
          maxLength={11}
          placeholder='0.00'
          problem={problems.price}
          onText={write('price')}
        />
      </View>
      <View className='job-cost-buttons'>
        <Button kind='link' onTap={onClose}>
          取消
        </Button>
        <Button kind='plain' onTap={add}>
          加入
        </Button>
      </View>
    </View>
  )
}
