import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select, Space } from 'antd'
import type { SurveyItem } from '../../contract/survey-definition'
import type { Expression } from '../../contract/survey-logic'
import { compareNames, isNumeric, nameOfItem, optionsOf } from './condition-words'

type Leaf = Exclude<Expression, { op: 'and' | 'or' | 'not' }>

/** One simple condition, perhaps turned round: not chosen, not answered. */
export type SimpleCondition = Leaf | { op: 'not'; of: Leaf }

/** Whether an expression is one row of words and no group. */
export const isSimple = (expression: Expression): expression is SimpleCondition =>
  expression.op === 'not' ? !('of' in expression.of) : expression.op !== 'and' && expression.op !== 'or'

/** What a new condition about an item begins with: always something whole. */
export function startOf(item: SurveyItem): SimpleCondition {
  const [option] = optionsOf(item)
  if (item.kind !== 'matrix' && option) return { op: 'chose', item: item.code, option: option.code }
  if (isNumeric(item)) return { op: 'le', item: item.code, value: item.kind === 'nps' ? 6 : 2 }
  return { op: 'answered', item: item.code }
}

const verbNames = { chose: '选了', notChose: '没有选', ...compareNames, answered: '答了', notAnswered: '没有答' }
type Verb = keyof typeof verbNames

function verbsOf(item: SurveyItem | undefined): Verb[] {
  if (item && item.kind !== 'matrix' && optionsOf(item).length > 0)
    return ['chose', 'notChose', 'answered', 'notAnswered']
  if (isNumeric(item)) return ['le', 'lt', 'ge', 'gt', 'eq', 'answered', 'notAnswered']
  return ['answered', 'notAnswered']
}

const verbOf = (simple: SimpleCondition): Verb => {
  if (simple.op !== 'not') return simple.op
  return simple.of.op === 'chose' ? 'notChose' : 'notAnswered'
}

function withVerb(leaf: Leaf, verb: Verb, item: SurveyItem | undefined): SimpleCondition {
  const code = leaf.item
  const answered = { op: 'answered' as const, item: code }
  if (verb === 'answered') return answered
  if (verb === 'notAnswered') return { op: 'not', of: answered }
  if (verb === 'chose' || verb === 'notChose') {
    const option = leaf.op === 'chose' ? leaf.option : (optionsOf(item)[0]?.code ?? '')
    const chose = { op: 'chose' as const, item: code, option }
    return verb === 'chose' ? chose : { op: 'not', of: chose }
  }
  return { op: verb, item: code, value: 'value' in leaf ? leaf.value : 3 }
}

interface Props {
  condition: SimpleCondition
  /** All items, and those of them that may be spoken of: the earlier ones. */
  items: readonly SurveyItem[]
  earlier: readonly SurveyItem[]
  onChange: (condition: SimpleCondition) => void
  onRemove: () => void
}

/** One condition as a sentence of choices: 第 2 题 / 选了 / 不满意. */
export function ConditionRow({ condition, items, earlier, onChange, onRemove }: Props) {
  const leaf = condition.op === 'not' ? condition.of : condition
  const item = items.find(({ code }) => code === leaf.item)
  const verb = verbOf(condition)
  const known = earlier.some(({ code }) => code === leaf.item)
  return (
    <Space wrap size={6} className='condition-row'>
      <Select
        aria-label='哪道题'
        style={{ width: 200 }}
        popupMatchSelectWidth={320}
        status={known ? undefined : 'error'}
        value={leaf.item}
        options={[
          ...(known ? [] : [{ value: leaf.item, label: nameOfItem(items, leaf.item) }]),
          ...earlier.map(({ code }) => ({ value: code, label: nameOfItem(items, code) })),
        ]}
        onChange={(code) => {
          const next = items.find((each) => each.code === code)
          if (next) onChange(startOf(next))
        }}
      />
      <Select<Verb>
        aria-label='怎样'
        style={{ width: 92 }}
        value={verb}
        options={[...new Set([...verbsOf(item), verb])].map((value) => ({ value, label: verbNames[value] }))}
        onChange={(next) => onChange(withVerb(leaf, next, item))}
      />
      {leaf.op === 'chose' && (
        <Select
          aria-label='哪个选项'
          style={{ width: 150 }}
          popupMatchSelectWidth={false}
          value={leaf.option}
          options={optionsOf(item).map(({ code, text }) => ({ value: code, label: text || '（还没写）' }))}
          onChange={(option) => {
            const chose = { ...leaf, option }
            onChange(condition.op === 'not' ? { op: 'not', of: chose } : chose)
          }}
        />
      )}
      {'value' in leaf && (
        <InputNumber
          aria-label='多少'
          style={{ width: 80 }}
          value={leaf.value}
          onChange={(value) => value !== null && onChange({ ...leaf, value })}
        />
      )}
      <Button type='text' icon={<DeleteOutlined />} aria-label='删除这个条件' onClick={onRemove} />
    </Space>
  )
}
