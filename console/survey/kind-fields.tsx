import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, InputNumber, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { mostRows, type SurveyItem } from '../../contract/survey-definition'
import { nextCode } from './definition-edits'

type Of<K extends SurveyItem['kind']> = Extract<SurveyItem, { kind: K }>
type Change = (item: SurveyItem, field: string) => void

/** What a matrix judges, row by row. */
export function MatrixRows({ item, onChange }: { item: Of<'matrix'>; onChange: Change }) {
  const { rows } = item
  return (
    <div className='option-rows'>
      {rows.map((row, at) => (
        <div key={row.code} className='option-row'>
          <Input
            aria-label={`第 ${at + 1} 行`}
            maxLength={100}
            value={row.text}
            status={row.text.trim() === '' ? 'error' : undefined}
            onChange={({ target }) =>
              onChange(
                { ...item, rows: rows.map((each) => (each === row ? { ...row, text: target.value } : each)) },
                `${item.code} ${row.code}`,
              )
            }
          />
          <Button
            type='text'
            icon={<DeleteOutlined />}
            aria-label={`删除第 ${at + 1} 行`}
            disabled={rows.length === 1}
            onClick={() => onChange({ ...item, rows: rows.filter((each) => each !== row) }, '')}
          />
        </div>
      ))}
      <Button
        size='small'
        type='link'
        icon={<PlusOutlined />}
        disabled={rows.length >= mostRows}
        onClick={() => {
          const codes = rows.map(({ code }) => code)
          onChange({ ...item, rows: [...rows, { code: nextCode('r', codes), text: `第 ${rows.length + 1} 行` }] }, '')
        }}
      >
        加一行
      </Button>
    </div>
  )
}

/** The points of a scale and what its ends mean. */
export function ScaleFields({ item, onChange }: { item: Of<'scale'>; onChange: Change }) {
  return (
    <Space wrap>
      从
      <Select
        aria-label='最低分'
        value={item.from}
        options={[0, 1].map((value) => ({ value, label: value }))}
        onChange={(from) => onChange({ ...item, from }, '')}
      />
      分到
      <Select
        aria-label='最高分'
        value={item.to}
        options={[2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => ({ value, label: value }))}
        onChange={(to) => onChange({ ...item, to }, '')}
      />
      分，
      <Input
        aria-label='最低分的意思'
        addonBefore='最低是'
        style={{ width: 150 }}
        maxLength={20}
        value={item.lowLabel}
        onChange={({ target }) => onChange({ ...item, lowLabel: target.value }, `${item.code} low`)}
      />
      <Input
        aria-label='最高分的意思'
        addonBefore='最高是'
        style={{ width: 150 }}
        maxLength={20}
        value={item.highLabel}
        onChange={({ target }) => onChange({ ...item, highLabel: target.value }, `${item.code} high`)}
      />
    </Space>
  )
}

/** Between what a number lies, and what it counts. */
export function NumberFields({ item, onChange }: { item: Of<'number'>; onChange: Change }) {
  const set = (part: Partial<Of<'number'>>, field: string) => onChange({ ...item, ...part }, `${item.code} ${field}`)
  return (
    <Space wrap>
      <InputNumber
        addonBefore='最小'
        aria-label='最小'
        style={{ width: 140 }}
        precision={0}
        value={item.min ?? null}
        onChange={(min) => set({ min: min ?? undefined }, 'min')}
      />
      <InputNumber
        addonBefore='最大'
        aria-label='最大'
        style={{ width: 140 }}
        precision={0}
        value={item.max ?? null}
        onChange={(max) => set({ max: max ?? undefined }, 'max')}
      />
      <Input
        addonBefore='单位'
        aria-label='单位'
        style={{ width: 130 }}
        maxLength={10}
        value={item.unit}
        onChange={({ target }) => set({ unit: target.value }, 'unit')}
      />
    </Space>
  )
}

/** The days that can be chosen. */
export function DateFields({ item, onChange }: { item: Of<'date'>; onChange: Change }) {
  return (
    <DatePicker.RangePicker
      aria-label='可以选哪些日子'
      allowEmpty={[true, true]}
      placeholder={['不早于', '不晚于']}
      value={[item.min ? dayjs(item.min) : null, item.max ? dayjs(item.max) : null]}
      onChange={(days) =>
        onChange({ ...item, min: days?.[0]?.format('YYYY-MM-DD'), max: days?.[1]?.format('YYYY-MM-DD') }, '')
      }
    />
  )
}

/** How many options may be chosen. */
export function MultipleFields({ item, onChange }: { item: Of<'multiple'>; onChange: Change }) {
  return (
    <Space wrap>
      <InputNumber
        addonBefore='至少选'
        addonAfter='项'
        aria-label='至少选几项'
        style={{ width: 150 }}
        min={0}
        max={item.options.length}
        precision={0}
        value={item.least}
        onChange={(least) => onChange({ ...item, least: least ?? 0 }, `${item.code} least`)}
      />
      <InputNumber
        addonBefore='最多选'
        addonAfter='项'
        aria-label='最多选几项'
        style={{ width: 150 }}
        min={1}
        max={item.options.length}
        precision={0}
        placeholder='不限'
        value={item.most ?? null}
        onChange={(most) => onChange({ ...item, most: most ?? undefined }, `${item.code} most`)}
      />
    </Space>
  )
}
