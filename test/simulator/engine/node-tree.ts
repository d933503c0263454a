import { exparser } from './engine'
import type { EngineNode } from './exparser-types'

/** Tells whether a component's inside belongs to the page (the package's own), or is a built-in part's secret. */
export type IsOwn = (componentId: string) => boolean

/** Children a reader of the page sees: through own components into their shadow tree, never into built-in parts. */
function visibleChildren(node: EngineNode, isOwn: IsOwn): EngineNode[] {
  const componentId = node._vt?.componentId ?? ''
  const inside = isOwn(componentId) && node.shadowRoot instanceof exparser.Element ? [node.shadowRoot] : []
  return [...inside, ...(node.childNodes ?? [])]
}

/** Every element inside `node`, in document order, at any depth. Text and virtual nodes are passed through. */
export function elementsInside(node: EngineNode, isOwn: IsOwn): EngineNode[] {
  return visibleChildren(node, isOwn).flatMap((child) => {
    if (child instanceof exparser.TextNode) return []
    const inside = elementsInside(child, isOwn)
    return isElement(child) ? [child, ...inside] : inside
  })
}

/** The elements directly inside `node`: virtual nodes and own components' roots are not counted as a level. */
export function childElements(node: EngineNode, isOwn: IsOwn): EngineNode[] {
  return visibleChildren(node, isOwn).flatMap((child) => {
    if (child instanceof exparser.TextNode) return []
    return isElement(child) ? [child] : childElements(child, isOwn)
  })
}

/** All text inside `node`, as written: nothing trimmed. */
export function textInside(node: EngineNode, isOwn: IsOwn): string {
  if (node instanceof exparser.TextNode) return node.textContent
  return visibleChildren(node, isOwn)
    .map((child) => textInside(child, isOwn))
    .join('')
}

/** The elements around `node`, the nearest first, out through the components it lies in. */
export function elementsAround(node: EngineNode): EngineNode[] {
  const around: EngineNode[] = []
  let next: EngineNode | null = parentOf(node)
  while (next) {
    if (isElement(next)) around.push(next)
    next = parentOf(next)
  }
  return around
}

/** The value of an attribute as the template gave it, or undefined. The compiler may have turned dashes into capitals. */
export function attributeOf(node: EngineNode, name: string): unknown {
  const wanted = inCamelCase(name)
  return node._vt?.attrs.find((attribute) => inCamelCase(attribute.name) === wanted)?.value
}

function inCamelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function isElement(node: EngineNode): boolean {
  return node._vt !== undefined && node instanceof exparser.Component && !(node instanceof exparser.ShadowRoot)
}

function parentOf(node: EngineNode): EngineNode | null {
  const isRoot: boolean = node instanceof exparser.ShadowRoot
  return isRoot ? node.getHostNode() : node.parentNode
}
