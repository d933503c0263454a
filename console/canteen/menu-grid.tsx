import type { MealHours } from '../../contract/canteen-dishes'
import { mealNames } from '../../contract/canteen-words'
import { CellEditor } from './cell-editor'
import { DayHead } from './day-head'
import { LineDetails } from './line-details'
import { CellDishes } from './menu-cell'
import type { GridKeys } from './use-grid-keys'
import type { Paste } from './use-paste'
import type { WeekDraft } from './use-week-draft'
import { contentOf, type GridRow, linesIn, mayEdit } from './week-draft'
import { dayText } from './words'

interface Props {
  rows: readonly GridRow[]
  meals: readonly MealHours[]
  draft: WeekDraft
  keys: GridKeys
  paste: Paste
}

/** How many rows belong to the meal that begins in this row; 0 within a meal. */
const spanOf = (rows: readonly GridRow[], at: number): number =>
  rows[at - 1]?.meal === rows[at]?.meal ? 0 : rows.filter(({ meal }) => meal === rows[at]?.meal).length

/** The week: a column for each day, a row for each window at each meal. */
export function MenuGrid({ rows, meals, draft, keys, paste }: Props) {
  const { at, area, editing, detailed } = keys
  const { days } = draft
  const isWithin = (row: number, column: number) =>
    row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
  const place = detailed && { day: days[detailed.column], row: rows[detailed.row] }

  return (
    <>
      <div className='cell-scroll menu-scroll'>
        <table
          ref={keys.grid}
          className='cell-grid menu-grid'
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table as a grid is what ARIA describes
          role='grid'
          aria-label='周菜单'
          aria-multiselectable
          {...keys.handlers}
        >
          <thead>
            <tr>
              <th scope='col' className='menu-meal'>
                餐次
              </th>
              <th scope='col' className='menu-window'>
                档口
              </th>
              {days.map((day) => (
                <DayHead
                  key={day.day}
                  day={day}
                  meals={meals}
                  isToday={day.day === draft.today}
                  onChange={(part) => draft.edit(new Map([[day.day, { ...contentOf(day), ...part }]]))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, y) => {
              const span = spanOf(rows, y)
              return (
                <tr key={row.meal + row.windowId} className={span > 0 ? 'menu-first' : undefined}>
                  {span > 0 && (
                    <th scope='rowgroup' rowSpan={span} className='menu-meal'>
                      {mealNames[row.meal]}
                    </th>
                  )}
                  <th scope='row' className='menu-window'>
                    {row.window}
                  </th>
                  {days.map((day, x) => {
                    const lines = linesIn(day, row)
                    const isEditing = editing?.row === y && editing.column === x
                    const isOff = !mayEdit(day) || day.isClosed
                    const name = `${dayText(day.day)} ${mealNames[row.meal]} ${row.window}`
                    const state = day.isPast ? '，已过去' : day.isClosed ? '，停餐' : ''
                    return (
                      <td
                        key={day.day}
                        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of that grid
                        role='gridcell'
                        data-spot={`${y}-${x}`}
                        tabIndex={at.row === y && at.column === x && !isEditing ? 0 : -1}
                        aria-label={`${name}：${lines.map(({ dish }) => dish).join('、') || '空'}${state}`}
                        aria-selected={isWithin(y, x)}
                        aria-readonly={isOff}
                        className={isOff ? 'menu-off' : isWithin(y, x) ? 'cell-selected' : undefined}
                        onMouseDown={(event) => !isEditing && keys.onCellMouse(event, { row: y, column: x })}
                        onDoubleClick={(event) => !isEditing && keys.onCellMouse(event, { row: y, column: x })}
                      >
                        {isEditing ? (
                          <CellEditor
                            row={row}
                            lines={lines}
                            typed={editing.typed}
                            label={`${name}的菜`}
                            onDone={(next, down, across) => {
                              const isSame =
                                next.map(({ dishId }) => dishId).join() === lines.map(({ dishId }) => dishId).join()
                              if (!isSame) paste.put([{ day: day.day, row, lines: () => next }])
                              keys.finish(down, across)
                            }}
                          />
                        ) : (
                          <CellDishes
                            lines={lines}
                            problems={day.isPast ? [] : day.problems}
                            onDetails={(event) => {
                              event.stopPropagation()
                              keys.setDetailed({ row: y, column: x })
                            }}
                          />
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {place?.day && place.row && (
        <LineDetails
          title={`${dayText(place.day.day)} ${mealNames[place.row.meal]} ${place.row.window}`}
          lines={linesIn(place.day, place.row)}
          isReadOnly={!mayEdit(place.day) || place.day.isClosed}
          onClose={() => keys.setDetailed(undefined)}
          onSave={(lines) => {
            const { day, row } = place
            if (day && row) paste.put([{ day: day.day, row, lines: () => lines }])
            keys.setDetailed(undefined)
          }}
        />
      )}
    </>
  )
}
