const controls = 'input, textarea, button:not([tabindex="-1"])'

const questions = (form: HTMLElement) => [...form.querySelectorAll<HTMLElement>('.paper-question')]

function focusIn(question: HTMLElement | undefined): boolean {
  if (!question) return false
  const control = question.querySelector<HTMLElement>('input:checked') ?? question.querySelector<HTMLElement>(controls)
  control?.focus()
  return control !== null
}

/** Into the first question that takes an answer, or the first that something is wrong with. */
export function focusFirst(form: HTMLElement, isWrong = false): void {
  questions(form).some((question) => (!isWrong || question.dataset.wrong !== undefined) && focusIn(question))
}

/** From the control that is used now to the words it asks for, the next row or question; after the last to the button. */
export function focusNext(form: HTMLElement): void {
  const here = document.activeElement
  const all = questions(form)
  const at = all.findIndex((question) => question.contains(here))
  const words = all[at]?.querySelector<HTMLElement>('input.ant-input')
  if (words && words !== here) {
    words.focus()
    return
  }
  const row = here?.closest('[data-row]')?.nextElementSibling
  if (row instanceof HTMLElement && focusIn(row)) return
  if (!all.slice(at + 1).some((question) => focusIn(question)))
    form.querySelector<HTMLElement>('button[type=submit]')?.focus()
}

/** A digit has chosen another of the radio buttons that are being used: that one is used now, and Tab goes on from it. */
export function followChoice(question: HTMLElement): void {
  const here = document.activeElement
  if (!here || !question.contains(here)) return
  const group = here.closest('.ant-radio-group, [role=radiogroup]')
  group?.querySelector<HTMLElement>('input:checked, [aria-checked=true]')?.focus()
}
