import type { ReactNode } from 'react'
import './report.css'

export interface FigureCard {
  name: string
  value: string
  note?: ReactNode
  /** The same figure of the days before. */
  before?: string
}

/** The figures that a report begins with, side by side. */
export function FigureCards({ cards }: { cards: readonly FigureCard[] }) {
  return (
    <dl className='report-cards'>
      {cards.map(({ name, value, note, before }) => (
        <div key={name} className='sheet'>
          <dt>{name}</dt>
          <dd className='report-value'>{value}</dd>
          <dd className='quiet'>{note}</dd>
          {before && <dd className='report-before'>前一段 {before}</dd>}
        </div>
      ))}
    </dl>
  )
}
