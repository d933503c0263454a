import { Input, Space, Switch } from 'antd'
import type { SurveyItem } from '../../contract/survey-definition'
import { ConditionEditor } from './condition-editor'
import { DateFields, MatrixRows, MultipleFields, NumberFields, ScaleFields } from './kind-fields'
import { OptionRows } from './option-rows'

interface Props {
  item: SurveyItem
  items: readonly SurveyItem[]
  onChange: (item: SurveyItem, field: string) => void
}

/** Everything about one item, by its kind. */
export function ItemForm({ item, items, onChange }: Props) {
  const at = items.findIndex(({ code }) => code === item.code)
  const isSection = item.kind === 'section'
  const asking = (list: readonly SurveyItem[]) => list.filter(({ kind }) => kind !== 'section')
  // the very next item is where one comes anyway
  const later = item.kind === 'single' || item.kind === 'multiple' ? items.slice(at + 2) : []
  const hasOptions = 'options' in item
  return (
    <div className='item-form'>
      <Input.TextArea
        aria-label={isSection ? '标题' : '题目'}
        placeholder={isSection ? '这一段的标题' : '写下要问的话，例如：您对食堂的午餐满意吗？'}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={200}
        status={item.title.trim() === '' ? 'error' : undefined}
        value={item.title}
        onChange={({ target }) => onChange({ ...item, title: target.value }, `${item.code} title`)}
      />
      <Input.TextArea
        aria-label={isSection ? '正文' : '说明'}
        placeholder={isSection ? '正文（可以不写）' : '补充说明（可以不写）'}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={isSection ? 2000 : 200}
        value={item.hint}
        onChange={({ target }) => onChange({ ...item, hint: target.value }, `${item.code} hint`)}
      />
      {item.kind === 'matrix' && (
        <>
          <h4>行：逐行评价什么</h4>
          <MatrixRows item={item} onChange={onChange} />
          <h4>列：怎么评价</h4>
        </>
      )}
      {hasOptions && (
        <OptionRows
          options={item.options}
          items={items}
          later={later}
          hasOther={item.kind === 'single' || item.kind === 'multiple'}
          hasExclusive={item.kind === 'multiple'}
          onChange={(options, field) => onChange({ ...item, options }, `${item.code} ${field}`)}
        />
      )}
      {item.kind === 'multiple' && <MultipleFields item={item} onChange={onChange} />}
      {item.kind === 'scale' && <ScaleFields item={item} onChange={onChange} />}
      {item.kind === 'number' && <NumberFields item={item} onChange={onChange} />}
      {item.kind === 'date' && <DateFields item={item} onChange={onChange} />}
      {item.kind === 'csat' && <p className='quiet'>1 分很不满意，5 分很满意；4 分和 5 分算满意。</p>}
      {item.kind === 'nps' && (
        <p className='quiet'>0 到 10 分：9、10 分是推荐者，0 到 6 分是批评者，两者之差是净推荐值。</p>
      )}
      {!isSection && (
        <Space wrap size={20}>
          <Tick label='必答' isOn={item.isRequired} onTurn={(isRequired) => onChange({ ...item, isRequired }, '')} />
          {'isRandom' in item && (
            <Tick
              label='选项随机排列'
              isOn={item.isRandom}
              onTurn={(isRandom) => onChange({ ...item, isRandom }, '')}
            />
          )}
          {'hasDontKnow' in item && (
            <Tick
              label='可以选“不了解”'
              isOn={item.hasDontKnow}
              onTurn={(hasDontKnow) => onChange({ ...item, hasDontKnow }, '')}
            />
          )}
        </Space>
      )}
      <h4>什么时候显示</h4>
      <ConditionEditor
        value={item.visibleIf}
        items={items}
        earlier={asking(items.slice(0, at))}
        onChange={(visibleIf) => onChange({ ...item, visibleIf }, `${item.code} if`)}
      />
    </div>
  )
}

function Tick({ label, isOn, onTurn }: { label: string; isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <span>
      <Switch size='small' aria-label={label} checked={isOn} onChange={onTurn} /> {label}
    </span>
  )
}
