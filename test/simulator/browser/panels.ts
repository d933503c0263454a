import { inside } from '../parts/part'
import type { Script } from '../platform/script'

/** The platform's own panels, drawn, so that the person at the browser answers them. */
export function panels(): Partial<Script> {
  return {
    modal: ({ title, content, confirmText, cancelText, hasCancel }) =>
      ask((panel, answer) => {
        panel.className = 'phone-modal'
        inside(panel, 'h4').textContent = title
        inside(panel, 'p').textContent = content
        const buttons = inside(panel, 'div')
        if (hasCancel) addButton(buttons, cancelText, () => answer('cancel'))
        addButton(buttons, confirmText, () => answer('confirm'), 'phone-confirm')
      }),
    actionSheet: (items) =>
      ask<number | 'cancel'>((panel, answer) => {
        panel.className = 'phone-sheet'
        items.forEach((item, index) => {
          addButton(panel, item, () => answer(index))
        })
        addButton(panel, '取消', () => answer('cancel'))
      }),
    scan: () =>
      ask((panel, answer) => {
        panel.className = 'phone-modal'
        inside(panel, 'h4').textContent = '扫到的内容'
        const field = inside(panel, 'input')
        const buttons = inside(panel, 'div')
        addButton(buttons, '取消', () => answer('cancel'))
        addButton(buttons, '确定', () => answer({ result: field.value }), 'phone-confirm')
      }),
  }
}

function ask<T>(draw: (panel: HTMLElement, answer: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve) => {
    const mask = inside(document.body, 'div', 'phone-mask')
    draw(inside(mask, 'div'), (value) => {
      mask.remove()
      resolve(value)
    })
  })
}

function addButton(parent: Element, text: string, onClick: () => void, className = ''): void {
  const button = inside(parent, 'a', className)
  button.textContent = text
  button.addEventListener('click', onClick)
}
