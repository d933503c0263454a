import type { Instance } from '../engine/exparser-types'
import { emit, inside, isOn, onTap, type Part, property, setControl, shown, textOf } from './part'

/** `<picker>` in all modes: a sheet with columns or a date field, which a browser shows and a test steps over. */
export const pickers: Record<string, Part> = {
  picker: {
    properties: {
      mode: shown(String, 'selector', 'mode'),
      range: property<unknown[]>(Array, []),
      rangeKey: property(String, ''),
      value: property<unknown>(null, 0),
      start: property(String, ''),
      end: property(String, ''),
      fields: property(String, 'day'),
      disabled: property(Boolean, false),
      name: property(String, ''),
    },
    created(self) {
      // Later than the click a browser sends after the touch, which would close the sheet again.
      onTap(self, () => void (isOn(self.data.disabled) || setTimeout(() => openSheet(self), 60)))
      setControl(self, {
        name: () => textOf(self.data.name),
        value: () => self.data.value,
        isDisabled: () => isOn(self.data.disabled),
        reset: () => undefined,
        operate: (value) => emit(self, 'change', { value: checked(self, value) }),
      })
    },
  },

  'picker-view': {
    properties: { value: property<unknown[]>(Array, []) },
    created: (self) =>
      setControl(self, {
        name: () => '',
        value: () => self.data.value,
        isDisabled: () => false,
        reset: () => undefined,
        operate: (value) => emit(self, 'change', { value }),
      }),
  },
}

/**
 * Turns what a test picks into what a phone reports. In a list an entry may be named by its label; what cannot be
 * picked throws: an absent entry, a day out of the limits.
 */
function checked(self: Instance, value: unknown): unknown {
  const mode = textOf(self.data.mode)
  if (mode === 'date' || mode === 'time') {
    const { start, end } = self.data
    const isEarly = start && String(value) < String(start)
    const isLate = end && String(value) > String(end)
    if (isEarly || isLate) throw new Error(`${value} cannot be picked between ${start || '…'} and ${end || '…'}`)
    return value
  }
  if (mode !== 'selector') return value
  const labels = (self.data.range as unknown[]).map((entry) => labelOf(self, entry))
  const index = typeof value === 'number' ? value : labels.indexOf(String(value))
  if (labels[index] === undefined) throw new Error(`${value} is not among the picker's ${labels.join(', ')}`)
  return index
}

function labelOf(self: Instance, entry: unknown): string {
  const key = textOf(self.data.rangeKey)
  return typeof entry === 'object' && entry !== null && key
    ? textOf((entry as Record<string, unknown>)[key])
    : textOf(entry)
}

function openSheet(self: Instance): void {
  const mask = inside(document.body, 'div', 'wx-picker-mask')
  const sheet = inside(mask, 'div', 'wx-picker-sheet')
  const bar = inside(sheet, 'div', 'wx-picker-bar')
  const cancel = inside(bar, 'a', 'wx-picker-cancel')
  cancel.textContent = '取消'
  const confirm = inside(bar, 'a', 'wx-picker-ok')
  confirm.textContent = '确定'
  const chosen = fillSheet(self, inside(sheet, 'div', 'wx-picker-body'))
  cancel.addEventListener('click', () => {
    mask.remove()
    emit(self, 'cancel')
  })
  confirm.addEventListener('click', () => {
    mask.remove()
    emit(self, 'change', { value: chosen() })
  })
}

/** Fills the sheet for the picker's mode; the returned function tells what is chosen. */
function fillSheet(self: Instance, body: Element): () => unknown {
  const mode = textOf(self.data.mode)
  if (mode === 'date' || mode === 'time') {
    const field = inside(body, 'input')
    field.type = mode === 'time' ? 'time' : self.data.fields === 'month' ? 'month' : 'date'
    field.value = textOf(self.data.value)
    field.min = textOf(self.data.start)
    field.max = textOf(self.data.end)
    return () => field.value
  }
  if (mode === 'multiSelector') {
    const values = self.data.value as unknown[]
    const columns = (self.data.range as unknown[][]).map((entries, column) =>
      addColumn(self, body, entries, Number(values[column]) || 0, (value) =>
        emit(self, 'columnchange', { column, value }),
      ),
    )
    return () => columns.map((chosen) => chosen())
  }
  return addColumn(self, body, self.data.range as unknown[], Number(self.data.value) || 0)
}

function addColumn(
  self: Instance,
  body: Element,
  entries: unknown[],
  selected: number,
  onChange?: (index: number) => void,
): () => number {
  const column = inside(body, 'div', 'wx-picker-col')
  let current = selected
  entries.forEach((entry, index) => {
    const item = inside(column, 'div', index === selected ? 'wx-picker-item on' : 'wx-picker-item')
    item.textContent = labelOf(self, entry)
    item.addEventListener('click', () => {
      current = index
      for (const other of column.children) other.classList.toggle('on', other === item)
      onChange?.(index)
    })
  })
  column.querySelector('.on')?.scrollIntoView?.({ block: 'center' })
  return () => current
}
