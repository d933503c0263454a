import type { Instance } from '../engine/exparser-types'
import {
  type Control,
  controlAround,
  controlOf,
  controlsInside,
  emit,
  inside,
  isOn,
  onTap,
  type Part,
  property,
  setControl,
  shown,
  textOf,
} from './part'

/** Switch, checkbox, radio, their groups, label and slider. */
export const choices: Record<string, Part> = {
  switch: checkPart('switch'),
  checkbox: checkPart('checkbox'),
  radio: checkPart('radio'),
  'radio-group': groupPart('radio'),
  'checkbox-group': groupPart('checkbox'),

  label: {
    properties: { for: property(String, '') },
    created: (self) =>
      onTap(self, (target) => {
        const id = textOf(self.data.for)
        const labelled = id
          ? document.getElementById(id)
          : self.$$.querySelector('wx-checkbox,wx-radio,wx-switch,wx-input')
        if (!labelled || (target && labelled.contains(target))) return
        const control = controlOf(labelled)
        if (control?.toggle) control.toggle()
        else labelled.querySelector('input')?.focus()
      }),
  },

  slider: {
    properties: {
      min: withRange('min', 0),
      max: withRange('max', 100),
      step: withRange('step', 1),
      value: withRange('value', 0),
      disabled: property(Boolean, false),
      name: property(String, ''),
    },
    created(self) {
      const range = inside(self.$$, 'input')
      range.type = 'range'
      range.value = '0'
      const tell = (name: string) => (event: Event) => {
        event.stopPropagation()
        self.data.value = Number(range.value)
        emit(self, name, { value: Number(range.value) })
      }
      range.addEventListener('input', tell('changing'))
      range.addEventListener('change', tell('change'))
      setControl(self, {
        ...named(self),
        value: () => Number(range.value),
        reset: () => {
          range.value = range.min
        },
        operate: (value) => {
          range.value = String(value)
          range.dispatchEvent(new Event('change', { bubbles: true }))
        },
      })
    },
  },
}

function withRange(attribute: 'min' | 'max' | 'step' | 'value', initial: number) {
  return property(Number, initial, (self, value) => {
    const range = self.$$.querySelector('input')
    if (range) range[attribute] = String(value)
  })
}

function named(self: Instance): Pick<Control, 'name' | 'isDisabled'> {
  return { name: () => textOf(self.data.name), isDisabled: () => isOn(self.data.disabled) }
}

function checkPart(kind: 'switch' | 'checkbox' | 'radio'): Part {
  const show = (self: Instance, isChecked: boolean): void => {
    self.data.checked = isChecked
    // An attribute, because the engine rewrites the class.
    self.$$.toggleAttribute('wx-checked', isChecked)
  }
  return {
    properties: {
      checked: property(Boolean, false, (self, isChecked) => self.$$.toggleAttribute('wx-checked', isOn(isChecked))),
      value: property(String, ''),
      disabled: shown(Boolean, false, 'disabled'),
      name: property(String, ''),
      color: property(String, '', (self, color) => self.$$.style.setProperty('--c', color)),
    },
    created(self) {
      self.$$.prepend(inside(self.$$, 'i', `wx-${kind}-box`))
      const isChecked = (): boolean => self.$$.hasAttribute('wx-checked')
      const toggle = (): void => {
        if (isOn(self.data.disabled) || (kind === 'radio' && isChecked())) return
        const group = controlAround(self, `${kind}-group`)
        if (kind === 'radio') group?.show?.(false)
        show(self, !isChecked())
        if (kind === 'switch') emit(self, 'change', { value: isChecked() })
        else group?.toggle?.()
      }
      onTap(self, toggle)
      setControl(self, {
        ...named(self),
        value: () => (kind === 'switch' ? isChecked() : isChecked() ? textOf(self.data.value) : undefined),
        reset: () => show(self, false),
        show: (next) => show(self, next),
        toggle,
        operate: (next) => {
          if (isChecked() !== Boolean(next)) toggle()
        },
      })
    },
  }
}

/** A group's value comes from what is inside; its `toggle` tells the page, its `show(false)` unchecks all. */
function groupPart(kind: 'checkbox' | 'radio'): Part {
  return {
    properties: { name: property(String, '') },
    created(self) {
      const items = (): Control[] => controlsInside(self, [kind])
      const value = (): unknown => {
        const chosen = items().flatMap((item) => item.value() ?? [])
        return kind === 'radio' ? (chosen[0] ?? '') : chosen
      }
      const showNone = (): void => {
        for (const item of items()) item.show?.(false)
      }
      setControl(self, {
        name: () => textOf(self.data.name),
        isDisabled: () => false,
        value,
        reset: showNone,
        show: showNone,
        toggle: () => emit(self, 'change', { value: value() }),
        operate: (next) => emit(self, 'change', { value: next }),
      })
    },
  }
}
