import { WarningFilled } from '@ant-design/icons'
import type { MouseEvent } from 'react'
import type { DraftDay } from '../../contract/canteen-menus'
import type { Line } from './week-draft'
import { pricesText } from './words'

/** What stands beside a dish's name: its own price on this day, half portions, places, notes. */
function marksOf({ prices, hasHalf, places, notes }: Line): string {
  return [pricesText(prices), hasHalf && '半份', places && `限 ${places} 份`, notes.length > 0 && '有说明']
    .filter(Boolean)
    .join(' · ')
}

/** The dishes of a cell as chips; one that could not be published says so. */
export function CellDishes({
  lines,
  problems,
  onDetails,
}: {
  lines: readonly Line[]
  problems: DraftDay['problems']
  onDetails: (event: MouseEvent) => void
}) {
  return (
    <>
      {lines.map((line) => {
        const blocking = problems.find(({ dishId }) => dishId === line.dishId)?.problems ?? []
        const marks = marksOf(line)
        return (
          // the cell itself is worked with by keyboard (F2); the mouse finds the details on the chip
          // biome-ignore lint/a11y/noStaticElementInteractions: the cell is what is worked with
          <span
            key={line.dishId}
            className={blocking.length > 0 ? 'dish-chip dish-blocked' : 'dish-chip'}
            title={[...blocking.map(({ message }) => message), ...line.notes].join('\n') || undefined}
            onDoubleClick={onDetails}
          >
            {blocking.length > 0 && <WarningFilled aria-label='标签未齐' />}
            {line.dish}
            {marks && <small>{marks}</small>}
          </span>
        )
      })}
    </>
  )
}
