import type { EngineNode } from './engine/exparser-types'
import { attributeOf, childElements, elementsAround, elementsInside, type IsOwn, textInside } from './engine/node-tree'

/** Finds nodes in another way than by selector. Made by `byText`, `byLabel` and `byPlaceholder`. */
export interface Finder {
  readonly description: string
  accepts(node: EngineNode, isOwn: IsOwn): boolean
}

/**
 * The innermost nodes that say this: the whole text, spaces at its ends aside. A regular expression looks anywhere in
 * the text.
 */
export function byText(text: string | RegExp): Finder {
  const says = (node: EngineNode, isOwn: IsOwn): boolean => fits(text, textInside(node, isOwn))
  return {
    description: `a node saying ${text}`,
    accepts: (node, isOwn) => says(node, isOwn) && !childElements(node, isOwn).some((child) => says(child, isOwn)),
  }
}

/** Nodes with this `aria-label`: what a screen reader says of a picture or an icon button. */
export function byLabel(label: string | RegExp): Finder {
  return attributeFinder('labelled', 'aria-label', label)
}

/** Fields with this placeholder. */
export function byPlaceholder(placeholder: string | RegExp): Finder {
  return attributeFinder('with the placeholder', 'placeholder', placeholder)
}

function attributeFinder(words: string, name: string, wanted: string | RegExp): Finder {
  return {
    description: `a node ${words} ${wanted}`,
    accepts: (node) => attributeOf(node, name) !== undefined && fits(wanted, attributeOf(node, name)),
  }
}

function fits(wanted: string | RegExp, value: unknown): boolean {
  const text = value === undefined || value === null ? '' : String(value).trim()
  return typeof wanted === 'string' ? text === wanted.trim() : wanted.test(text)
}

/** A string that is a selector (`#save`, `.row`, `button.primary`, `[id=x]`) is one; any other is the text of a node. */
function finderOf(wanted: string): Finder {
  const parts = wanted.trim().split(/\s+/)
  if (!parts.every((part) => SIMPLE_SELECTOR.test(part))) return byText(wanted)
  const chain = parts.map(parseSelector)
  const last = chain.pop()
  return {
    description: `a node matching ${wanted}`,
    accepts: (node) => last?.(node) === true && liesInside(node, chain),
  }
}

const SIMPLE_SELECTOR = /^(?:[a-z][a-z-]*)?(?:[.#][\w-]+|\[[\w-]+(?:="?[^"\]]*"?)?\])*$/

function parseSelector(selector: string): (node: EngineNode) => boolean {
  const tag = /^[a-z-]+/.exec(selector)?.[0]
  const conditions = selector.match(/[.#][\w-]+|\[[^\]]+\]/g) ?? []
  return (node) =>
    (tag === undefined || node._vt?.tagName === tag) && conditions.every((condition) => meets(node, condition))
}

function meets(node: EngineNode, condition: string): boolean {
  if (condition.startsWith('#')) return node.id === condition.slice(1)
  if (condition.startsWith('.')) return classesOf(node).includes(condition.slice(1))
  const [, name = '', , value] = /^\[([\w-]+)(="?([^"\]]*)"?)?\]$/.exec(condition) ?? []
  const actual = attributeOf(node, name)
  return actual !== undefined && (value === undefined || String(actual) === value)
}

/** Whether the selectors of a chain (`.list .row` without its last) match nodes around, from the inside out. */
function liesInside(node: EngineNode, chain: ((node: EngineNode) => boolean)[]): boolean {
  const left = [...chain]
  for (const around of elementsAround(node)) if (left.at(-1)?.(around)) left.pop()
  return left.length === 0
}

export function classesOf(node: EngineNode): string[] {
  return String(attributeOf(node, 'class') ?? '')
    .split(/\s+/)
    .filter(Boolean)
}

/** Every node inside `root` that a finder accepts, in document order. */
export function findAll(root: EngineNode, wanted: string | Finder, isOwn: IsOwn): EngineNode[] {
  const finder = typeof wanted === 'string' ? finderOf(wanted) : wanted
  return elementsInside(root, isOwn).filter((node) => finder.accepts(node, isOwn))
}
