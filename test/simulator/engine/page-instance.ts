import { jcomponent } from './engine'
import type { EventChannel } from './event-channel'
import type { EngineNode, Instance, RootComponent } from './exparser-types'
import type { PageConfig } from './mini-package'

let lastNumber = 0

/** What a page needs from the app around it. */
interface PageSurroundings {
  /** A place in the document for a page that opens. */
  mount(page: PageInstance): Element
  unmount(page: PageInstance): void
  /** Says that a tap's handlers are about to run, or have run: some platform calls are allowed only there. */
  gesture(isActive: boolean): void
  /** Says that `work` is still to come, so that nobody takes the page for settled. */
  later(work: () => void): void
}

/** One opened page: its life cycle on the engine. */
export class PageInstance {
  readonly instance: Instance
  private readonly root: RootComponent
  private isShown = false
  private isClosed = false

  constructor(
    readonly path: string,
    readonly query: Record<string, string>,
    readonly config: PageConfig,
    channel: EventChannel,
    registered: { id: string; members: Record<string, unknown> },
    private readonly surroundings: PageSurroundings,
  ) {
    this.root = jcomponent.create(registered.id)
    this.instance = this.root.instance
    lastNumber += 1
    const id = lastNumber
    Object.assign(this.instance, registered.members, {
      route: path,
      __route__: path,
      is: path,
      options: query,
      renderer: 'webview',
      __webviewId__: id,
      __wxWebviewId__: id,
      getPageId: () => `pageId:${id}`,
      getOpenerEventChannel: () => channel,
      getTabBar: () => null,
      getAppBar: () => null,
    })
    this.adaptTouches()
  }

  /** The root of what the page's template made. */
  get content(): EngineNode {
    const host = this.root._exparserNode
    return host.shadowRoot ?? host
  }

  get dom(): HTMLElement {
    return this.root.dom
  }

  open(): void {
    this.call('onLoad', this.query)
    this.root.attach(this.surroundings.mount(this))
    this.show()
    this.surroundings.later(() => {
      if (!this.isClosed) this.call('onReady')
    })
  }

  show(): void {
    if (this.isShown) return
    this.isShown = true
    this.call('onShow')
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.call('onHide')
  }

  close(): void {
    this.isClosed = true
    this.isShown = false
    this.call('onUnload')
    this.root.detach()
    this.surroundings.unmount(this)
  }

  /** Calls one of the page's functions, when it has it: life cycle, `onPullDownRefresh`, `onShareAppMessage` … */
  call(name: string, ...values: unknown[]): unknown {
    const member = this.instance[name] ?? (this.instance.events as Record<string, unknown> | undefined)?.[name]
    return typeof member === 'function' ? member.apply(this.instance, values) : undefined
  }

  has(name: string): boolean {
    return typeof this.instance[name] === 'function'
  }

  /**
   * Real touches (in a browser) hit DOM that a built-in part made, which the engine does not know: they belong to the
   * nearest engine node. And the engine drops a tap soon after a scroll, which automation does all the time.
   */
  private adaptTouches(): void {
    const trigger = this.root._triggerExparserEvent
    const { surroundings } = this
    Object.defineProperty(this.root, '_lastScrollTime', { get: () => 0, set: () => undefined })
    this.root._triggerExparserEvent = function (event, name, detail) {
      let target = event.target as (Node & { __wxElement?: unknown }) | null
      while (target && !target.__wxElement) target = target.parentNode
      if (!target) return
      const touch = event as TouchEvent
      const retargeted = Object.create(event, {
        target: { value: target },
        touches: { value: touch.touches },
        changedTouches: { value: touch.changedTouches },
        timeStamp: { value: event.timeStamp },
      })
      // The engine dispatches in a microtask of its own, and microtasks keep their order.
      if (name === 'tap') void Promise.resolve().then(() => surroundings.gesture(true))
      trigger.call(this, retargeted, name, detail)
      if (name === 'tap') void Promise.resolve().then(() => surroundings.gesture(false))
    }
  }
}
