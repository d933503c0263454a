import { exparser } from './engine/engine'
import type { EngineNode } from './engine/exparser-types'
import { attributeOf, elementsAround, type IsOwn, textInside } from './engine/node-tree'
import { classesOf, type Finder, findAll } from './matching'
import { describeNode, outline } from './measure'
import { type Control, controlOf } from './parts/part'

/** How to point at a node: a selector, the text it says, a finder, or the node itself. */
export type Target = string | Finder | PageNode

/** What a node needs of the app it is in. */
export interface NodeSurroundings {
  isOwn: IsOwn
  /** Runs an action and waits until the app is quiet again. */
  act(name: string, action: () => void): Promise<void>
  gesture(isActive: boolean): void
}

const NOT_BUBBLING = new Set([
  ...['input', 'change', 'confirm', 'focus', 'blur', 'submit', 'reset', 'scroll', 'load', 'error', 'scrolltolower'],
  ...['scrolltoupper', 'columnchange', 'cancel', 'getphonenumber', 'chooseavatar', 'animationfinish', 'changing'],
])

/** Parts that react to a tap by themselves, without a listener of the page. */
const TAPPABLE = new Set(['switch', 'checkbox', 'radio', 'label', 'navigator', 'picker', 'input', 'textarea'])

/** A node of the page as a person meets it: to be read, tapped, filled in. */
export class PageNode {
  constructor(
    private readonly node: EngineNode,
    private readonly surroundings: NodeSurroundings,
  ) {}

  /** All text inside, spaces at its ends taken off. */
  get text(): string {
    return textInside(this.node, this.surroundings.isOwn).trim()
  }

  get tag(): string {
    return this.node._vt?.tagName ?? ''
  }

  get id(): string {
    return this.node.id
  }

  get classes(): string[] {
    return classesOf(this.node)
  }

  /** What a screen reader says instead of the text, if anything. */
  get label(): string | undefined {
    const label = this.attr('aria-label')
    return isOff(label) ? undefined : String(label)
  }

  /** The value a field, picker or switch holds now. */
  get value(): unknown {
    return this.control?.value()
  }

  get isDisabled(): boolean {
    return this.control?.isDisabled() || !isOff(attributeOf(this.node, 'disabled'))
  }

  /** The DOM element, for what the engine's nodes do not tell. */
  get dom(): HTMLElement | undefined {
    return this.node.$$
  }

  /** An attribute as the template gave it, or undefined. */
  attr(name: string): unknown {
    return attributeOf(this.node, name)
  }

  /** Every node inside that matches, in document order. */
  all(target: string | Finder): PageNode[] {
    const { isOwn } = this.surroundings
    return findAll(this.node, target, isOwn).map((node) => new PageNode(node, this.surroundings))
  }

  /** The only node inside that matches, or null. Throws when there are several. */
  find(target: string | Finder): PageNode | null {
    const found = this.all(target)
    if (found.length > 1) throw new Error(`${found.length} nodes match ${describe(target)}; take one of all()`)
    return found[0] ?? null
  }

  /** The only node that matches; throws, showing what is there, when there is none. A node is handed back as it is. */
  get(target: Target): PageNode {
    if (target instanceof PageNode) return target
    const found = this.find(target)
    if (found) return found
    throw new Error(`there is no ${describe(target)} here:\n${this.outline()}`)
  }

  /** What is inside, as an indented list of tags, classes and texts. */
  outline(): string {
    const { isOwn } = this.surroundings
    return outline(this.node, isOwn, (node) => textInside(node, isOwn))
  }

  /** Taps it, and waits until the app is quiet. Nothing happens when it is disabled, as on a phone. */
  async tap(): Promise<void> {
    await this.surroundings.act(`tap ${this.description}`, () => this.press())
  }

  /** Taps it and does not wait: twice in a row is a double tap. */
  press(): void {
    const around = [this.node, ...elementsAround(this.node)]
    if (around.some((node) => node._vt?.tagName === 'button' && !isOff(attributeOf(node, 'disabled')))) return
    const isHeard = around.some(
      (node) =>
        node._vt?.event.tap !== undefined ||
        TAPPABLE.has(node._vt?.tagName ?? '') ||
        !isOff(attributeOf(node, 'form-type')) ||
        !isOff(attributeOf(node, 'open-type')),
    )
    if (!isHeard) throw new Error(`nothing listens to a tap on ${this.description}`)
    this.surroundings.gesture(true)
    this.fire('tap', { x: 0, y: 0 })
    this.surroundings.gesture(false)
  }

  /** Types `text` into the field, over what was there, and waits until the app is quiet. */
  async input(text: string): Promise<void> {
    await this.surroundings.act(`type into ${this.description}`, () => this.operableControl().operate?.(text))
  }

  /**
   * Sets a picker (an entry's label or index, a day, a time), switch, slider, swiper or group as a person would, and
   * waits until the app is quiet.
   */
  async change(value: unknown): Promise<void> {
    await this.surroundings.act(`change ${this.description}`, () => this.operableControl().operate?.(value))
  }

  /** Sends any other event, as the engine would, and does not wait. */
  fire(type: string, detail: Record<string, unknown> = {}): void {
    const touches = { touches: [], changedTouches: [] }
    const bubbles = !NOT_BUBBLING.has(type)
    const options = { bubbles, capturePhase: true, composed: true, extraFields: touches }
    exparser.Event.dispatchEvent(this.node, exparser.Event.create(type, detail, options))
  }

  private get control(): Control | undefined {
    return controlOf(this.node.$$)
  }

  private get description(): string {
    const text = this.text
    return text ? `${describeNode(this.node)} “${text.slice(0, 20)}”` : describeNode(this.node)
  }

  private operableControl(): Control {
    const { control } = this
    if (!control?.operate) throw new Error(`${this.description} takes no input`)
    if (control.isDisabled()) throw new Error(`${this.description} is disabled`)
    return control
  }
}

function isOff(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || value === 'false'
}

function describe(target: string | Finder): string {
  return typeof target === 'string' ? `node matching or saying “${target}”` : target.description
}
