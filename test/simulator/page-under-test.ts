import type { PageInstance } from './engine/page-instance'
import { type Finder, findAll } from './matching'
import { measure, type PageMeasure } from './measure'
import { type NodeSurroundings, PageNode, type Target } from './page-node'

/** An open page, with all a person can do on it. Every action waits until the app is quiet again. */
export class PageUnderTest {
  private readonly content: PageNode
  /** Set by the app with `setNavigationBarTitle`; else the title of its config. */
  titleSet: string | null = null

  constructor(
    readonly instance: PageInstance,
    private readonly surroundings: NodeSurroundings,
  ) {
    this.content = new PageNode(instance.content, surroundings)
  }

  get path(): string {
    return this.instance.path
  }

  get query(): Record<string, string> {
    return this.instance.query
  }

  get title(): string {
    return this.titleSet ?? this.instance.config.navigationBarTitleText ?? ''
  }

  /** All text of the page, or of one node. */
  text(target?: Target): string {
    return (target === undefined ? this.content : this.content.get(target)).text
  }

  /** Every node that matches, in document order. */
  all(target: string | Finder): PageNode[] {
    return this.content.all(target)
  }

  /** The only node that matches, or null; throws when there are several. */
  find(target: string | Finder): PageNode | null {
    return this.content.find(target)
  }

  /** The only node that matches; throws, showing the page, when there is none. */
  get(target: Target): PageNode {
    return this.content.get(target)
  }

  has(target: string | Finder): boolean {
    return findAll(this.instance.content, target, this.surroundings.isOwn).length > 0
  }

  async tap(target: Target): Promise<void> {
    await this.content.get(target).tap()
  }

  /** Two taps before the app can do anything in between. */
  async doubleTap(target: Target): Promise<void> {
    const node = this.content.get(target)
    await this.surroundings.act('double tap', () => {
      node.press()
      node.press()
    })
  }

  async input(target: Target, text: string): Promise<void> {
    await this.content.get(target).input(text)
  }

  async change(target: Target, value: unknown): Promise<void> {
    await this.content.get(target).change(value)
  }

  /** Sends any other event and waits: `fire('.map', 'markertap', { markerId: 1 })`. */
  async fire(target: Target, type: string, detail?: Record<string, unknown>): Promise<void> {
    const node = this.content.get(target)
    await this.surroundings.act(type, () => node.fire(type, detail))
  }

  /** Pulls the page down; throws when its config does not allow that. */
  async pullDown(): Promise<void> {
    if (!this.instance.config.enablePullDownRefresh) throw new Error(`${this.path} cannot be pulled down`)
    await this.surroundings.act('pull down', () => void this.instance.call('onPullDownRefresh'))
  }

  /** Scrolls to the very end. */
  async reachBottom(): Promise<void> {
    await this.surroundings.act('reach bottom', () => void this.instance.call('onReachBottom'))
  }

  /** Scrolls to `top` CSS pixels. */
  async scrollTo(top: number): Promise<void> {
    await this.surroundings.act('scroll', () => void this.instance.call('onPageScroll', { scrollTop: top }))
  }

  /** What the page would share, or undefined when it shares nothing. */
  share(from: 'menu' | 'button' = 'menu'): unknown {
    return this.instance.call('onShareAppMessage', { from })
  }

  /** Node count, depth and children, as WeChat's experience scan counts them. */
  measure(): PageMeasure {
    return measure(this.instance.content, this.surroundings.isOwn)
  }

  /** The page as an indented list of tags, classes and texts. */
  outline(): string {
    return this.content.outline()
  }
}
