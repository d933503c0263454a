import type { EngineNode } from './engine/exparser-types'
import { childElements, elementsInside, type IsOwn } from './engine/node-tree'
import { classesOf } from './matching'

/** The figures WeChat's experience scan looks at: fewer than 1000 nodes, a depth under 30, at most 60 children each. */
export interface PageMeasure {
  nodes: number
  depth: number
  /** The most children any one node has. */
  children: number
  /** The node that has them, as tag and class. */
  widest: string
}

/** Counts the elements of a page; text and the compiler's virtual nodes are not counted. */
export function measure(root: EngineNode, isOwn: IsOwn): PageMeasure {
  const result: PageMeasure = { nodes: 0, depth: 0, children: 0, widest: 'the page' }
  const visit = (node: EngineNode, depth: number): void => {
    const inside = childElements(node, isOwn)
    result.nodes += inside.length
    if (inside.length > 0) result.depth = Math.max(result.depth, depth + 1)
    if (inside.length > result.children) {
      result.children = inside.length
      result.widest = node === root ? 'the page' : describeNode(node)
    }
    for (const child of inside) visit(child, depth + 1)
  }
  visit(root, 0)
  return result
}

/** A node as a person would point at it: tag, id or classes. Taro's numbered ids say nothing and are left out. */
export function describeNode(node: EngineNode): string {
  const id = node.id && !node.id.startsWith('_') ? `#${node.id}` : ''
  const classes = classesOf(node).map((name) => `.${name}`)
  return `${node._vt?.tagName ?? 'node'}${id}${classes.join('')}`
}

/** The page as an indented outline with its texts, for the message of a test that did not find something. */
export function outline(root: EngineNode, isOwn: IsOwn, text: (node: EngineNode) => string): string {
  const lines: string[] = []
  const visit = (node: EngineNode, depth: number): void => {
    for (const child of childElements(node, isOwn)) {
      const hasInside = elementsInside(child, isOwn).length > 0
      const says = hasInside ? '' : ` ${text(child).trim()}`
      lines.push(`${'  '.repeat(depth)}${describeNode(child)}${says}`.slice(0, 120))
      visit(child, depth + 1)
    }
  }
  visit(root, 0)
  return lines.slice(0, 200).join('\n')
}
