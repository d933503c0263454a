import { Clock } from './engine/clock'
import type { MiniPackage } from './engine/mini-package'
import type { PageInstance } from './engine/page-instance'
import { Runtime } from './engine/runtime'
import { PageUnderTest } from './page-under-test'
import { alipayDialect, wechatDialect } from './platform/asynchronous'
import { type Device, smallPhone } from './platform/device'
import { createMy } from './platform/my'
import type { Script } from './platform/script'
import { type EnterOptions, World } from './platform/world'
import { createWx } from './platform/wx'
import { addSelectorQuery } from './selector-query'
import { SetDataLog } from './set-data-log'
import { settle } from './settle'

export interface OpenOptions {
  /** What the person, the phone and the network answer; see Script. */
  script?: Partial<Script>
  /** How the app is entered: by default its first page, from the list of recent apps (scene 1001). */
  enter?: Partial<EnterOptions>
  /** Storage left by an earlier run: `earlier.world.storage`. */
  storage?: Iterable<[string, string]>
  /** Files of the phone, left by an earlier run (`earlier.world.files`) or given: path and base64. */
  files?: Iterable<[string, string]>
  /** The instant the app lives in, RFC 3339; else the real one. */
  now?: string
  device?: Device
  /** Functions of `wx` or `my` that this phone's client is too old for. */
  missing?: string[]
  /** The person has not yet agreed to WeChat's privacy dialog. */
  needsPrivacy?: boolean
}

/** Timers longer than this (toasts, countdowns) are not waited for; `elapse` lets them pass. */
const SHORT_TIMER_MS = 60

/** A compiled mini-program that runs, and the person who uses it. */
export class AppUnderTest {
  readonly world: World
  readonly clock: Clock
  readonly setDataLog = new SetDataLog()
  /** The fake `wx` or `my`, for overriding a function that the script does not cover. */
  readonly platform: Record<string, unknown>
  private readonly runtime: Runtime
  private readonly pages = new WeakMap<PageInstance, PageUnderTest>()

  constructor(
    private readonly pack: MiniPackage,
    options: OpenOptions,
  ) {
    const device = options.device ?? smallPhone
    this.world = new World(options)
    this.clock = new Clock(options.now)
    this.platform = pack.platform === 'alipay' ? createMy(this.world, device) : createWx(this.world, device)
    this.runtime = new Runtime({
      pack,
      world: this.world,
      platform: this.platform,
      dialect: pack.platform === 'alipay' ? alipayDialect : wechatDialect,
      scope: this.clock.scope(),
      mount: (page) => {
        const element = document.createElement('div')
        element.setAttribute('data-page', page.path)
        return document.body.appendChild(element)
      },
      unmount: (page) => page.dom.parentElement?.remove(),
      onRoute: () => undefined,
      onSetData: (page, data) => this.setDataLog.add(page?.path ?? '', data),
      rpx: (value) => `${(value * device.width) / 750}px`,
    })
    addSelectorQuery(this.platform, () => this.runtime.stack.top, this.isOwn)
    this.world.on('title', (title: string) => {
      this.page.titleSet = title
    })
  }

  /** Cold start; used by `openWeapp` and `openAlipay`. */
  async launch(enter: Partial<EnterOptions>): Promise<void> {
    await this.act('launch', () => this.runtime.launch({ path: '', query: {}, scene: 1001, ...enter }))
  }

  /** The page on top. */
  get page(): PageUnderTest {
    const instance = this.runtime.stack.top
    if (!instance) throw new Error('no page is open')
    const known = this.pages.get(instance)
    if (known) return known
    const page = new PageUnderTest(instance, {
      isOwn: this.isOwn,
      act: (name, action) => this.act(name, action),
      gesture: (isActive) => {
        this.world.isInGesture = isActive
      },
    })
    this.pages.set(instance, page)
    return page
  }

  /** Paths of the open pages, the first at the bottom. */
  get stack(): string[] {
    return this.runtime.stack.open.map((page) => page.path)
  }

  /** Exceptions inside the app and requests nobody scripted. Each was also on the console. */
  get errors(): unknown[] {
    return this.world.errors
  }

  /** Waits until nothing changes and nothing is to come. Answers that a test holds back are not waited for. */
  async settle(): Promise<void> {
    await settle({
      changes: () => this.setDataLog.entries.length,
      pending: () => {
        const timers = this.clock.dueWithin(SHORT_TIMER_MS)
        return [
          ...this.world.pending,
          ...(timers ? [`${timers} timers`] : []),
          ...(this.runtime.isBusy ? ['onReady'] : []),
        ]
      },
    })
  }

  /** Opens a page by url as the app itself would. */
  async open(url: string, action: 'navigateTo' | 'redirectTo' | 'reLaunch' = 'navigateTo'): Promise<void> {
    await this.act(`open ${url}`, () => void this.runtime.stack.go(url, action))
  }

  /** The phone's own way back. */
  async back(delta = 1): Promise<void> {
    await this.act('back', () => this.runtime.stack.back(delta))
  }

  /** Taps a tab, named by its text or its page. */
  async switchTab(tab: string): Promise<void> {
    const list = this.pack.app.tabBar?.list ?? []
    const index = list.findIndex(({ text, pagePath }) => text === tab || pagePath === tab)
    const item = list[index]
    if (!item) throw new Error(`there is no tab ${tab}; there are ${list.map(({ text }) => text).join(', ')}`)
    await this.act(`tab ${tab}`, () => {
      this.runtime.stack.go(`/${item.pagePath}`, 'switchTab')
      this.runtime.stack.top?.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
    })
  }

  /** Sends the app to the background. With `interrupts`, what is under way dies, as it does there after five seconds. */
  async hide({ interrupts = false } = {}): Promise<void> {
    await this.act('hide', () => {
      this.runtime.hide()
      if (interrupts) this.world.interrupt()
    })
  }

  /** Brings the app to the front: alone as it was left, or by a code, a message, a shared card. */
  async show(enter: Partial<EnterOptions> = {}): Promise<void> {
    await this.act('show', () => this.runtime.show({ path: '', query: {}, scene: 1001, ...enter }))
  }

  /** Lets time pass at once: every timer due within `ms` runs. Then waits until the app is quiet. */
  async elapse(ms: number): Promise<void> {
    await this.act(`${ms} ms`, () => this.clock.elapse(ms))
  }

  /** Ends the app. Its storage can be handed to a next one. */
  close(): void {
    this.runtime.close()
    this.clock.stop()
  }

  private readonly isOwn = (componentId: string): boolean => this.runtime.registry.isOwnComponent(componentId)

  private async act(name: string, action: () => void): Promise<void> {
    this.setDataLog.begin(name)
    action()
    await this.settle()
  }
}
