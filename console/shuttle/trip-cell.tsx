import { useRef, useState } from 'react'
import type { Service } from '../../contract/shuttle-grid'
import type { Spot } from '../ui/cell-grid'
import { serviceName } from './grid-draft'
import type { CellKeys } from './use-trip-keys'

interface Props {
  spot: Spot
  text: string
  label: string
  isService: boolean
  isActive: boolean
  isSelected: boolean
  isWrong: boolean
  editing?: { typed?: string }
  services: readonly Service[]
  keys: CellKeys
}

const moves: Record<string, readonly [down: number, across: number]> = { Enter: [1, 0], Tab: [0, 1] }

function CellField({ text, label, typed, keys }: { text: string; label: string; typed?: string; keys: CellKeys }) {
  const [said, setSaid] = useState(typed ?? text)
  const [isRefused, setIsRefused] = useState(false)
  const isDone = useRef(false)

  function done(down: number, across: number) {
    if (isDone.current) return
    isDone.current = keys.commit(said, down, across)
    setIsRefused(!isDone.current)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the cell was opened to be typed into
      autoFocus
      aria-label={label}
      aria-invalid={isRefused}
      title={isRefused ? '写成 740、7:40、25:10 或次日 0:10；+5 是比前一站晚 5 分钟；Esc 放弃' : undefined}
      value={said}
      onFocus={({ target }) => typed === undefined && target.select()}
      onChange={({ target }) => {
        setSaid(target.value)
        setIsRefused(false)
      }}
      onBlur={() => {
        // what cannot be read is given up when one goes elsewhere
        if (!isDone.current && !keys.commit(said, 0, 0)) keys.cancel()
        isDone.current = true
      }}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          event.preventDefault()
          done(0, 0)
          if (isDone.current) return
        }
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        const move = moves[event.key]
        if (move) {
          event.preventDefault()
          const sign = event.shiftKey ? -1 : 1
          done(sign * move[0], sign * move[1])
        } else if (event.key === 'Escape') {
          isDone.current = true
          keys.cancel()
        } else if (typed !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          event.preventDefault()
          done(event.key === 'ArrowDown' ? 1 : -1, 0)
        }
      }}
    />
  )
}

/** One cell of the grid of trips; typed into in place. */
export function TripCell({
  spot,
  text,
  label,
  isService,
  isActive,
  isSelected,
  isWrong,
  editing,
  services,
  keys,
}: Props) {
  const names = [isSelected && 'cell-selected', isWrong && 'trip-wrong', isService && 'trip-service']
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role='gridcell'
      data-spot={`${spot.row}-${spot.column}`}
      tabIndex={isActive && !editing ? 0 : -1}
      aria-label={`${label}：${text || '空'}${isWrong ? '，比前一站早' : ''}`}
      aria-selected={isSelected}
      title={isWrong ? '比前一站早，改好才能保存' : undefined}
      className={names.filter(Boolean).join(' ') || undefined}
      onMouseDown={(event) => !editing && keys.onCellMouse(event, spot)}
      onDoubleClick={(event) => !editing && keys.onCellMouse(event, spot)}
    >
      {editing && isService && (
        <select
          // biome-ignore lint/a11y/noAutofocus: the cell was opened to choose
          autoFocus
          aria-label={label}
          defaultValue={text}
          onChange={({ target }) => keys.commit(target.value, 0, 0)}
          onBlur={keys.cancel}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') keys.cancel()
            else if (event.key === 'Enter') keys.commit(event.currentTarget.value, 0, 1)
          }}
        >
          {services.map((service) => (
            <option key={service.serviceId}>{serviceName(service)}</option>
          ))}
        </select>
      )}
      {editing && !isService && <CellField text={text} label={label} typed={editing.typed} keys={keys} />}
      {!editing && text}
    </td>
  )
}
