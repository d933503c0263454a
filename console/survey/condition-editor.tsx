import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Space } from 'antd'
import type { SurveyItem } from '../../contract/survey-definition'
import type { Expression } from '../../contract/survey-logic'
import { ConditionRow, isSimple, startOf } from './condition-row'
import { conditionText } from './condition-words'

type Group = { op: 'and' | 'or'; of: readonly Expression[] }

const deepest = 3
const manners = {
  and: '全部满足',
  or: '满足任何一个',
  notAnd: '没有全部满足',
  notOr: '一个也不满足',
}
type Manner = keyof typeof manners

/** Any expression as a group with its manner: what is no group is a group of one. */
function groupOf(expression: Expression): { group: Group; isNot: boolean } {
  if (isSimple(expression)) return { group: { op: 'and', of: [expression] }, isNot: false }
  if (expression.op !== 'not') return { group: expression as Group, isNot: false }
  const { group, isNot } = groupOf(expression.of)
  return { group, isNot: !isNot }
}

/** The shortest expression of a group; none of an empty one. */
function expressionOf({ op, of }: Group, isNot: boolean): Expression | undefined {
  const [only] = of
  if (!only) return undefined
  const plain: Expression = of.length === 1 && isSimple(only) ? only : { op, of }
  return isNot ? { op: 'not', of: plain } : plain
}

interface Props {
  items: readonly SurveyItem[]
  earlier: readonly SurveyItem[]
}

interface GroupProps extends Props {
  expression: Expression
  depth: number
  onChange: (expression: Expression | undefined) => void
}

function ConditionGroup({ expression, items, earlier, depth, onChange }: GroupProps) {
  const { group, isNot } = groupOf(expression)
  const manner: Manner = isNot ? (group.op === 'and' ? 'notAnd' : 'notOr') : group.op
  const put = (of: readonly Expression[]) => onChange(expressionOf({ op: group.op, of }, isNot))
  const set = (at: number, part: Expression | undefined) =>
    put(group.of.flatMap((each, i) => (i === at ? (part ? [part] : []) : [each])))
  const last = earlier[earlier.length - 1]

  function choose(next: Manner) {
    const op = next === 'and' || next === 'notAnd' ? 'and' : 'or'
    const of: Group = { op, of: group.of }
    onChange(next === 'and' || next === 'or' ? of : { op: 'not', of })
  }

  return (
    <fieldset className='condition-group'>
      <legend className='sr-only'>{depth === 0 ? '什么时候显示' : '一组条件'}</legend>
      {(group.of.length > 1 || isNot || depth > 0) && (
        <Space size={6}>
          <span>下面的条件</span>
          <Select<Manner>
            aria-label='怎样合在一起'
            style={{ width: 136 }}
            value={manner}
            options={(Object.keys(manners) as Manner[]).map((value) => ({ value, label: manners[value] }))}
            onChange={choose}
          />
          <span>{depth === 0 ? '才显示' : '算成立'}</span>
        </Space>
      )}
      {group.of.map((part, at) =>
        isSimple(part) ? (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
            key={at}
            condition={part}
            items={items}
            earlier={earlier}
            onChange={(next) => set(at, next)}
            onRemove={() => set(at, undefined)}
          />
        ) : (
          <ConditionGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: a group has no name but its place
            key={at}
            expression={part}
            items={items}
            earlier={earlier}
            depth={depth + 1}
            onChange={(next) => set(at, next)}
          />
        ),
      )}
      {last && (
        <Space size={4}>
          <Button size='small' type='link' icon={<PlusOutlined />} onClick={() => put([...group.of, startOf(last)])}>
            加一个条件
          </Button>
          {depth < deepest && (
            <Button
              size='small'
              type='link'
              icon={<PlusOutlined />}
              onClick={() => put([...group.of, { op: group.op === 'and' ? 'or' : 'and', of: [startOf(last)] }])}
            >
              加一组
            </Button>
          )}
        </Space>
      )}
    </fieldset>
  )
}

interface EditorProps extends Props {
  value: Expression | undefined
  onChange: (value: Expression | undefined) => void
}

/** When an item is shown, built of simple words; only earlier items can be spoken of. */
export function ConditionEditor({ value, items, earlier, onChange }: EditorProps) {
  const last = earlier[earlier.length - 1]
  if (!value) {
    return (
      <Space size={8} wrap>
        <span className='quiet'>{last ? '总是显示。' : '总是显示；前面还没有题目可以作条件。'}</span>
        {last && (
          <Button size='small' icon={<PlusOutlined />} onClick={() => onChange(startOf(last))}>
            满足条件才显示
          </Button>
        )}
      </Space>
    )
  }
  return (
    <>
      <ConditionGroup expression={value} items={items} earlier={earlier} depth={0} onChange={onChange} />
      <p className='quiet condition-said'>
        {conditionText(value, items)}，才显示这一题。
        <Button size='small' type='link' onClick={() => onChange(undefined)}>
          改为总是显示
        </Button>
      </p>
    </>
  )
}
