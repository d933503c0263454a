import type { Instance } from '../engine/exparser-types'
import { emit, inside, isOn, type Part, property, setControl, textOf } from './part'

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'numeric' }

type Field = HTMLInputElement | HTMLTextAreaElement

/** `<input>` and `<textarea>`: a real field inside, whose value is its own, as on a phone. */
export const fields: Record<string, Part> = { input: fieldPart('input'), textarea: fieldPart('textarea') }

function fieldPart(tag: 'input' | 'textarea'): Part {
  const withField =
    <T>(work: (field: Field, value: T) => void) =>
    (self: Instance, value: T): void => {
      const field = self.$$.querySelector<Field>(tag)
      if (field) work(field, value)
    }
  return {
    properties: {
      value: property<unknown>(
        String,
        '',
        withField((field, value) => {
          if (field.value !== textOf(value)) field.value = textOf(value)
        }),
      ),
      placeholder: property(
        String,
        '',
        withField((field, text) => {
          field.placeholder = textOf(text)
        }),
      ),
      type: property(
        String,
        'text',
        withField((field, type) => {
          field.inputMode = KEYBOARDS[type] ?? 'text'
        }),
      ),
      password: property(
        Boolean,
        false,
        withField((field, isHidden) => {
          if (field instanceof HTMLInputElement) field.type = isOn(isHidden) ? 'password' : 'text'
        }),
      ),
      disabled: property(
        Boolean,
        false,
        withField((field, isDisabled) => {
          field.disabled = isOn(isDisabled)
        }),
      ),
      maxlength: property(Number, 140),
      name: property(String, ''),
      focus: property(
        Boolean,
        false,
        withField((field, hasFocus) => {
          if (isOn(hasFocus)) field.focus()
        }),
      ),
      confirmHold: property(Boolean, false),
    },
    created: (self) => connect(self, inside(self.$$, tag)),
  }
}

function connect(self: Instance, field: Field): void {
  const tell = (name: string): void => emit(self, name, { value: field.value, cursor: field.value.length, keyCode: 0 })
  field.addEventListener('input', (event) => {
    event.stopPropagation()
    const longest = Number(self.data.maxlength)
    if (longest >= 0 && field.value.length > longest) field.value = field.value.slice(0, longest)
    self.data.value = field.value
    tell('input')
  })
  field.addEventListener('focus', () => emit(self, 'focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => tell('blur'))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || !(field instanceof HTMLInputElement)) return
    tell('confirm')
    if (!isOn(self.data.confirmHold)) field.blur()
  })
  setControl(self, {
    name: () => textOf(self.data.name),
    value: () => field.value,
    isDisabled: () => isOn(self.data.disabled),
    reset: () => {
      field.value = ''
    },
    operate: (value) => {
      field.focus()
      field.value = textOf(value)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })
}
