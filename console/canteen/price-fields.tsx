import { InputNumber } from 'antd'
import { type Price, priceRoles } from '../../contract/canteen'
import { roleNames } from './words'

interface Props {
  id?: string
  value?: readonly Price[]
  onChange?: (prices: Price[]) => void
  hasHalf?: boolean
  disabled?: boolean
}

const fenOf = (yuan: number | null) => (yuan === null ? undefined : Math.round(yuan * 100))
const yuanOf = (fen?: number) => (fen === undefined ? undefined : fen / 100)

/** What a dish costs each class of people, in yuan; an empty field: no price for them. */
export function PriceFields({ id, value = [], onChange, hasHalf, disabled }: Props) {
  const set = (role: Price['role'], part: Partial<Price>) => {
    const next = { role, ...value.find((price) => price.role === role), ...part }
    const others = value.filter((price) => price.role !== role)
    const all = next.fen === undefined ? others : [...others, { ...next, fen: next.fen }]
    onChange?.(priceRoles.flatMap((each) => all.find((price) => price.role === each) ?? []))
  }
  return (
    <div id={id} className='price-fields'>
      {priceRoles.map((role) => {
        const price = value.find((each) => each.role === role)
        return (
          <div key={role}>
            <span>{roleNames[role]}</span>
            <InputNumber
              aria-label={`${roleNames[role]}价格（元）`}
              min={0}
              max={10_000}
              precision={2}
              step={1}
              controls={false}
              suffix='元'
              disabled={disabled}
              value={yuanOf(price?.fen)}
              onChange={(yuan) => set(role, { fen: fenOf(yuan) })}
            />
            {hasHalf && (
              <InputNumber
                aria-label={`${roleNames[role]}半份价格（元）`}
                min={0}
                max={10_000}
                precision={2}
                controls={false}
                placeholder='半份'
                suffix='元'
                disabled={disabled || !price}
                value={yuanOf(price?.halfFen)}
                onChange={(yuan) => set(role, { halfFen: fenOf(yuan) })}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
