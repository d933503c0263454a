import { View } from '@tarojs/components'
import { Chips } from '../../ui/chips'
import type { ItemProps } from './item-props'
import './item-matrix.scss'

/** The same options for each of several rows, the row's words above them: a table would be too wide for a phone. */
export function ItemMatrix({ item, answer, onAnswer }: ItemProps<'matrix'>) {
  const rows = answer && 'rows' in answer ? answer.rows : {}
  const tap = (row: string, option: string) => {
    const { [row]: before, ...others } = rows
    onAnswer({ rows: before === option && !item.isRequired ? others : { ...others, [row]: option } })
  }
  return (
    <View>
      {item.rows.map((row) => (
        <View key={row.code} className='matrix-row'>
          <View className='matrix-text'>{row.text}</View>
          <Chips
            label={row.text}
            choices={item.options.map(({ code, text }) => ({ value: code, label: text }))}
            chosen={rows[row.code] === undefined ? [] : [rows[row.code] ?? '']}
            onTap={(option) => tap(row.code, option)}
          />
        </View>
      ))}
    </View>
  )
}
