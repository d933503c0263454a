import { exparser } from './engine'
import type { EngineNode } from './exparser-types'

let isDone = false

/** The engine keeps ids to itself; this writes them to the DOM too, for labels, for `scroll-into-view` and for browser tests. */
export function writeIdsToDom(): void {
  if (isDone) return
  isDone = true
  const prototype: EngineNode = exparser.Element.prototype
  const original = Object.getOwnPropertyDescriptor(prototype, 'id')
  if (!original) return
  Object.defineProperty(prototype, 'id', {
    configurable: true,
    get: original.get,
    set(this: EngineNode, id: string) {
      original.set?.call(this, id)
      if (id) this.$$?.setAttribute('id', id)
      else this.$$?.removeAttribute('id')
    },
  })
}
