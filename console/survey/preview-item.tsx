import { Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd'
import dayjs from 'dayjs'
import { mostCharacters, type SurveyItem } from '../../contract/survey-definition'
import type { Answer } from '../../contract/survey-logic'
import { chosenTogether, toggled } from './answer-by-key'

interface Props {
  item: SurveyItem
  /** Its number among those that ask something. */
  number?: number
  answer: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
}

interface PointsProps {
  from: number
  to: number
  low?: string
  high?: string
  hasDontKnow: boolean
  answer: Answer | undefined
  onAnswer: Props['onAnswer']
}

function Points({ from, to, low, high, hasDontKnow, answer, onAnswer }: PointsProps) {
  const chosen = answer && 'number' in answer ? answer.number : undefined
  const isDontKnow = answer !== undefined && 'dontKnow' in answer
  return (
    <>
      <div className='preview-points' role='radiogroup'>
        {Array.from({ length: to - from + 1 }, (_, i) => from + i).map((point) => (
          // biome-ignore lint/a11y/useSemanticElements: drawn as the phone draws it
          <button
            key={point}
            type='button'
            role='radio'
            aria-checked={chosen === point}
            // as of other radio buttons, one of them is reached by Tab
            tabIndex={point === (chosen ?? from) ? 0 : -1}
            onClick={() => onAnswer({ number: point })}
          >
            {point}
          </button>
        ))}
      </div>
      <div className='preview-ends'>
        <span>{low}</span>
        <span>{high}</span>
      </div>
      {hasDontKnow && (
        <Checkbox
          checked={isDontKnow}
          onChange={({ target }) => onAnswer(target.checked ? { dontKnow: true } : undefined)}
        >
          不了解
        </Checkbox>
      )}
    </>
  )
}

function Ranking({ item, answer, onAnswer }: Props & { item: Extract<SurveyItem, { kind: 'ranking' }> }) {
  const order = answer && 'options' in answer ? answer.options : []
  return (
    <div className='preview-choices'>
      {item.options.map(({ code, text }) => {
        const place = order.indexOf(code)
        return (
          <button
            key={code}
            type='button'
            className='preview-rank'
            onClick={() => onAnswer({ options: toggled(order, code) })}
          >
            <i>{place >= 0 ? place + 1 : ''}</i>
            {text}
          </button>
        )
      })}
      <span className='quiet'>按先后点选，再点一次取消</span>
    </div>
  )
}

function Matrix({ item, answer, onAnswer }: Props & { item: Extract<SurveyItem, { kind: 'matrix' }> }) {
  const rows = answer && 'rows' in answer ? answer.rows : {}
  return (
    <>
      {item.rows.map((row) => (
        <div key={row.code} className='preview-row' data-row={row.code}>
          <div>{row.text}</div>
          <Radio.Group
            size='small'
            optionType='button'
            value={rows[row.code]}
            options={item.options.map(({ code, text }) => ({ value: code, label: text }))}
            onChange={({ target }) => onAnswer({ rows: { ...rows, [row.code]: target.value } })}
          />
        </div>
      ))}
    </>
  )
}

function Field({ item, answer, onAnswer }: Props) {
  const other = answer && 'other' in answer ? answer.other : undefined
  switch (item.kind) {
    case 'section':
      return null
    case 'single': {
      const chosen = answer && 'option' in answer ? answer.option : undefined
      return (
        <>
          <Radio.Group
            className='preview-choices'
            value={chosen}
            options={item.options.map(({ code, text }) => ({ value: code, label: text }))}
            onChange={({ target }) => onAnswer({ option: target.value })}
          />
          {chosen && item.options.some(({ code, isOther }) => isOther && code === chosen) && (
            <Input
              aria-label='请写明'
              placeholder='请写明'
              maxLength={mostCharacters.other}
              value={other}
              onChange={({ target }) => onAnswer({ option: chosen, other: target.value })}
            />
          )}
        </>
      )
    }
    case 'multiple': {
      const chosen = answer && 'options' in answer ? answer.options : []
      return (
        <>
          <Checkbox.Group
            className='preview-choices'
            value={[...chosen]}
            options={item.options.map(({ code, text }) => ({ value: code, label: text }))}
            onChange={(codes) => onAnswer(chosenTogether(item, answer, codes))}
          />
          {item.options.some(({ code, isOther }) => isOther && chosen.includes(code)) && (
            <Input
              aria-label='请写明'
              placeholder='请写明'
              maxLength={mostCharacters.other}
              value={other}
              onChange={({ target }) => onAnswer({ options: chosen, other: target.value })}
            />
          )}
        </>
      )
    }
    case 'csat':
      return <Points from={1} to={5} low='很不满意' high='很满意' {...{ ...item, answer, onAnswer }} />
    case 'nps':
      return <Points from={0} to={10} low='完全不会' high='非常愿意' hasDontKnow={false} {...{ answer, onAnswer }} />
    case 'scale':
      return <Points low={item.lowLabel} high={item.highLabel} {...{ ...item, answer, onAnswer }} />
    case 'matrix':
      return <Matrix {...{ item, answer, onAnswer }} />
    case 'ranking':
      return <Ranking {...{ item, answer, onAnswer }} />
    case 'number':
      return (
        <InputNumber
          addonAfter={item.unit || undefined}
          min={item.min}
          max={item.max}
          value={answer && 'number' in answer ? answer.number : null}
          onChange={(number) => onAnswer(number === null ? undefined : { number })}
        />
      )
    case 'date':
      return (
        <DatePicker
          minDate={item.min ? dayjs(item.min) : undefined}
          maxDate={item.max ? dayjs(item.max) : undefined}
          value={answer && 'day' in answer ? dayjs(answer.day) : null}
          onChange={(day) => onAnswer(day ? { day: day.format('YYYY-MM-DD') } : undefined)}
        />
      )
    default:
      return (
        <Input.TextArea
          aria-label={item.title}
          autoSize={{ minRows: item.kind === 'text' ? 1 : 3 }}
          maxLength={mostCharacters[item.kind]}
          value={answer && 'text' in answer ? answer.text : ''}
          onChange={({ target }) => onAnswer({ text: target.value })}
        />
      )
  }
}

/** One item as the phone shows it, to be tried out. */
export function PreviewItem(props: Props) {
  const { item, number } = props
  return (
    <section className='preview-item' data-code={item.code}>
      <h4>
        {number !== undefined && `${number}. `}
        {item.title || '（还没写题目）'}
        {'isRequired' in item && item.isRequired && <em aria-hidden> *</em>}
      </h4>
      {item.hint && <p className='quiet'>{item.hint}</p>}
      <Field {...props} />
    </section>
  )
}
