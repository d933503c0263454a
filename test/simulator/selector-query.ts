import type { EngineNode, Instance } from './engine/exparser-types'
import type { IsOwn } from './engine/node-tree'
import type { PageInstance } from './engine/page-instance'
import { findAll } from './matching'

type Fields = Record<string, unknown>
type Result = Fields | null | (Fields | null)[]

interface Question {
  selector: string | null
  isForAll: boolean
  fields: Fields
  callback?: (result: Result) => void
}

/** Adds `createSelectorQuery` and `createIntersectionObserver` to a platform; both look at the page on top. */
export function addSelectorQuery(
  platform: Record<string, unknown>,
  top: () => PageInstance | undefined,
  isOwn: IsOwn,
): void {
  platform.createSelectorQuery = () => new SelectorQuery(() => top()?.content, isOwn)
  platform.createIntersectionObserver = (context?: Instance, options?: unknown) => {
    const create = (context ?? top()?.instance)?.createIntersectionObserver
    return typeof create === 'function' ? create(options) : undefined
  }
}

/** `wx.createSelectorQuery()`: asks first, answers all together in a later turn. In jsdom every box is 0 by 0. */
class SelectorQuery {
  private readonly questions: Question[] = []

  constructor(
    private root: () => EngineNode | undefined,
    private readonly isOwn: IsOwn,
  ) {}

  in(component?: Instance): this {
    if (component) this.root = () => component._exparserNode.shadowRoot
    return this
  }

  select(selector: string) {
    return this.ask(selector, false)
  }

  selectAll(selector: string) {
    return this.ask(selector, true)
  }

  selectViewport() {
    return this.ask(null, false)
  }

  exec(callback?: (results: Result[]) => void): this {
    setTimeout(() => {
      const results = this.questions.map((question) => {
        const result = this.answer(question)
        question.callback?.(result)
        return result
      })
      callback?.(results)
    }, 0)
    return this
  }

  private ask(selector: string | null, isForAll: boolean) {
    const add = (fields: Fields, callback?: Question['callback']): this => {
      this.questions.push({ selector, isForAll, fields, callback })
      return this
    }
    return {
      boundingClientRect: (callback?: Question['callback']) =>
        add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Question['callback']) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      node: (callback?: Question['callback']) => add({ node: true }, callback),
      fields: add,
    }
  }

  private answer({ selector, isForAll, fields }: Question): Result {
    const root = this.root()
    if (selector === null) return describeBox(document.documentElement, null, fields)
    const found = root ? findAll(root, selector.split('>>>').pop() ?? '', this.isOwn) : []
    const boxes = found.map((node) => (node.$$ ? describeBox(node.$$, node, fields) : null))
    return isForAll ? boxes : (boxes[0] ?? null)
  }
}

function describeBox(element: HTMLElement, node: EngineNode | null, wanted: Fields): Fields {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  return {
    ...(wanted.id ? { id: node?.id ?? '' } : {}),
    ...(wanted.dataset ? { dataset: { ...node?.dataset } } : {}),
    ...(wanted.rect ? { left, top, right, bottom } : {}),
    ...(wanted.size ? (node ? { width, height } : { width: window.innerWidth, height: window.innerHeight }) : {}),
    ...(wanted.scrollOffset ? { scrollLeft, scrollTop, scrollWidth, scrollHeight } : {}),
    ...(wanted.node ? { node: element.querySelector('canvas') ?? element } : {}),
  }
}
