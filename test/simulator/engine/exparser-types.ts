/** One attribute of a rendered WXML element. */
export interface Attribute {
  name: string
  value: unknown
}

/** One `bindtap="handler"` of a rendered WXML element. */
export interface BoundEvent {
  name: string
  handler: string
  isCatch: boolean
  isCapture: boolean
  isMutated: boolean
  /** The listener's number, needed to remove it. Given by exparser when it is added. */
  id?: number
}

/** A node of the tree that a compiled template returns: what is wanted, before exparser makes it. */
export interface WantedNode {
  type: number
  tagName: string
  componentId: string
  content: string
  key?: string
  attrs: Attribute[]
  event: Record<string, BoundEvent>
  children: WantedNode[]
  exparserNode: EngineNode
}

/** A live node of exparser. `$$` is the DOM element behind it; text and virtual nodes have none. */
export interface EngineNode {
  _vt?: WantedNode
  $$?: HTMLElement
  __virtual?: boolean
  id: string
  dataset: Record<string, unknown>
  textContent: string
  parentNode: EngineNode | null
  childNodes: EngineNode[]
  shadowRoot?: EngineNode
  ownerShadowRoot?: EngineNode
  getHostNode(): EngineNode
  appendChild(child: EngineNode): void
  insertBefore(child: EngineNode, before: EngineNode): void
  removeChild(child: EngineNode): void
}

/** What `this` is inside a page, a component or a part. */
export interface Instance {
  $$: HTMLElement
  data: Record<string, unknown>
  _exparserNode: EngineNode
  setData(data: Record<string, unknown>, callback?: () => void): void
  [member: string]: unknown
}

interface EventOptions {
  bubbles?: boolean
  composed?: boolean
  capturePhase?: boolean
  originalEvent?: unknown
  extraFields?: Record<string, unknown>
}

type NodeClass = abstract new (...args: never[]) => EngineNode

/** The part of `miniprogram-exparser` that the simulator uses. */
export interface Exparser {
  Element: NodeClass
  Component: NodeClass
  TextNode: NodeClass
  ShadowRoot: NodeClass
  Event: {
    create(name: string, detail: unknown, options: EventOptions): unknown
    dispatchEvent(target: EngineNode, event: unknown): void
  }
  triggerEvent(node: EngineNode, name: string, detail: unknown, options: EventOptions): void
  addListenerToElement(
    node: EngineNode,
    name: string,
    listener: (event: { target: EngineNode }) => unknown,
    options: { capture?: boolean },
  ): number
  removeListenerFromElement(node: EngineNode, name: string, id: number | undefined, options: { capture: boolean }): void
  addGlobalErrorListener(listener: (error: unknown, info?: { type?: string }) => void): void
  removeGlobalErrorListener(listener: (error: unknown, info?: { type?: string }) => void): void
}

/** A property of a component: its type, default, and what to do when it changes. */
export interface Property {
  type: unknown
  value: unknown
  observer?(this: Instance, value: never): void
}

/** What `Component()` is called with, as far as the simulator looks into it. */
export interface ComponentDefinition {
  properties?: Record<string, unknown>
  data?: unknown
  methods?: Record<string, unknown>
  behaviors?: unknown[]
  options?: Record<string, unknown>
  lifetimes?: Record<string, unknown>
  [member: string]: unknown
}

/** A mounted root component of j-component: here, a page. */
export interface RootComponent {
  instance: Instance
  dom: HTMLElement
  _exparserNode: EngineNode
  _triggerExparserEvent(event: UIEvent, name: string, detail?: unknown): void
  attach(parent: Element): void
  detach(): void
}

/** The part of `j-component` that the simulator uses. */
export interface JComponent {
  register(
    definition: ComponentDefinition & {
      id: string
      path?: string
      tagName: string
      template: string | ((data: unknown) => unknown)
      usingComponents?: Record<string, string>
    },
  ): string
  behavior(definition: Record<string, unknown>): string
  create(id: string): RootComponent
}
