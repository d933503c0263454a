import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { MenuRow } from '../../contract/canteen-files'
import { type MealWord, mealNames } from '../../contract/canteen-words'
import type { Lined, SheetColumn } from '../ui/import/kinds'
import { textColumn } from '../ui/import/text-column'
import { dayText, mealOptions, pricesText } from './words'

export type Row = MenuRow & Lined

/** How each field of a menu's row is shown and corrected. */
export const columns: readonly SheetColumn<Row>[] = [
  {
    field: 'day',
    title: '日期',
    width: 150,
    show: ({ day }) => dayText(day),
    edit: ({ day }, change) => (
      <DatePicker
        aria-label='日期'
        allowClear={false}
        value={dayjs(day)}
        onChange={(value) => value && change({ day: value.format('YYYY-MM-DD') })}
      />
    ),
  },
  {
    field: 'meal',
    title: '餐次',
    width: 100,
    show: ({ meal }) => mealNames[meal],
    edit: ({ meal }, change) => (
      <Select<MealWord>
        aria-label='餐次'
        style={{ width: 90 }}
        options={mealOptions}
        value={meal}
        onChange={(next) => change({ meal: next })}
      />
    ),
  },
  textColumn('window', '档口', 130, 40),
  textColumn('dish', '菜名', 200, 200),
  {
    field: 'prices',
    title: '价格',
    width: 130,
    show: ({ prices }) => pricesText(prices),
    edit: ({ prices }, change) => {
      const others = prices.filter(({ role }) => role !== 'employee')
      const mine = prices.find(({ role }) => role === 'employee')
      return (
        <InputNumber
          aria-label='职工价格（元）'
          min={0}
          max={10_000}
          precision={2}
          suffix='元'
          value={mine && mine.fen / 100}
          onChange={(yuan) =>
            change({
              prices: yuan === null ? others : [{ ...mine, role: 'employee', fen: Math.round(yuan * 100) }, ...others],
            })
          }
        />
      )
    },
  },
  {
    field: 'hasHalf',
    title: '半份',
    width: 70,
    show: ({ hasHalf }) => (hasHalf ? '有' : ''),
    edit: ({ hasHalf }, change) => (
      <Checkbox
        aria-label='供应半份'
        checked={hasHalf}
        onChange={(event) => change({ hasHalf: event.target.checked })}
      />
    ),
  },
  {
    field: 'notes',
    title: '说明',
    width: 180,
    show: ({ notes }) => notes.join('；'),
    edit: ({ notes }, change) => (
      <Input
        aria-label='说明'
        value={notes.join('；')}
        onChange={({ target }) => change({ notes: target.value.split('；').filter(Boolean) })}
      />
    ),
  },
]
