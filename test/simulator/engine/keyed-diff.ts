import { diff, exparser, render } from './engine'
import type { Attribute, EngineNode, WantedNode } from './exparser-types'

const TEXT_NODE = 18

/**
 * Replaces j-component's list diff, which puts rows in a wrong order when a keyed list is reordered (reversing five rows
 * is enough). Its engine calls `diff.diffVt` through the module object, so assigning it there suffices.
 */
export function installKeyedDiff(): void {
  diff.diffVt = (before, after) => {
    const node = before.exparserNode
    const isRoot: boolean = node instanceof exparser.ShadowRoot
    reconcile(before, after, isRoot ? node : node.ownerShadowRoot)
  }
}

/** Makes the live node of `before` look like `after`, keeping the node itself. */
function reconcile(before: WantedNode, after: WantedNode, owner: EngineNode | undefined): EngineNode {
  const node = before.exparserNode
  after.exparserNode = node
  node._vt = after
  if (before.type === TEXT_NODE) {
    if (before.content !== after.content) node.textContent = after.content
    return node
  }
  const attributes = changedAttributes(before.attrs, after.attrs)
  if (attributes.length > 0) render.updateAttrs(node, attributes)
  reconcileEvents(node, before, after)
  reconcileChildren(node, before.children, after.children, owner)
  return node
}

function reconcileEvents(node: EngineNode, before: WantedNode, after: WantedNode): void {
  if (describeEvents(before) === describeEvents(after)) {
    after.event = before.event // keeps the listener ids
    return
  }
  for (const event of Object.values(before.event)) {
    exparser.removeListenerFromElement(node, event.name, event.id, { capture: event.isCapture })
  }
  render.updateEvent(node, after.event)
}

function describeEvents(node: WantedNode): string {
  return Object.values(node.event)
    .map((event) => [event.name, event.handler, event.isCatch, event.isCapture, event.isMutated].join())
    .sort()
    .join(';')
}

function reconcileChildren(
  node: EngineNode,
  before: WantedNode[],
  after: WantedNode[],
  owner: EngineNode | undefined,
): void {
  const reusable = new Map<string, WantedNode[]>()
  for (const child of before) {
    const identity = identityOf(child)
    const alike = reusable.get(identity)
    if (alike) alike.push(child)
    else reusable.set(identity, [child])
  }
  const nodes = after.map((child) => {
    const match = reusable.get(identityOf(child))?.shift()
    return match ? reconcile(match, child, owner) : render.renderExparserNode(child, null, owner)
  })
  for (const leftOver of [...reusable.values()].flat()) {
    if (leftOver.exparserNode.parentNode === node) node.removeChild(leftOver.exparserNode)
  }
  nodes.forEach((child, index) => {
    const inPlace = node.childNodes[index]
    if (inPlace === child) return
    if (inPlace) node.insertBefore(child, inPlace)
    else node.appendChild(child)
  })
}

/** Children with the same identity may stand in for each other: the same kind of node and, in a list, the same key. */
function identityOf(node: WantedNode): string {
  return `${node.type}|${node.componentId}|${node.key ?? ''}`
}

/**
 * Objects are compared by content: exparser hands out fresh copies, and passing an unchanged one down again would
 * overwrite what a `<custom-wrapper>` has since put there with its own setData.
 */
function changedAttributes(before: Attribute[], after: Attribute[]): Attribute[] {
  const old = new Map(before.map(({ name, value }) => [name, value]))
  const kept = new Set(after.map(({ name }) => name))
  const removed = before.filter(({ name }) => !kept.has(name)).map(({ name }) => ({ name, value: undefined }))
  return after.filter(({ name, value }) => !old.has(name) || !isSame(old.get(name), value)).concat(removed)
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return JSON.stringify(a) === JSON.stringify(b)
}
