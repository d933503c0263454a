import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Allergen, AllergenCode } from '../../contract/canteen-allergens'
import type { DishRecord } from '../../contract/canteen-dishes'

export type LabelChoice = 'contains' | 'free' | 'unknown'

const choices = [
  { value: 'contains', label: '含有' },
  { value: 'free', label: '确认不含' },
  { value: 'unknown', label: '未知' },
] satisfies { value: LabelChoice; label: string }[]

interface Props {
  allergen: Allergen
  derived: DishRecord['derived']
  choiceOf: (code: AllergenCode) => LabelChoice
  onChoose: (code: AllergenCode, choice: LabelChoice) => void
}

function Line({
  code,
  name,
  derived,
  choiceOf,
  onChoose,
}: Omit<Props, 'allergen'> & { code: AllergenCode; name: string }) {
  const found = derived.find((each) => each.code === code)
  const choice = choiceOf(code)
  return (
    <>
      <span className='label-name'>{name}</span>
      <Segmented<LabelChoice>
        aria-label={name}
        className={`label-choice label-${choice}`}
        options={choices}
        value={choice}
        onChange={(next) => onChoose(code, next)}
      />
      <span className={found && choice === 'free' && found.isCertain ? 'remark-error' : 'quiet'}>
        {found && `由${found.words.map((word) => `「${word}」`).join('')}推断${found.isCertain ? '含有' : '可能含有'}`}
      </span>
    </>
  )
}

/** One allergen with its three states; its second level opens when something is known of it, or by hand. */
export function LabelRow({ allergen: { code, name, parts }, ...rest }: Props) {
  const { derived, choiceOf } = rest
  const isKnown = parts.some(
    (part) => choiceOf(part.code) !== 'unknown' || derived.some((each) => each.code === part.code && each.isCertain),
  )
  const [isOpen, setIsOpen] = useState(isKnown)
  return (
    <div className='label-item'>
      <div className='label-line'>
        <Line code={code} name={name} {...rest} />
        {parts.length > 0 && (
          <Button
            type='link'
            size='small'
            icon={isOpen ? <DownOutlined /> : <RightOutlined />}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {code === 'gluten' ? '哪种谷物' : '哪种坚果'}
          </Button>
        )}
      </div>
      {isOpen &&
        parts.map((part) => (
          <div key={part.code} className='label-line label-part'>
            <Line code={part.code} name={part.name} {...rest} />
          </div>
        ))}
    </div>
  )
}
