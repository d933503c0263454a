import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { areaBetween, arrowSteps, type Spot } from '../ui/cell-grid'
import type { Paste } from './use-paste'
import type { WeekDraft } from './use-week-draft'
import { type GridRow, mayEdit } from './week-draft'

interface Wishes {
  rows: readonly GridRow[]
  draft: WeekDraft
  paste: Paste
  /** To the week before or after. */
  onWeek: (weeks: number) => void
}

/** Where one is in the grid, what is selected, which cell is being edited, and what the keys do. */
export function useGridKeys({ rows, draft, paste, onWeek }: Wishes) {
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<Spot>()
  const [anchor, setAnchor] = useState<Spot>()
  const [editing, setEditing] = useState<Spot & { typed: string }>()
  const [detailed, setDetailed] = useState<Spot>()
  // the grid takes the focus only after somebody has gone there
  const isInside = useRef(false)

  const today = draft.days.findIndex((day) => day.day === draft.today)
  const at: Spot = {
    row: Math.min(active?.row ?? 0, rows.length - 1),
    column: active?.column ?? Math.max(0, today),
  }
  const area = areaBetween(at, anchor ?? at)

  useEffect(() => {
    if (!isInside.current || editing || detailed) return
    grid.current?.querySelector<HTMLElement>(`[data-spot="${at.row}-${at.column}"]`)?.focus()
  }, [at.row, at.column, editing, detailed])

  const isOpen = ({ column }: Spot) => {
    const day = draft.days[column]
    return mayEdit(day) && !day.isClosed
  }

  function go(spot: Spot, isExtending = false) {
    isInside.current = true
    setAnchor(isExtending ? (anchor ?? at) : undefined)
    setActive({
      row: Math.max(0, Math.min(rows.length - 1, spot.row)),
      column: Math.max(0, Math.min(draft.days.length - 1, spot.column)),
    })
  }

  function begin(spot: Spot, typed = '') {
    if (!isOpen(spot)) return
    setAnchor(undefined)
    setActive(spot)
    setEditing({ ...spot, typed })
  }

  function clear() {
    const cells = []
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const [day, place] = [draft.days[column], rows[row]]
        if (day && place) cells.push({ day: day.day, row: place, lines: () => [] })
      }
    paste.put(cells)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // what is typed into a field inside the grid is the field's
    if (!(event.target as HTMLElement).matches('[data-spot]')) return
    const isControl = event.ctrlKey || event.metaKey
    const step = arrowSteps[event.key]
    const key = event.key.toLowerCase()
    if (step) {
      const [down, across] = isControl ? [step[0] * rows.length, step[1] * 7] : step
      go({ row: at.row + down, column: at.column + across }, event.shiftKey)
    } else if (event.key === 'Home') go({ row: isControl ? 0 : at.row, column: 0 })
    else if (event.key === 'End') go({ row: isControl ? rows.length - 1 : at.row, column: 6 })
    else if (event.key === 'PageUp' || event.key === 'PageDown') onWeek(event.key === 'PageUp' ? -1 : 1)
    else if (event.key === 'F2' || (event.key === 'Enter' && event.altKey)) setDetailed(at)
    else if (event.key === 'Enter') begin(at)
    else if (event.key === 'Delete' || event.key === 'Backspace') clear()
    else if (event.key === 'Escape' && anchor) setAnchor(undefined)
    else if (isControl && key === 'z') event.shiftKey ? draft.redo() : draft.undo()
    else if (isControl && key === 'y') draft.redo()
    else if (isControl && key === 'a') {
      setActive({ row: 0, column: 0 })
      setAnchor({ row: rows.length - 1, column: 6 })
    } else if (!isControl && !event.altKey && /^[a-z0-9]$/i.test(event.key)) begin(at, event.key)
    else return
    event.preventDefault()
  }

  const isCell = (event: ClipboardEvent) => (event.target as HTMLElement).matches('[data-spot]')

  function onCopy(event: ClipboardEvent) {
    if (!isCell(event)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', paste.copy(area))
  }

  return {
    grid,
    at,
    area,
    editing,
    detailed,
    setDetailed,
    begin,
    /** Ends editing; goes on to the cell so many rows and columns away. */
    finish(down: number, across: number) {
      setEditing(undefined)
      go({ row: at.row + down, column: at.column + across })
    },
    handlers: {
      onKeyDown,
      onCopy,
      onCut(event: ClipboardEvent) {
        if (!isCell(event)) return
        onCopy(event)
        clear()
      },
      onPaste(event: ClipboardEvent) {
        if (!isCell(event)) return
        event.preventDefault()
        paste.paste(event.clipboardData.getData('text/plain'), area)
      },
    },
    onCellMouse(event: MouseEvent, spot: Spot) {
      if (event.type === 'dblclick') begin(spot)
      else go(spot, event.shiftKey)
    },
  }
}

export type GridKeys = ReturnType<typeof useGridKeys>
