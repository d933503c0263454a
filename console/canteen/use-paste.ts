import { App } from 'antd'
import { useState } from 'react'
import { mealNames } from '../../contract/canteen-words'
import type { Day } from '../../contract/zone'
import type { Area } from '../ui/cell-grid'
import { cellsOf, textOfCells } from '../ui/pasted-cells'
import type { Trouble } from '../ui/trouble'
import { createDishes, findDishes, type KnownDish, nameKey } from './dish-book'
import { dishesIn, type PastedDish, withoutHeadings } from './paste-text'
import type { WeekDraft } from './use-week-draft'
import {
  contentOf,
  copiedLine,
  type DayContent,
  type GridRow,
  type Line,
  linesIn,
  mayEdit,
  withCell,
} from './week-draft'

/** A cell that something is put into. */
interface Target {
  day: Day
  row: GridRow
}
/** A pasted name that is no dish yet, and the cells it stands in. */
export interface UnknownDish {
  name: string
  places: (Target & { prices: PastedDish['prices'] })[]
}

/** What was last copied inside a grid: its lines are put in again, with prices and notes, while the text is the same. */
let copied: { text: string; cells: Line[][][] } | undefined

/** Copying cells of the grid and pasting them, or a block from a spreadsheet. */
export function usePaste(draft: WeekDraft, rows: readonly GridRow[]) {
  const { message } = App.useApp()
  const [unknown, setUnknown] = useState<readonly UnknownDish[]>([])
  const [isMatching, setIsMatching] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  const cellAt = (row: number, column: number): Line[] => {
    const [day, place] = [draft.current()[column], rows[row]]
    return day && place ? linesIn(day, place) : []
  }

  function copy({ top, bottom, left, right }: Area): string {
    const cells = Array.from({ length: bottom - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (_, j) => cellAt(top + i, left + j)),
    )
    const text = textOfCells(cells.map((row) => row.map((lines) => lines.map(({ dish }) => dish).join('、'))))
    copied = { text, cells }
    return text
  }

  /** Puts something into cells, in one step; gives in how many it could not be put. */
  function put(cells: readonly (Target & { lines: (old: Line[]) => Line[] })[]): number {
    const edits = new Map<Day, DayContent>()
    let left = 0
    for (const { day, row, lines } of cells) {
      const draftDay = draft.current().find((each) => each.day === day)
      if (!mayEdit(draftDay) || draftDay.isClosed) {
        left += 1
        continue
      }
      const content = edits.get(day) ?? contentOf(draftDay)
      edits.set(day, withCell(content, row, lines(linesIn(content, row))))
    }
    if (edits.size > 0) draft.edit(edits)
    return left
  }

  /** Every cell that a block of so many rows and columns falls on; a single cell fills the whole selection. */
  function* targets(block: { height: number; width: number }, { top, bottom, left, right }: Area) {
    const isFill = block.height === 1 && block.width === 1
    const height = isFill ? bottom - top + 1 : block.height
    const width = isFill ? right - left + 1 : block.width
    for (let i = 0; i < height; i++)
      for (let j = 0; j < width; j++) {
        const [day, row] = [draft.current()[left + j], rows[top + i]]
        if (day && row) yield { day: day.day, row, at: isFill ? ([0, 0] as const) : ([i, j] as const) }
      }
  }

  function say(left: number) {
    if (left > 0) message.info(`有 ${left} 格在已过去或停餐的日子里，没有粘贴。`)
  }

  function pasteCopied(cells: Line[][][], area: Area) {
    const block = { height: cells.length, width: cells[0]?.length ?? 0 }
    say(
      put(
        [...targets(block, area)].map(({ day, row, at: [i, j] }) => ({
          day,
          row,
          lines: () => (cells[i]?.[j] ?? []).map(copiedLine),
        })),
      ),
    )
  }

  const lineOf = (
    { dishId, name }: KnownDish,
    { row, prices }: { row: GridRow; prices: PastedDish['prices'] },
  ): Line => ({
    ...row,
    dishId,
    dish: name,
    prices,
    hasHalf: false,
    notes: [],
  })

  async function pasteText(text: string, area: Area) {
    const names = new Set(rows.flatMap(({ meal, window }) => [window, mealNames[meal]]))
    const cells = withoutHeadings(cellsOf(text), names).map((row) => row.map(dishesIn))
    const block = { height: cells.length, width: Math.max(0, ...cells.map((row) => row.length)) }
    const wanted = [...targets(block, area)].map(({ at: [i, j], ...target }) => ({
      ...target,
      dishes: cells[i]?.[j] ?? [],
    }))
    const written = [...new Set(wanted.flatMap(({ dishes }) => dishes.map(({ name }) => name)))]
    setTrouble(undefined)
    setIsMatching(true)
    const found = await findDishes(written)
    setIsMatching(false)
    if ('trouble' in found) return setTrouble(found.trouble)
    const strangers = new Map<string, UnknownDish>()
    const left = put(
      wanted.map(({ day, row, dishes }) => ({
        day,
        row,
        lines: () =>
          dishes.flatMap(({ name, prices }) => {
            const dish = found.known.get(nameKey(name))
            if (dish) return lineOf(dish, { row, prices })
            const stranger = strangers.get(nameKey(name)) ?? { name, places: [] }
            stranger.places.push({ day, row, prices })
            strangers.set(nameKey(name), stranger)
            return []
          }),
      })),
    )
    setUnknown([...strangers.values()])
    say(left)
  }

  return {
    copy,
    put,
    isMatching,
    unknown,
    trouble,
    forget: () => setUnknown([]),
    paste(text: string, area: Area) {
      if (copied && text.replace(/\r\n?/g, '\n') === copied.text) pasteCopied(copied.cells, area)
      else if (text.trim() !== '') void pasteText(text, area)
    },
    /** Enters the unknown names as dishes and puts them where they were pasted. */
    async create() {
      setIsMatching(true)
      const { made, trouble: refused } = await createDishes(unknown.map(({ name }) => name))
      setIsMatching(false)
      setTrouble(refused)
      put(
        made.flatMap((dish) =>
          unknown
            .filter(({ name }) => nameKey(name) === nameKey(dish.name))
            .flatMap(({ places }) =>
              places.map((place) => ({ ...place, lines: (old: Line[]) => [...old, lineOf(dish, place)] })),
            ),
        ),
      )
      const names = new Set(made.map(({ name }) => nameKey(name)))
      setUnknown(unknown.filter(({ name }) => !names.has(nameKey(name))))
      if (made.length > 0) message.success(`已建立 ${made.length} 道菜，还需要填写配料和标签才能发布。`)
    },
  }
}

export type Paste = ReturnType<typeof usePaste>
