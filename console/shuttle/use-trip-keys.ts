import { App } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Service } from '../../contract/shuttle-grid'
import { areaBetween, arrowSteps, type Spot } from '../ui/cell-grid'
import { cellsOf, textOfCells } from '../ui/pasted-cells'
import { columnsOf, emptyTrip, textIn, withBlock, withCell, withoutArea } from './grid-draft'
import type { GridDraft } from './use-grid-draft'

const between = (n: number, most: number) => Math.max(0, Math.min(most, n))

/** Where one is in the grid of trips, which cell is being typed into, and what the keys do. */
export function useTripKeys(draft: GridDraft, services: readonly Service[], isReadOnly: boolean) {
  const { message } = App.useApp()
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<Spot>({ row: 0, column: 1 })
  const [anchor, setAnchor] = useState<Spot>()
  const [editing, setEditing] = useState<Spot & { typed?: string }>()
  const [detailed, setDetailed] = useState<number>()
  // the grid takes the focus only after somebody has gone there
  const isInside = useRef(false)
  const { content } = draft
  const last = { row: (content?.trips.length ?? 1) - 1, column: content ? columnsOf(content) - 1 : 0 }
  const at: Spot = { row: between(active.row, last.row), column: between(active.column, last.column) }
  const end = anchor ?? at
  const area = areaBetween(at, end)

  useEffect(() => {
    if (!isInside.current || editing || detailed !== undefined) return
    grid.current?.querySelector<HTMLElement>(`[data-spot="${at.row}-${at.column}"]`)?.focus()
  }, [at.row, at.column, editing, detailed])

  function go(spot: Spot, isExtending = false) {
    isInside.current = true
    setAnchor(isExtending ? end : undefined)
    const now = draft.current()
    setActive({
      row: between(spot.row, Math.max(last.row, (now?.trips.length ?? 1) - 1)),
      column: between(spot.column, last.column),
    })
  }

  function begin(spot: Spot, typed?: string) {
    if (isReadOnly) return
    setAnchor(undefined)
    setActive(spot)
    setEditing({ ...spot, typed })
  }

  /** A new trip below all others, and the cursor on its first time. */
  function addTrip() {
    const now = draft.current()
    const serviceId = now?.trips[now.trips.length - 1]?.serviceId ?? services[0]?.serviceId
    if (!now || !serviceId || isReadOnly) return
    draft.edit({ ...now, trips: [...now.trips, emptyTrip(now, serviceId)] })
    isInside.current = true
    setAnchor(undefined)
    setActive({ row: now.trips.length, column: 1 })
  }

  function removeRows() {
    const now = draft.current()
    if (!now || isReadOnly) return
    draft.edit({ ...now, trips: now.trips.filter((_, row) => row < area.top || row > area.bottom) })
    go({ row: area.top, column: at.column })
  }

  /** Takes what was typed; false when it cannot be read. Goes on so many rows and columns. */
  function commit(text: string, down: number, across: number): boolean {
    const now = draft.current()
    if (!now || !editing) return true
    if (text !== textIn(now, services, editing)) {
      const next = withCell(now, services, editing, text)
      if (!next) return false
      draft.edit(next)
    }
    setEditing(undefined)
    if (down > 0 && editing.row === now.trips.length - 1 && across === 0) go(editing)
    else go({ row: editing.row + down, column: editing.column + across })
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!(event.target as HTMLElement).matches('[data-spot]')) return
    const isControl = event.ctrlKey || event.metaKey
    const step = arrowSteps[event.key]
    const key = event.key.toLowerCase()
    if (step) {
      const [down, across] = isControl ? [step[0] * 1000, step[1] * 1000] : step
      go({ row: at.row + down, column: at.column + across }, event.shiftKey)
    } else if (event.key === 'Home') go({ row: isControl ? 0 : at.row, column: 0 })
    else if (event.key === 'End') go({ row: isControl ? last.row : at.row, column: last.column })
    else if (event.key === 'Insert' || (event.key === 'Enter' && isControl)) addTrip()
    else if (event.key === 'Enter' && event.altKey) setDetailed(at.row)
    else if (event.key === 'Enter' || event.key === 'F2') begin(at)
    else if (event.key === 'Delete' && isControl) removeRows()
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const now = draft.current()
      if (now && !isReadOnly) draft.edit(withoutArea(now, area))
    } else if (event.key === 'Escape' && anchor) setAnchor(undefined)
    else if (isControl && key === 'z' && !isReadOnly) event.shiftKey ? draft.redo() : draft.undo()
    else if (isControl && key === 'y' && !isReadOnly) draft.redo()
    else if (isControl && key === 'a') {
      setActive({ row: 0, column: 0 })
      setAnchor(last)
    } else if (!isControl && !event.altKey && event.key.length === 1 && at.column > 0) begin(at, event.key)
    else return
    event.preventDefault()
  }

  const isCell = (event: ClipboardEvent) => (event.target as HTMLElement).matches('[data-spot]')

  function onCopy(event: ClipboardEvent) {
    const now = draft.current()
    if (!isCell(event) || !now) return
    event.preventDefault()
    const cells: string[][] = []
    for (let row = area.top; row <= area.bottom; row++) {
      const texts: string[] = []
      for (let column = area.left; column <= area.right; column++) texts.push(textIn(now, services, { row, column }))
      cells.push(texts)
    }
    event.clipboardData.setData('text/plain', textOfCells(cells))
  }

  function onPaste(event: ClipboardEvent) {
    const now = draft.current()
    if (!isCell(event) || !now || isReadOnly) return
    event.preventDefault()
    const cells = cellsOf(event.clipboardData.getData('text/plain'))
    const pasted = withBlock(now, services, { row: area.top, column: area.left }, cells)
    draft.edit(pasted.content)
    if (pasted.unread.length > 0)
      message.warning(`有 ${pasted.unread.length} 格不像时间，没有粘贴：${pasted.unread.slice(0, 5).join('、')}`)
  }

  function onCellMouse(event: MouseEvent, spot: Spot) {
    if (event.type === 'dblclick') begin(spot)
    else go(spot, event.shiftKey)
  }

  // cells get one and the same object, so that a key draws the rows anew that it changed and not all 500
  const latest = useRef({ commit, onCellMouse })
  latest.current = { commit, onCellMouse }
  const cells = useMemo(
    () => ({
      commit: (text: string, down: number, across: number) => latest.current.commit(text, down, across),
      onCellMouse: (event: MouseEvent, spot: Spot) => latest.current.onCellMouse(event, spot),
      cancel: () => setEditing(undefined),
      open: setDetailed,
    }),
    [],
  )

  return {
    grid,
    at,
    area,
    editing,
    detailed,
    setDetailed,
    addTrip,
    removeRows,
    handlers: { onKeyDown, onCopy, onPaste },
    cells,
  }
}

/** What cells call. */
export type CellKeys = ReturnType<typeof useTripKeys>['cells']

export type TripKeys = ReturnType<typeof useTripKeys>
